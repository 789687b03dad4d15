import { VIETNAM_OFFSET_MINUTES, type LocalDate } from '../../kernel/instant.ts'
import { parameterOf, type JProperty, type JValue } from './jcal.ts'

/** What a clock on the wall shows: `2026-11-23T08:00:00`. Sorts as text. */
export type WallTime = string

/** When something is (RFC 5545, 3.3.5): a whole day, the clock of wherever one is, UTC, or the clock of a zone. */
export type CalendarTime =
  | { readonly kind: 'date'; readonly date: LocalDate }
  | { readonly kind: 'local'; readonly at: WallTime }
  | { readonly kind: 'utc'; readonly at: WallTime }
  | { readonly kind: 'zoned'; readonly at: WallTime; readonly zone: string }

/** The zone of a time without one, and of what is written here. */
export const VIETNAM_ZONE = 'Asia/Ho_Chi_Minh'

const DATE = /^\d{4}-\d\d-\d\d$/
const DATE_TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(Z?)$/

/** The time of a property such as DTSTART; undefined when it is none, as 30 February is none. */
export function timeOf(property: JProperty): CalendarTime | undefined {
  const [, , , value] = property
  return timeFrom(value, parameterOf(property, 'tzid'))
}

/** The time that a value of jCal tells, in this zone if it names none. */
export function timeFrom(value: JValue | undefined, zone: string | undefined): CalendarTime | undefined {
  if (typeof value !== 'string') return undefined
  if (DATE.test(value)) return isReal(`${value}T00:00:00`) ? { kind: 'date', date: value } : undefined
  const [, at, z] = DATE_TIME.exec(value) ?? []
  if (at === undefined || !isReal(at)) return undefined
  if (z === 'Z') return { kind: 'utc', at }
  return zone === undefined ? { kind: 'local', at } : { kind: 'zoned', at, zone }
}

/** The property that tells this time. */
export function timeProperty(name: string, time: CalendarTime): JProperty {
  switch (time.kind) {
    case 'date':
      return [name, {}, 'date', time.date]
    case 'local':
      return [name, {}, 'date-time', time.at]
    case 'utc':
      return [name, {}, 'date-time', `${time.at}Z`]
    case 'zoned':
      return [name, { tzid: time.zone }, 'date-time', time.at]
  }
}

/** What the wall shows, in milliseconds as if the wall hung in Greenwich: for counting days and hours, not an instant. */
export function wallMsOf(time: CalendarTime): number {
  return Date.parse(time.kind === 'date' ? `${time.date}T00:00:00Z` : `${time.at}Z`)
}

/** The same kind of time and zone, at another reading of the wall. */
export function atWallMs(time: CalendarTime, wallMs: number): CalendarTime {
  const at = new Date(wallMs).toISOString().slice(0, 19)
  return time.kind === 'date' ? { kind: 'date', date: at.slice(0, 10) } : { ...time, at }
}

/** This instant on the clock of Vietnam. */
export function vietnamTime(ms: number): Extract<CalendarTime, { kind: 'zoned' }> {
  const at = new Date(ms + VIETNAM_OFFSET_MINUTES * 60_000).toISOString().slice(0, 19)
  return { kind: 'zoned', at, zone: VIETNAM_ZONE }
}

function isReal(at: WallTime): boolean {
  const ms = Date.parse(`${at}Z`)
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 19) === at
}
