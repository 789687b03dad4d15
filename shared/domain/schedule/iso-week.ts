import { z } from 'zod'
import type { LocalDate } from '../../kernel/instant.ts'
import { addDays, daysBetween, weekdayOf } from '../calendar/days.ts'

/** A week from Monday to Sunday as ISO 8601 counts them: `2026-W48`. Stored and exchanged. */
export type WeekId = string

const WEEK = /^(\d{4})-W(\d{2})$/

/** The week a day falls in: it belongs to the year that has its Thursday. */
export function weekOf(date: LocalDate): WeekId {
  const thursday = addDays(date, 3 - fromMonday(date))
  const year = thursday.slice(0, 4)
  const number = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1
  return `${year}-W${String(number).padStart(2, '0')}`
}

/** Its Monday; throws RangeError when it is no week. */
export function mondayOf(week: WeekId): LocalDate {
  const [, year, number] = WEEK.exec(week) ?? []
  if (year === undefined || number === undefined) throw new RangeError(`not a week: ${week}`)
  const first = `${year}-01-04`
  return addDays(first, (Number(number) - 1) * 7 - fromMonday(first))
}

/** Its seven days, Monday first. */
export function daysOfWeek(week: WeekId): readonly LocalDate[] {
  const monday = mondayOf(week)
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index))
}

/** The week that lies so many weeks behind, or before when negative. */
export const weekFrom = (week: WeekId, weeks: number): WeekId => weekOf(addDays(mondayOf(week), weeks * 7))

/** Its running number within the year. */
export const numberOfWeek = (week: WeekId): number => Number(week.slice(-2))

/** Only weeks that exist: a year has 52 or 53. */
export const weekId = z
  .string()
  .regex(WEEK)
  .refine((week) => WEEK.test(week) && weekOf(mondayOf(week)) === week)

const fromMonday = (date: LocalDate): number => (weekdayOf(date) + 6) % 7
