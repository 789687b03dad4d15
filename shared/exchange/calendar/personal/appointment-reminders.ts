import type { CalendarEntry } from '../../../domain/schedule/personal/calendar-entry.ts'
import { beginning, MOST_TITLE_UNITS } from '../event.ts'
import { componentsOf } from '../jcal.ts'
import { occurrencesIn, type PersonalOccurrence } from './personal-occurrences.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** Reminders further ahead of what they remind of are left to other programs. */
const MOST_LEAD_MS = 28 * DAY_MS
/** What was missed longer ago than this is not spoken of any more. */
const MISSED_MS = 12 * HOUR_MS
/** So long after it began, somebody may still be told of it. */
const LATE_MS = 5 * MINUTE_MS

/** An appointment that is to be reminded of, on one of its dates. */
export interface AppointmentReminder {
  /** The same for the same appointment at the same time, reminded as long before: what was told under it is not told again. */
  readonly key: string
  readonly uid: string
  readonly title: string
  readonly place: string
  readonly startMs: number
  /** Of whole days: it has no hour. */
  readonly isWhole: boolean
  /** From when on it is told, and until when telling it helps. */
  readonly fromMs: number
  readonly untilMs: number
  /** When it was written: what it would have told before then was never missed. */
  readonly writtenMs: number
}

/** What is to be told now, and what should have been while nobody was there. */
export interface RemindersNow {
  readonly due: readonly AppointmentReminder[]
  readonly missed: readonly AppointmentReminder[]
}

/**
 * Reminders (VALARM, RFC 5545 3.6.6) of appointments from twelve hours before `nowMs` on, for the day after it and as far ahead as they reach; what does not take place, or was declined under an
 * address of one's own, has none. Costs bounded work, whatever the entries say.
 */
export function remindersAhead(
  entries: Iterable<CalendarEntry>,
  me: readonly string[],
  nowMs: number,
): readonly AppointmentReminder[] {
  const reminding = [...entries].filter(({ components }) =>
    components.some((one) => componentsOf(one, 'valarm').length > 0),
  )
  const window = { fromMs: nowMs - DAY_MS - MISSED_MS, toMs: nowMs + MOST_LEAD_MS + DAY_MS }
  return occurrencesIn(reminding, window).occurrences.flatMap((one) => reminderOn(one, me))
}

/** Lines over the page at a time; the others come up as these are read. */
const MOST_LINES = 5

/** What of it is said at once: a file may bring thousands that begin together, and the page is there to work on. */
export const saidAtOnce = ({ due, missed }: RemindersNow): RemindersNow => ({
  due: due.slice(0, MOST_LINES),
  missed: missed.slice(0, MOST_LINES),
})

/** Which of them are to be told at this moment. */
export function remindersAt(reminders: readonly AppointmentReminder[], nowMs: number): RemindersNow {
  const begun = reminders.filter(({ fromMs }) => fromMs <= nowMs)
  return {
    due: begun.filter(({ untilMs }) => nowMs < untilMs),
    missed: begun.filter(
      ({ untilMs, fromMs, writtenMs }) =>
        untilMs <= nowMs && untilMs > nowMs - MISSED_MS && writtenMs <= fromMs,
    ),
  }
}

function reminderOn(one: PersonalOccurrence, me: readonly string[]): readonly AppointmentReminder[] {
  const { uid, title, place, startMs, days, isCancelled, reminder, event } = one
  const isDeclined = event.attendees.some(
    ({ address, partstat }) => partstat === 'DECLINED' && me.includes(address),
  )
  const leadMs = (reminder ?? 0) * MINUTE_MS
  if (reminder === null || isCancelled || isDeclined || leadMs > MOST_LEAD_MS) return []
  const written = Date.parse(event.stamp ?? '')
  return [
    {
      key: `appointment ${uid} ${String(startMs)} ${String(reminder)}`,
      ...{
        uid,
        title: beginning(title, MOST_TITLE_UNITS),
        place: beginning(place, MOST_TITLE_UNITS),
        startMs,
      },
      isWhole: days !== null,
      fromMs: startMs - leadMs,
      untilMs: startMs + (days === null ? LATE_MS : DAY_MS),
      writtenMs: Number.isNaN(written) ? 0 : written,
    },
  ]
}
