import { z } from 'zod'
import { addDays } from '../calendar/days.ts'
import {
  events,
  refuse,
  type Decider,
  type Decision,
  type DecisionContext,
  type Happened,
} from '../decision.ts'
import type { ActorRef, Look } from '../decision.ts'
import type { Post } from './directory.ts'
import type { Instant, LocalDate } from '../../kernel/instant.ts'
import { parserOf } from '../parse-command.ts'

const post = z.string().min(1).max(64)
const absenceCommands = {
  'absence.declare': z.strictObject({
    /** Whose absence: also the id of the aggregate. */
    post,
    period: z.uuid(),
    from: z.iso.date(),
    until: z.iso.date(),
    deputy: post,
    reason: z.string().max(500),
  }),
  'absence.end': z.strictObject({ period: z.uuid() }),
  /** By the node, when a deputy leaves: another stands in. */
  'absence.handOver': z.strictObject({ from: post, to: post }),
} as const
type AbsenceCommandType = keyof typeof absenceCommands
type AbsenceCommand = {
  [T in AbsenceCommandType]: { readonly type: T; readonly payload: z.infer<(typeof absenceCommands)[T]> }
}[AbsenceCommandType]

/** One time away. `until` is the last day of it. */
export interface AbsencePeriod {
  readonly id: string
  readonly from: LocalDate
  readonly until: LocalDate
  readonly deputy: string
  readonly reason: string
  readonly declaredBy: ActorRef
  readonly declaredAt: Instant
  readonly endedAt: Instant | null
}

/** When the holder of a post is away, and who stands in (người thay). Id = the post's. */
export interface Absence {
  readonly id: string
  readonly periods: readonly AbsencePeriod[]
}
type AbsenceEvent = Happened &
  (
    | ({ readonly type: 'declared' } & z.infer<(typeof absenceCommands)['absence.declare']>)
    | { readonly type: 'ended'; readonly period: string }
    | { readonly type: 'deputyReplaced'; readonly from: string; readonly to: string }
  )

/** Everyone declares their own absence, the administrator anyone's; all in the agency see who stands in for whom. */
export const absenceDecider: Decider<Absence, AbsenceCommand, AbsenceEvent> = {
  kind: 'absence',
  parse: parserOf(absenceCommands),
  decide: (state, command, context) => {
    if (command.type === 'absence.handOver') {
      const { actor, at } = context
      if (!actor.roles.includes('node')) return refuse('node-only')
      const by = { person: actor.person, post: actor.post }
      return events({ at, by, type: 'deputyReplaced', ...command.payload })
    }
    const whose = command.type === 'absence.declare' ? command.payload.post : (state?.id ?? '')
    const isOther = context.actor.post !== whose || (state !== undefined && state.id !== whose)
    if (isOther && !context.actor.roles.includes('administrator')) return refuse('own-absence-only')
    return decideAbsence(state, command, context, whose)
  },
  /** An absence in an aggregate of another name counts for nobody. */
  evolve: (state, event, id) => {
    const periods = state?.periods ?? []
    if (event.type === 'ended')
      return {
        id,
        periods: periods.map((one) => (one.id === event.period ? { ...one, endedAt: event.at } : one)),
      }
    if (event.type === 'deputyReplaced')
      return { id, periods: periods.map((one) => withOtherDeputy(one, event, id)) }
    const { period, from, until, deputy, reason, by, at } = event
    if (event.post !== id) return { id, periods }
    return {
      id,
      periods: [
        ...periods,
        { id: period, from, until, deputy, reason, declaredBy: by, declaredAt: at, endedAt: null },
      ],
    }
  },
  audienceOf: () => ['agency'],
  eventTypes: ['declared', 'ended', 'deputyReplaced'],
}

/** Nobody stands in for themselves: then the absence has no deputy any more and ends. */
function withOtherDeputy(
  period: AbsencePeriod,
  { from, to, at }: Extract<AbsenceEvent, { type: 'deputyReplaced' }>,
  whose: string,
): AbsencePeriod {
  if (period.deputy !== from || period.endedAt !== null) return period
  return to === whose ? { ...period, endedAt: at } : { ...period, deputy: to }
}

function decideAbsence(
  state: Absence | undefined,
  command: Exclude<AbsenceCommand, { type: 'absence.handOver' }>,
  context: DecisionContext,
  whose: string,
): Decision<AbsenceEvent> {
  const stamp: Happened = { at: context.at, by: { person: context.actor.person, post: context.actor.post } }
  if (command.type === 'absence.end') {
    const period = state?.periods.find((one) => one.id === command.payload.period)
    if (period === undefined) return refuse('unknown-object')
    return period.endedAt === null ? events({ ...stamp, type: 'ended', ...command.payload }) : events()
  }
  const { from, until, deputy } = command.payload
  if (context.look('post', deputy) === undefined) return refuse('post-unknown')
  const standIn = context.look('post', deputy) as Post | undefined
  // Who declares the absence of another would come to what is meant for that one alone.
  const isForSelf = context.actor.post !== whose && standIn?.person === context.actor.person
  if (deputy === whose || isForSelf) return refuse('own-deputy')
  if (until < from || until < context.today) return refuse('absence-days')
  if ((state?.periods ?? []).some((one) => one.endedAt === null && one.from <= until && from <= one.until))
    return refuse('absence-overlaps')
  return events({ ...stamp, type: 'declared', ...command.payload })
}

/** The time away that holds on a day; undefined: the post works. */
export function absenceOn(absence: Absence | undefined, day: LocalDate): AbsencePeriod | undefined {
  return absence?.periods.find((one) => one.endedAt === null && one.from <= day && day <= one.until)
}

/** So long before a time away its work may be left to the deputy: who works on for months hands nothing over by naming a day. */
const LEFT_DAYS_BEFORE = 7

/** The time away that holds or comes next, within a week. */
export function absenceAhead(absence: Absence | undefined, today: LocalDate): AbsencePeriod | undefined {
  return absence?.periods
    .filter((one) => one.endedAt === null && one.until >= today)
    .filter((one) => one.from <= addDays(today, LEFT_DAYS_BEFORE))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))[0]
}

/** Who takes what lies with a post now, for the absence that holds or comes next; null: none is declared, or nobody of the deputies is there. */
export function deputyAhead(look: Look, whom: string, today: LocalDate): string | null {
  const next = absenceAhead(look('absence', whom) as Absence | undefined, today)
  return next === undefined ? null : standInFor(look, whom, next.from > today ? next.from : today)
}

/** Who stands in for a post on a day: follows deputies that are away themselves; null when the post works, or all of them are away. */
export function standInFor(look: Look, whom: string, day: LocalDate): string | null {
  const seen = new Set<string>([whom])
  let at = whom
  for (;;) {
    const period = absenceOn(look('absence', at) as Absence | undefined, day)
    if (period === undefined) return at === whom ? null : at
    if (seen.has(period.deputy)) return null
    seen.add(period.deputy)
    at = period.deputy
  }
}
