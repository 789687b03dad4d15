/** A moment: ISO 8601, UTC, milliseconds, `2026-11-22T01:02:03.456Z`. Sorts as text. */
export type Instant = string
/** A day on the agency's calendar: `2026-11-22`. */
export type LocalDate = string

/** Minutes east of UTC of the one time zone of Vietnam. */
export const VIETNAM_OFFSET_MINUTES = 420

/** Milliseconds since 1970 → instant. */
export function instantFrom(ms: number): Instant {
  return new Date(ms).toISOString()
}

/** Instant → milliseconds since 1970; throws RangeError when it is none. */
export function millisOf(instant: Instant): number {
  const ms = Date.parse(instant)
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${instant}`)
  return ms
}

/** The day an instant falls on, `offsetMinutes` east of UTC. */
export function localDateOf(instant: Instant, offsetMinutes: number = VIETNAM_OFFSET_MINUTES): LocalDate {
  return dateOfMs(millisOf(instant) + offsetMinutes * 60_000)
}

const FIRST_MS = Date.parse('0001-01-01T00:00:00.000Z')
const LAST_MS = Date.parse('9999-12-31T00:00:00.000Z')

/** Milliseconds since 1970 → the day in UTC. Years are written with four digits: what lies outside is the first or the last of them. */
export const dateOfMs = (ms: number): LocalDate =>
  new Date(Math.min(Math.max(ms, FIRST_MS), LAST_MS)).toISOString().slice(0, 10)

/** Year, month 1–12 and day 1–31 of a date. */
export function partsOf(date: LocalDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}
