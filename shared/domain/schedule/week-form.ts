import type { LocalDate } from '../../kernel/instant.ts'
import { weekdayOf } from '../calendar/days.ts'
import type { Half, ShownLine, WeekLine } from './week-line.ts'

/** Words of the printed schedule and of the calendar files made from it, as agencies write them. */
export const weekWords = {
  title: 'Lịch công tác tuần',
  /** Instead of everything that is said of a private line. */
  busy: 'Bận',
  chair: 'Chủ trì',
  attendees: 'Thành phần',
  preparer: 'Chuẩn bị',
  transport: 'Phương tiện',
  leaders: 'Lãnh đạo',
} as const

/** Halves of the day as printed. */
export const halfNames: Readonly<Record<Half, string>> = { morning: 'Sáng', afternoon: 'Chiều' }

const WEEKDAYS = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'] as const

/** `Thứ Hai` */
export const weekdayName = (day: LocalDate): string => WEEKDAYS[weekdayOf(day)] ?? ''

/** `23/11/2026` */
export const printedDate = (day: LocalDate): string => day.split('-').toReversed().join('/')

/** `8h30`, `14h`: as hours are written in schedules. */
export function printedHour(minute: number): string {
  const rest = minute % 60
  return `${Math.floor(minute / 60)}h${rest === 0 ? '' : String(rest).padStart(2, '0')}`
}

/** `8h30 – 11h`; empty where only the half of the day is known. */
export function printedHours({ hours }: Pick<WeekLine, 'hours'>): string {
  if (hours === null) return ''
  const from = printedHour(hours.from)
  return hours.until === null ? from : `${from} – ${printedHour(hours.until)}`
}

/** Chair first, then whoever takes part. */
export const printedPeople = ({ chair, attendees }: Pick<ShownLine, 'chair' | 'attendees'>): string =>
  [chair === '' ? '' : `${weekWords.chair}: ${chair}`, attendees].filter((part) => part !== '').join('; ')
