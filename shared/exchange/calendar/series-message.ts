import type { SeriesPattern } from '../../domain/meetings/series/series.ts'
import { localDateOf, millisOf, type Instant, type LocalDate } from '../../kernel/instant.ts'
import { timeProperty, vietnamTime, type CalendarTime } from './calendar-time.ts'
import { messageOf } from './itip/message.ts'
import {
  propertyOf,
  withProperties,
  withProperty,
  type JComponent,
  type JProperty,
  type JValue,
} from './jcal.ts'
import { eventOfMeeting, type ToldMeeting } from './meeting-message.ts'
import { daysOfPattern } from './series-days.ts'

/** One date of a series as those outside are told of it. */
export interface ToldDate {
  /** The day of the rule, or of whoever added it. */
  readonly on: LocalDate
  readonly told: ToldMeeting
  /** It does not take place. */
  readonly isOff: boolean
}

/** A series as those outside are told of it; never empty. */
export interface ToldSeries {
  readonly uid: string
  readonly sequence: number
  readonly pattern: SeriesPattern
  readonly first: LocalDate
  readonly dates: readonly ToldDate[]
}

/**
 * A series as one calendar object (RFC 5545, 3.8.4.4 and 3.8.5): the rule with what most dates say, days of the rule on which none is as EXDATE, further days as RDATE, and a
 * component of its own for each date that differs. It replaces what was told before (RFC 5546, 3.2.2).
 */
export function seriesMessage(method: 'REQUEST' | 'CANCEL', series: ToldSeries): JComponent {
  const held = series.dates.filter(({ isOff }) => !isOff)
  const usual = usualOf(held.length === 0 ? series.dates : held)
  const at = wallClock(usual.told.from)
  const lastsMs = millisOf(usual.told.until) - millisOf(usual.told.from)
  const all = series.dates.map(({ on }) => on).toSorted()
  const ruled = daysOfPattern(series.pattern, series.first, all.at(-1) ?? series.first)
  const placed = new Set(held.map(({ on }) => on))
  const start = (on: LocalDate): CalendarTime => ({ ...at, at: `${on}T${at.at.slice(11)}` })
  const list = (name: string, days: readonly LocalDate[]): readonly JProperty[] =>
    days.map((on) => timeProperty(name, start(on)))
  const own = (told: ToldMeeting): JComponent =>
    eventOfMeeting(method, { ...told, uid: series.uid, sequence: series.sequence })
  const begins = timeProperty('dtstart', start(series.first))
  const ends = timeProperty('dtend', vietnamTime(millisOf(instantOn(series.first, usual)) + lastsMs))
  const master = [
    ['dtstart', [begins]],
    ['dtend', [ends]],
    ['rrule', [ruleProperty(series.pattern, instantOn(ruled.at(-1) ?? series.first, usual))]],
    [
      'rdate',
      list(
        'rdate',
        all.filter((on) => placed.has(on) && !ruled.includes(on)),
      ),
    ],
    ['exdate', list('exdate', method === 'CANCEL' ? [] : ruled.filter((on) => !placed.has(on)))],
  ] as const
  const whole = master.reduce<JComponent>(
    (one, [name, properties]) => withProperties(one, name, properties),
    own(usual.told),
  )
  const overrides = (method === 'CANCEL' ? [] : held)
    .filter((date) => !isUsual(date, usual))
    .map((date) =>
      withProperty(own(date.told), 'recurrence-id', timeProperty('recurrence-id', start(date.on))),
    )
  return messageOf(method, [whole, ...overrides])
}

/** Which date of a series a component of a message is about; null: about all of them. */
export function dateMeant(component: JComponent): LocalDate | null {
  const value = propertyOf(component, 'recurrence-id')?.[3]
  if (typeof value !== 'string') return null
  return value.endsWith('Z') ? localDateOf(`${value.slice(0, 19)}.000Z`) : value.slice(0, 10)
}

const FREQUENCIES = { weekly: 'WEEKLY', monthDay: 'MONTHLY', monthWeekday: 'MONTHLY' } as const
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const

/** UNTIL stands in UTC where the start has a zone (RFC 5545, 3.3.10). */
function ruleProperty(pattern: SeriesPattern, until: Instant): JProperty {
  const parts: Record<string, JValue> = { freq: FREQUENCIES[pattern.kind] }
  if (pattern.kind === 'weekly' && pattern.interval > 1) parts['interval'] = pattern.interval
  if (pattern.kind === 'monthDay') parts['bymonthday'] = pattern.day
  if (pattern.kind === 'monthWeekday')
    parts['byday'] = `${String(pattern.nth)}${WEEKDAYS[pattern.weekday] ?? 'MO'}`
  return ['rrule', {}, 'recur', { ...parts, until: `${until.slice(0, 19)}Z` }]
}

/** What most dates say: those need no component of their own. The earliest where two are as many. */
function usualOf(dates: readonly ToldDate[]): ToldDate {
  const counts = new Map<string, { readonly date: ToldDate; count: number }>()
  for (const date of dates) {
    const said = saidBy(date)
    const known = counts.get(said) ?? { date, count: 0 }
    known.count += 1
    counts.set(said, known)
  }
  const [most] = [...counts.values()].toSorted((a, b) => b.count - a.count)
  if (most === undefined) throw new RangeError('a series without a date')
  return most.date
}

const isUsual = (date: ToldDate, usual: ToldDate): boolean =>
  saidBy(date) === saidBy(usual) && localDateOf(date.told.from) === date.on

/** What a date says beside its day. */
function saidBy({ on, told }: ToldDate): string {
  const { title, place, callUrl, description, attendees, from, until } = told
  const days = (Date.parse(localDateOf(from)) - Date.parse(on)) / 86_400_000
  const lasts = millisOf(until) - millisOf(from)
  return JSON.stringify([
    days,
    wallClock(from).at.slice(11),
    lasts,
    title,
    place,
    callUrl,
    description,
    attendees,
  ])
}

const wallClock = (instant: Instant): ReturnType<typeof vietnamTime> => vietnamTime(millisOf(instant))

/** The start on a day, as the usual date has its hour. */
function instantOn(on: LocalDate, { told }: ToldDate): Instant {
  const days = Date.parse(on) - Date.parse(localDateOf(told.from))
  return new Date(millisOf(told.from) + days).toISOString()
}
