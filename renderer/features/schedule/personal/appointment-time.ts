import type { hoursFromWords } from '#shared/domain/meetings/hours-words.ts'
import { printedHours } from '#shared/domain/schedule/week-form.ts'
import type { AppointmentTime } from '#shared/exchange/calendar/personal/compose-entry.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { dayOfMs, dayStartMs, minuteOfMs } from './calendar-item.ts'

/** What the fields of an appointment say at first: its days, and its hours as they are written. */
export function fieldsOf(time: AppointmentTime): {
  readonly first: LocalDate
  readonly last: LocalDate
  readonly hours: string
} {
  if (time.kind === 'days') return { first: time.first, last: time.last, hours: '8h – 9h' }
  const first = dayOfMs(time.fromMs)
  const from = minuteOfMs(time.fromMs)
  const until = Math.min(24 * 60, Math.round((time.untilMs - dayStartMs(first)) / 60_000))
  return { first, last: first, hours: printedHours({ hours: { from, until } }) }
}

/** When it is by what the fields say; undefined: hours that are not read. What was not touched stays to the second, and over midnight. */
export function timeOf(
  isWhole: boolean,
  first: LocalDate,
  last: LocalDate,
  untouched: AppointmentTime | undefined,
  hours: ReturnType<typeof hoursFromWords>,
): AppointmentTime | undefined {
  if (isWhole) return { kind: 'days', first, last }
  if (untouched?.kind === 'hours') return untouched
  if (hours === undefined) return undefined
  const start = dayStartMs(first)
  return { kind: 'hours', fromMs: start + hours.from * 60_000, untilMs: start + hours.until * 60_000 }
}
