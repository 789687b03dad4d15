import { VIETNAM_OFFSET_MINUTES } from '#shared/kernel/instant.ts'
import type { InstantWindow } from '#shared/exchange/calendar/occurrences.ts'
import { CommandError } from '../command.ts'
import { calendarFile, refusedJson } from './calendar-file.ts'
import { calendarJson } from './calendar-json.ts'

const DAY = /^\d{4}-\d\d-\d\d$/
const DAY_MS = 86_400_000
const YEAR_MS = 365 * DAY_MS

/** Reads a calendar file; answers what `congso ics import` prints, also for one that is refused. Without days, a year from today. */
export async function importCalendar(
  path: string,
  days: { readonly from: string | undefined; readonly to: string | undefined },
): Promise<object> {
  const window = windowOf(days)
  const read = await calendarFile(path)
  return read.ok ? calendarJson(read.calendar, window) : refusedJson(read.error)
}

function windowOf({ from, to }: Parameters<typeof importCalendar>[1]): InstantWindow {
  const fromMs = from === undefined ? Date.now() : startOf(from)
  return { fromMs, toMs: to === undefined ? fromMs + YEAR_MS : startOf(to) + DAY_MS - 1 }
}

/** The first moment of a day in Vietnam. */
function startOf(day: string): number {
  const ms = DAY.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN
  if (Number.isNaN(ms)) throw new CommandError('cli.day-unreadable', `not a day: ${day}`)
  return ms - VIETNAM_OFFSET_MINUTES * 60_000
}
