import { dateOfMs, type LocalDate } from '../../kernel/instant.ts'

const DAY_MS = 86_400_000
const dayNumber = (date: LocalDate): number => Date.parse(`${date}T00:00:00.000Z`)

/** Calendar days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return Math.round((dayNumber(b) - dayNumber(a)) / DAY_MS)
}

/** `date` moved by whole days, within the years of four digits. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfMs(dayNumber(date) + days * DAY_MS)
}

/** Day of the week: 0 Sunday to 6 Saturday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(dayNumber(date)).getUTCDay()
}
