import { z } from 'zod'
import { atMinute } from '../calendar/working-calendar.ts'
import { addDays } from '../calendar/days.ts'
import { localDateOf, millisOf, type LocalDate } from '../../kernel/instant.ts'
import { daysOfWeek, type WeekId } from './iso-week.ts'
import { halfAt, type WeekLine } from './week-line.ts'

const id = z.string().min(1).max(64)

/** How a meeting stands in the weekly schedule. Stored and exchanged. */
export const treatments = ['shown', 'busy', 'leftOut'] as const
export type Treatment = (typeof treatments)[number]

/** What the schedule takes over from a meeting to which leaders are called. */
export const drawnMeeting = z.strictObject({
  meeting: id,
  leaders: z.array(id).min(1).max(40),
  title: z.string().min(1).max(500),
  from: z.iso.datetime({ precision: 3 }),
  until: z.iso.datetime({ precision: 3 }),
  place: z.string().max(500),
  chair: z.string().max(200),
  attendees: z.string().max(1000),
  preparer: z.string().max(500),
})
export type DrawnMeeting = z.infer<typeof drawnMeeting>

const DAY_MINUTES = 1440
/** A meeting that lasts longer is a mistake, not a schedule. */
const MOST_DAYS = 31

/** Its lines in a week: one for each day on which it is held. */
export function linesOfMeeting(drawn: DrawnMeeting, treatment: Treatment, week: WeekId): readonly WeekLine[] {
  if (treatment === 'leftOut') return []
  const own = new Set(daysOfWeek(week))
  return daysOf(drawn).flatMap((day, index): readonly WeekLine[] => {
    if (!own.has(day)) return []
    const from = minuteWithin(day, drawn.from)
    const until = minuteWithin(day, drawn.until)
    const when = {
      id: index === 0 ? drawn.meeting : `${drawn.meeting.slice(0, 60)}.${index + 1}`,
      leaders: [...drawn.leaders],
      day,
      half: halfAt(from),
      hours: { from, until },
    }
    if (treatment === 'busy') return [{ ...when, busy: true }]
    const { title: content, place, chair, attendees, preparer } = drawn
    return [{ ...when, busy: false, content, place, chair, attendees, preparer, transport: '' }]
  })
}

/** The days on which it is held. */
export function daysOf({ from, until }: Pick<DrawnMeeting, 'from' | 'until'>): readonly LocalDate[] {
  const first = localDateOf(from)
  const days = Array.from({ length: MOST_DAYS }, (_, index) => addDays(first, index))
  return days.filter((day) => day === first || atMinute(day, 0) < until)
}

function minuteWithin(day: LocalDate, instant: string): number {
  const minutes = Math.floor((millisOf(instant) - millisOf(atMinute(day, 0))) / 60_000)
  return Math.min(DAY_MINUTES, Math.max(0, minutes))
}
