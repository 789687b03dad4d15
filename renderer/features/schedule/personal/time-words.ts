import { addDays } from '#shared/domain/calendar/days.ts'
import type { Formats } from '../../../i18n/formats.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import { dayOfMs, type CalendarItem } from './calendar-item.ts'

/** From when until when: `09:30–10:30`, or with its days where it goes over midnight. */
export function hoursWords(formats: Formats, fromMs: number, untilMs: number): string {
  const [from, until] = [instantFrom(fromMs), instantFrom(untilMs)]
  if (untilMs === fromMs) return formats.time(from)
  const isOneDay = dayOfMs(fromMs) === dayOfMs(untilMs - 1)
  return isOneDay
    ? `${formats.time(from)}–${formats.time(until)}`
    : `${formats.near(from, until)} – ${formats.near(until, from)}`
}

/** When an item is, with its day. */
export function whenWords(formats: Formats, item: Pick<CalendarItem, 'startMs' | 'endMs' | 'days'>): string {
  const { days, startMs, endMs } = item
  if (days !== null) return daysWords(formats, days.first, days.last)
  return `${formats.weekday(dayOfMs(startMs))} ${formats.dayMonth(dayOfMs(startMs))}, ${hoursWords(formats, startMs, endMs)}`
}

/** One day, or the first and the last one. */
export function daysWords(formats: Formats, first: string, last: string): string {
  const day = (one: string): string => `${formats.weekday(one)} ${formats.dayMonth(one)}`
  return first === last ? day(first) : `${day(first)} – ${day(last)}`
}

/** The days that are shown: a week from its Monday, or one. */
export const daysFrom = (first: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => addDays(first, index))
