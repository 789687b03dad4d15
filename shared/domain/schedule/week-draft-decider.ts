import { z } from 'zod'
import {
  events,
  refuse,
  type Audience,
  type Decider,
  type Decision,
  type DecisionContext,
  type Happened,
} from '../decision.ts'
import type { Post } from '../directory/directory.ts'
import { linesIn, secretMarkIn } from '../law/secret-marks.ts'
import { parserOf } from '../parse-command.ts'
import { drawnMeeting, treatments, type DrawnMeeting, type Treatment } from './drawn-meeting.ts'
import { daysOfWeek, weekId, type WeekId } from './iso-week.ts'
import { mayKeepLine, maySchedule, type WeekDraft } from './week-draft.ts'
import { isSame, weekLine, type WeekLine } from './week-line.ts'

const id = z.string().min(1).max(64)
/** Lines and meetings of one week. */
const MOST_LINES = 500

const weekDraftCommands = {
  'week-draft.keep': z.strictObject({ week: weekId, lines: z.array(weekLine).min(1).max(100) }),
  'week-draft.remove': z.strictObject({ week: weekId, line: id }),
  'week-draft.treat': z.strictObject({ week: weekId, meeting: id, as: z.enum(treatments) }),
  'week-draft.draw': z.strictObject({ week: weekId, meeting: drawnMeeting }),
  'week-draft.withdraw': z.strictObject({ week: weekId, meeting: id }),
} as const
/** What may be asked of the draft of a week; `week`: the id it is kept under. */
export type WeekDraftCommand = {
  [T in keyof typeof weekDraftCommands]: {
    readonly type: T
    readonly payload: z.infer<(typeof weekDraftCommands)[T]>
  }
}[keyof typeof weekDraftCommands]

/** Stored for ever: a changed meaning is a new type. */
export type WeekDraftEvent = Happened & { readonly week: WeekId } & (
    | { readonly type: 'kept'; readonly lines: readonly WeekLine[] }
    | { readonly type: 'removed'; readonly line: string }
    | { readonly type: 'treated'; readonly meeting: string; readonly as: Treatment }
    | { readonly type: 'drawn'; readonly meeting: DrawnMeeting }
    | { readonly type: 'withdrawn'; readonly meeting: string }
  )

/**
 * The draft of a weekly schedule, changed line by line, so that two who change different ones at once both succeed. Meetings to which
 * leaders are called are drawn in by the node. A version is published from it into the aggregate `week` of the same id.
 */
export const weekDraftDecider: Decider<WeekDraft, WeekDraftCommand, WeekDraftEvent> = {
  kind: 'week-draft',
  parse: parserOf(weekDraftCommands),
  decide,
  evolve,
  audienceOf: (): Audience => ['role:clerk', 'role:leader'],
  eventTypes: ['kept', 'removed', 'treated', 'drawn', 'withdrawn'],
}

function decide(
  state: WeekDraft | undefined,
  command: WeekDraftCommand,
  context: DecisionContext,
): Decision<WeekDraftEvent> {
  const { actor, at } = context
  const { week } = command.payload
  if (state !== undefined && state.id !== week) return refuse('unknown-object')
  const stamp = { at, by: { person: actor.person, post: actor.post }, week }
  switch (command.type) {
    case 'week-draft.keep':
      return (
        whyNotKept(state, command.payload, context) ??
        events({ ...stamp, type: 'kept', lines: command.payload.lines })
      )
    case 'week-draft.remove': {
      const line = state?.lines.find((one) => one.id === command.payload.line)
      if (line === undefined) return events()
      if (!mayKeepLine(actor, line)) return refuse('week-by-office')
      return events({ ...stamp, type: 'removed', line: line.id })
    }
    case 'week-draft.treat': {
      const meeting = state?.meetings.find((one) => one.meeting === command.payload.meeting)
      if (meeting === undefined) return refuse('unknown-object')
      if (!maySchedule(actor)) return refuse('week-by-office')
      return meeting.treatment === command.payload.as
        ? events()
        : events({ ...stamp, type: 'treated', meeting: meeting.meeting, as: command.payload.as })
    }
    case 'week-draft.draw': {
      if (!actor.roles.includes('node')) return refuse('node-only')
      const known = state?.meetings.find(({ meeting }) => meeting === command.payload.meeting.meeting)
      if (known !== undefined && isSame(known, { ...command.payload.meeting, treatment: known.treatment }))
        return events()
      return events({ ...stamp, type: 'drawn', meeting: command.payload.meeting })
    }
    case 'week-draft.withdraw': {
      if (!actor.roles.includes('node')) return refuse('node-only')
      const isThere = state?.meetings.some(({ meeting }) => meeting === command.payload.meeting) === true
      return isThere ? events({ ...stamp, type: 'withdrawn', meeting: command.payload.meeting }) : events()
    }
  }
}

function whyNotKept(
  state: WeekDraft | undefined,
  { week, lines }: { readonly week: WeekId; readonly lines: readonly WeekLine[] },
  { actor, look }: DecisionContext,
): ReturnType<typeof refuse> | undefined {
  if (secretMarkIn(linesIn(lines)) !== undefined) return refuse('secret-refused')
  const known = state?.lines ?? []
  const replaced = known.filter(({ id }) => lines.some((line) => line.id === id))
  if ([...lines, ...replaced].some((line) => !mayKeepLine(actor, line))) return refuse('week-by-office')
  const days = daysOfWeek(week)
  if (lines.some(({ day }) => !days.includes(day))) return refuse('week-other-day')
  const isLeader = (post: string): boolean =>
    (look('post', post) as Post | undefined)?.roles.includes('leader') === true
  const other = lines.flatMap(({ leaders }) => leaders).find((post) => !isLeader(post))
  if (other !== undefined) return refuse('week-leaders-only', { post: other })
  return known.length - replaced.length + lines.length > MOST_LINES
    ? refuse('week-full', { most: MOST_LINES })
    : undefined
}

/** Kept under another id it is nobody's. */
function evolve(state: WeekDraft | undefined, event: WeekDraftEvent, id: string): WeekDraft {
  const before = state ?? { id, revision: 0, lines: [], meetings: [], changedAt: event.at }
  if (event.week !== id) return before
  const next = { ...before, revision: before.revision + 1, changedAt: event.at }
  switch (event.type) {
    case 'kept':
      return { ...next, lines: event.lines.reduce(withLine, before.lines) }
    case 'removed':
      return { ...next, lines: before.lines.filter((line) => line.id !== event.line) }
    case 'treated':
      return {
        ...next,
        meetings: before.meetings.map((one) =>
          one.meeting === event.meeting ? { ...one, treatment: event.as } : one,
        ),
      }
    case 'drawn': {
      const known = before.meetings.find(({ meeting }) => meeting === event.meeting.meeting)
      const drawn = { ...event.meeting, treatment: known?.treatment ?? 'shown' }
      const others = before.meetings.filter(({ meeting }) => meeting !== drawn.meeting)
      return { ...next, meetings: [...others, drawn] }
    }
    case 'withdrawn':
      return { ...next, meetings: before.meetings.filter(({ meeting }) => meeting !== event.meeting) }
  }
}

/** A line that is there keeps its place. */
function withLine(lines: readonly WeekLine[], line: WeekLine): readonly WeekLine[] {
  return lines.some(({ id }) => id === line.id)
    ? lines.map((one) => (one.id === line.id ? line : one))
    : [...lines, line]
}
