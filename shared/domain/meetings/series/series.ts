import { z } from 'zod'

const interval = z.union([z.literal(1), z.literal(2)])
const weekday = z.int().min(0).max(6)

/** How the dates of a series follow each other. A week and a fortnight keep the weekday of the first date; weekday 0 is Sunday. Stored and exchanged. */
export const seriesPattern = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('weekly'), interval }),
  z.strictObject({ kind: z.literal('monthDay'), day: z.int().min(1).max(31) }),
  /** The n-th such weekday of the month; -1: the last one. */
  z.strictObject({
    kind: z.literal('monthWeekday'),
    nth: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(-1)]),
    weekday,
  }),
])
export type SeriesPattern = z.infer<typeof seriesPattern>

/** What becomes of a date on which the offices are closed. Stored and exchanged. */
export const daysOffWays = ['skip', 'move', 'keep'] as const
export type DaysOffWay = (typeof daysOffWays)[number]

/** Dates that one series is called with at most. */
export const MOST_DATES = 60

/** The rule of a series: from its first date until a day or for a number of dates, whichever is named. */
export const seriesRule = z.strictObject({
  pattern: seriesPattern,
  first: z.iso.date(),
  until: z.iso.date().nullable(),
  count: z.int().min(1).max(MOST_DATES).nullable(),
  daysOff: z.enum(daysOffWays),
})
export type SeriesRule = z.infer<typeof seriesRule>

/** To which series a meeting belongs and which of its dates it is. Stored and exchanged. */
export const inSeries = z.strictObject({
  /** The id of its first meeting. */
  id: z.string().min(1).max(52),
  /** The day that the rule, or whoever added the date, gave it: stays when the meeting moves (RECURRENCE-ID, RFC 5545). */
  on: z.iso.date(),
  /** Of how many it was called as which; a date that is added later is counted on. */
  number: z.int().min(1).max(999),
  of: z.int().min(1).max(999),
  rule: seriesRule,
})
export type InSeries = z.infer<typeof inSeries>

/** The id of a meeting of a series: its first one has that of the series, every other one's tells its date, so that no date is called twice. */
export const meetingOfSeries = ({ id, on, rule }: Pick<InSeries, 'id' | 'on' | 'rule'>): string =>
  on === rule.first ? id : `${id}.${on}`
