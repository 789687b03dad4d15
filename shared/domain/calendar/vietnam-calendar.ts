import type { LocalDate } from '../../kernel/instant.ts'
import type { OfficeHours, WorkingCalendar } from './working-calendar.ts'

/** Office hours of the profile: 07:00–11:30 and 13:30–17:00 (product.md 5.1); an agency may set others. */
export const officeHours: readonly OfficeHours[] = [
  { from: 7 * 60, to: 11 * 60 + 30 },
  { from: 13 * 60 + 30, to: 17 * 60 },
]

/** Public holidays on a fixed day of the solar year. Those of the lunar year and bridged days come with the notice of each year. */
const FIXED_HOLIDAYS = ['01-01', '04-30', '05-01', '09-02'] as const

/** What an agency sets over the profile. */
export interface CalendarSettings {
  readonly holidays: readonly LocalDate[]
  readonly makeUpDays: readonly LocalDate[]
  readonly hours: readonly OfficeHours[]
}

/** The calendar of the profile with the settings of the agency over it, for the years around `today`. */
export function workingCalendar(settings: CalendarSettings | undefined, today: LocalDate): WorkingCalendar {
  const year = Number(today.slice(0, 4))
  const fixed = [year - 1, year, year + 1].flatMap((one) => FIXED_HOLIDAYS.map((day) => `${one}-${day}`))
  return {
    holidays: [...new Set([...fixed, ...(settings?.holidays ?? [])])].sort(),
    makeUpDays: settings?.makeUpDays ?? [],
    hours: settings === undefined || settings.hours.length === 0 ? officeHours : settings.hours,
  }
}
