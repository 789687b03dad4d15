import { millisOf, type Instant } from '../../kernel/instant.ts'
import type { Meeting } from './meeting.ts'

/** How a meeting went, in numbers. Minutes are rounded. */
export interface MeetingFigures {
  /** Members there, and how many members there are. */
  readonly present: number
  readonly members: number
  /** From its beginning to its end. */
  readonly minutes: number
  /** Conclusions and results of votes for each hour, to one place behind the comma; null for a meeting too short to tell. */
  readonly decisionsPerHour: number | null
  readonly items: readonly {
    readonly id: string
    readonly title: string
    readonly spent: number
    readonly allotted: number
  }[]
}

const SHORTEST_MINUTES = 10

const minutesBetween = (from: Instant, until: Instant): number =>
  Math.max(0, (millisOf(until) - millisOf(from)) / 60_000)

/** Attendance, time by item and decisions per hour; undefined while it has not ended. */
export function figuresOf({ members, items, openedAt, closedAt }: Meeting): MeetingFigures | undefined {
  if (openedAt === null || closedAt === null) return undefined
  const minutes = minutesBetween(openedAt, closedAt)
  const decisions = items.reduce(
    (sum, { conclusion, motions }) =>
      sum + (conclusion === null ? 0 : 1) + motions.filter(({ declared }) => declared !== null).length,
    0,
  )
  const voting = members.filter(({ part }) => part === 'member')
  return {
    present: voting.filter(({ present }) => present !== null).length,
    members: voting.length,
    minutes: Math.round(minutes),
    decisionsPerHour: minutes < SHORTEST_MINUTES ? null : Math.round((decisions * 600) / minutes) / 10,
    items: items.map(({ id, title, spent, minutes: allotted }) => ({
      ...{ id, title, allotted },
      spent: Math.round(
        spent.reduce((sum, { from, until }) => sum + minutesBetween(from, until ?? closedAt), 0),
      ),
    })),
  }
}
