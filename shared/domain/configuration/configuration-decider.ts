import { z } from 'zod'
import {
  events,
  refuse,
  type Decider,
  type Decision,
  type DecisionContext,
  type Happened,
} from '../decision.ts'
import type { LocalDate } from '../../kernel/instant.ts'
import { configuredSeen, settingsOn } from './effective.ts'
import type { Configuration } from './configuration.ts'
import { whyNotFlowPosts } from './flows.ts'
import { whyNotLawful, whySeriesStay } from './lawful-settings.ts'
import { agencySettings, type AgencySettings } from './settings.ts'
import { parserOf } from '../parse-command.ts'

const count = z.int().nonnegative()
const published = { from: z.iso.date(), reason: z.string().max(2000) }
const configurationCommands = {
  /** Replaces the draft whole. `basedOn`: the newest version that was seen. */
  'configuration.draft': z.strictObject({ basedOn: count, settings: agencySettings }),
  'configuration.dropDraft': z.strictObject({ draft: count }),
  'configuration.publish': z.strictObject({ draft: count, ...published }),
  /** Publishes the settings of an old version anew. */
  'configuration.restore': z.strictObject({ version: count, basedOn: count, ...published }),
} as const
type ConfigurationCommandType = keyof typeof configurationCommands
type ConfigurationCommand = {
  [T in ConfigurationCommandType]: {
    readonly type: T
    readonly payload: z.infer<(typeof configurationCommands)[T]>
  }
}[ConfigurationCommandType]

/** Stored for ever: a changed meaning is a new type. */
type ConfigurationEvent = Happened &
  (
    | {
        readonly type: 'drafted'
        readonly number: number
        readonly basedOn: number
        readonly settings: AgencySettings
      }
    | { readonly type: 'draftDropped' }
    | {
        readonly type: 'published'
        readonly version: number
        readonly from: LocalDate
        readonly reason: string
        readonly restores: number | null
        readonly settings: AgencySettings
      }
  )

/** The administrator drafts and publishes what the head decided; every version stays, and everyone in the agency counts by it. */
export const configurationDecider: Decider<Configuration, ConfigurationCommand, ConfigurationEvent> = {
  kind: 'configuration',
  parse: parserOf(configurationCommands),
  decide: decideConfiguration,
  evolve: evolveConfiguration,
  audienceOf: () => ['agency'],
  eventTypes: ['drafted', 'draftDropped', 'published'],
}

function decideConfiguration(
  state: Configuration | undefined,
  command: ConfigurationCommand,
  context: DecisionContext,
): Decision<ConfigurationEvent> {
  const { actor, at } = context
  const stamp: Happened = { at, by: { person: actor.person, post: actor.post } }
  if (!actor.roles.some((role) => role === 'administrator' || role === 'node'))
    return refuse('administrator-only')
  const newest = state?.versions.length ?? 0
  const draft = state?.draft ?? null
  switch (command.type) {
    case 'configuration.draft': {
      const { basedOn, settings } = command.payload
      if (basedOn !== newest) return refuse('configuration-changed')
      const refusal = whyNotLawful(settings) ?? whyNotFlowPosts(settings, context.look)
      if (refusal !== undefined) return { kind: 'refused', refusal }
      return events({ ...stamp, type: 'drafted', number: (state?.saved ?? 0) + 1, basedOn, settings })
    }
    case 'configuration.dropDraft':
      if (draft === null) return events()
      return draft.number === command.payload.draft
        ? events({ ...stamp, type: 'draftDropped' })
        : refuse('configuration-changed')
    case 'configuration.publish':
      if (draft === null) return refuse('unknown-object')
      if (draft.number !== command.payload.draft || draft.basedOn !== newest)
        return refuse('configuration-changed')
      return publish({ ...command.payload, settings: draft.settings, restores: null })
    case 'configuration.restore': {
      const old = state?.versions.find((one) => one.number === command.payload.version)
      if (old === undefined) return refuse('unknown-object')
      if (command.payload.basedOn !== newest) return refuse('configuration-changed')
      return publish({ ...command.payload, settings: old.settings, restores: old.number })
    }
  }

  function publish(version: {
    readonly from: LocalDate
    readonly reason: string
    readonly settings: AgencySettings
    readonly restores: number | null
  }): Decision<ConfigurationEvent> {
    const { from, settings, restores } = version
    const reason = version.reason.trim()
    if (reason === '') return refuse('reason-missing')
    if (from < context.today) return refuse('configuration-from-past', { date: context.today })
    const before = settingsOn(configuredSeen(context.look), from)
    const refusal =
      whyNotLawful(settings) ??
      whyNotFlowPosts(settings, context.look) ??
      whySeriesStay(before, settings, from)
    if (refusal !== undefined) return { kind: 'refused', refusal }
    return events({ ...stamp, type: 'published', version: newest + 1, from, reason, restores, settings })
  }
}

function evolveConfiguration(
  state: Configuration | undefined,
  event: ConfigurationEvent,
  id: string,
): Configuration {
  const before = state ?? { id, versions: [], draft: null, saved: 0 }
  switch (event.type) {
    case 'drafted': {
      const { number, basedOn, settings, at, by } = event
      return { ...before, draft: { number, basedOn, settings, at, by }, saved: number }
    }
    case 'draftDropped':
      return { ...before, draft: null }
    case 'published': {
      const { version: number, from, reason, restores, settings, at, by } = event
      return {
        ...before,
        versions: [...before.versions, { number, from, reason, restores, settings, at, by }],
        draft: restores === null ? null : before.draft,
      }
    }
  }
}
