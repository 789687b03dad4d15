import type { Language, Translate } from './messages.ts'
import { localDateOf, millisOf, partsOf, VIETNAM_OFFSET_MINUTES } from '#shared/kernel/instant.ts'
import type { Instant, LocalDate } from '#shared/kernel/instant.ts'

/** A day (`LocalDate`) or a moment; a moment is read at the agency's clock. */
export type DateLike = Instant

const LOCALES = { vi: 'vi-VN', en: 'en-US' } as const
const two = (value: number): string => String(value).padStart(2, '0')
const dayOf = (value: DateLike): LocalDate => (value.length === 10 ? value : localDateOf(value))
const dayNumber = (value: DateLike): number => millisOf(`${dayOf(value)}T00:00:00.000Z`) / 86_400_000
const atAgency = (value: Instant): Date => new Date(millisOf(value) + VIETNAM_OFFSET_MINUTES * 60_000)
const weekdayKey = (value: DateLike) =>
  String((dayNumber(value) + 4) % 7) as '0' | '1' | '2' | '3' | '4' | '5' | '6'

/** How dates, times, sizes and numbers are written in one language. */
export interface Formats {
  /** `16/11/2026` */
  readonly date: (value: DateLike) => string
  /** `16/11` */
  readonly dayMonth: (value: DateLike) => string
  /** `08:14` */
  readonly time: (value: Instant) => string
  /** `08:14:05` */
  readonly timeWithSeconds: (value: Instant) => string
  /** `16/11/2026 08:14` */
  readonly dateTime: (value: Instant) => string
  /** `08:14` on the same day, `16/11 08:14` in the same year, else with the year. */
  readonly near: (value: Instant, now: Instant) => string
  /** `Thứ Hai` */
  readonly weekday: (value: DateLike) => string
  /** `T2`, for the heads of calendars. */
  readonly shortWeekday: (value: DateLike) => string
  /** `Hôm nay, thứ Hai` or `Thứ Sáu`, for group headings. */
  readonly dayHeading: (value: DateLike, today: DateLike) => string
  /** `Thứ Hai, 16/11/2026` */
  readonly fullDate: (value: DateLike) => string
  /** `4.812` in Vietnamese, `4,812` in English. */
  readonly number: (value: number) => string
  /** `1,4 MB` */
  readonly bytes: (sizeBytes: number) => string
  /** `42 phút`, `3 giờ 5 phút`, `2 ngày 4 giờ`; under a minute counts as none. */
  readonly duration: (ms: number) => string
}

export function createFormats(language: Language, t: Translate): Formats {
  const decimal = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 1 })
  const number = (value: number): string => decimal.format(value)

  const dayMonth = (value: DateLike): string => {
    const { month, day } = partsOf(dayOf(value))
    return `${two(day)}/${two(month)}`
  }
  const date = (value: DateLike): string => `${dayMonth(value)}/${partsOf(dayOf(value)).year}`
  const time = (value: Instant): string => {
    const clock = atAgency(value)
    return `${two(clock.getUTCHours())}:${two(clock.getUTCMinutes())}`
  }
  const weekday = (value: DateLike): string => t(`common.weekday.long.${weekdayKey(value)}`)

  return {
    date,
    dayMonth,
    time,
    timeWithSeconds: (value) => `${time(value)}:${two(atAgency(value).getUTCSeconds())}`,
    dateTime: (value) => `${date(value)} ${time(value)}`,
    near: (value, now) => {
      if (dayOf(value) === dayOf(now)) return time(value)
      const sameYear = partsOf(dayOf(value)).year === partsOf(dayOf(now)).year
      return `${sameYear ? dayMonth(value) : date(value)} ${time(value)}`
    },
    weekday,
    shortWeekday: (value) => t(`common.weekday.short.${weekdayKey(value)}`),
    dayHeading: (value, today) => {
      if (dayOf(value) !== dayOf(today)) return weekday(value)
      return t('common.todayWeekday', { weekday: t(`common.weekday.inline.${weekdayKey(value)}`) })
    },
    fullDate: (value) => t('shell.status.date', { weekday: weekday(value), date: date(value) }),
    number,
    duration: (ms) => {
      const minutes = Math.floor(ms / 60_000)
      const hours = Math.floor(minutes / 60)
      const days = Math.floor(hours / 24)
      if (hours === 0) return t('common.minutes', { count: minutes })
      if (days === 0)
        return `${t('common.hours', { count: hours })} ${t('common.minutes', { count: minutes % 60 })}`
      return `${t('common.days', { count: days })} ${t('common.hours', { count: hours % 24 })}`
    },
    bytes: (sizeBytes) => {
      if (sizeBytes < 1024) return `${sizeBytes} B`
      if (sizeBytes < 1024 * 1024) return `${number(Math.round(sizeBytes / 1024))} KB`
      return `${number(sizeBytes / (1024 * 1024))} MB`
    },
  }
}
