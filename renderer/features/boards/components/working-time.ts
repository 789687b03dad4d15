import type { Formats } from '../../../i18n/formats.ts'
import type { Translate } from '../../../i18n/messages.ts'

const HOUR = 60
const TWO_HOURS = 120

/** Office minutes in words: minutes up to two hours, hours up to a day of `dayMinutes`, then days of work. */
export function workingTime(minutes: number, dayMinutes: number, t: Translate, formats: Formats): string {
  if (minutes < TWO_HOURS) return t('boards.span.minutes', { value: formats.number(Math.round(minutes)) })
  if (minutes < dayMinutes) return t('boards.span.hours', { value: formats.number(minutes / HOUR) })
  return t('boards.span.days', { value: formats.number(minutes / dayMinutes) })
}
