import { z } from 'zod'
import type { Instant } from '../../kernel/instant.ts'
import { events, refuse, type ActorRef, type Audience, type Decider, type Happened } from '../decision.ts'
import { parserOf } from '../parse-command.ts'
import { weekId, type WeekId } from './iso-week.ts'
import { linesOfDraft, maySchedule, type WeekDraft } from './week-draft.ts'
import { isSame, type WeekLine } from './week-line.ts'

/** The schedule of a week as it was published once. */
export interface WeekVersion {
  /** From 1, without gaps. */
  readonly number: number
  readonly at: Instant
  readonly by: ActorRef
  readonly lines: readonly WeekLine[]
}

/** What of a weekly schedule was published, the newest version last. Everybody in the agency sees it. */
export interface Week {
  readonly id: WeekId
  readonly versions: readonly WeekVersion[]
}

/** The version that counts; undefined before the first. */
export const latestOf = (week: Week | undefined): WeekVersion | undefined => week?.versions.at(-1)

const weekCommands = {
  /** `revision`: that of the draft whoever publishes has before them. */
  'week.publish': z.strictObject({
    week: weekId,
    revision: z.int().min(1),
  }),
} as const
interface WeekCommand {
  readonly type: keyof typeof weekCommands
  readonly payload: z.infer<(typeof weekCommands)['week.publish']>
}

interface Published extends Happened {
  readonly type: 'published'
  readonly week: WeekId
  readonly number: number
  readonly lines: readonly WeekLine[]
}

/** Versions of a weekly schedule: each is the draft as it was, line by line; of what is private it has no words. */
export const weekDecider: Decider<Week, WeekCommand, Published> = {
  kind: 'week',
  parse: parserOf(weekCommands),
  decide: (state, { payload: { week, revision } }, { actor, at, look }) => {
    if (!maySchedule(actor)) return refuse('week-by-office')
    const draft = look('week-draft', week) as WeekDraft | undefined
    if (draft === undefined || (state !== undefined && state.id !== week)) return refuse('unknown-object')
    if (draft.revision !== revision) return refuse('week-draft-changed')
    const lines = linesOfDraft(draft)
    if (isSame(lines, latestOf(state)?.lines ?? [])) return refuse('week-unchanged')
    const number = (state?.versions.length ?? 0) + 1
    const by = { person: actor.person, post: actor.post }
    return events({ at, by, type: 'published', week, number, lines })
  },
  evolve: (state, { week, number, at, by, lines }, id) => {
    const versions = state?.versions ?? []
    return { id, versions: week === id ? [...versions, { number, at, by, lines }] : versions }
  },
  audienceOf: (): Audience => ['agency'],
  eventTypes: ['published'],
}
