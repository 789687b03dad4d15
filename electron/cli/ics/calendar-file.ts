import { readFile, stat, writeFile } from 'node:fs/promises'
import type { CalendarError } from '#shared/exchange/calendar/errors.ts'
import type { JComponent } from '#shared/exchange/calendar/jcal.ts'
import { CALENDAR_LIMITS } from '#shared/exchange/calendar/limits.ts'
import { readCalendar, type ReadCalendar } from '#shared/exchange/calendar/read-calendar.ts'
import { CommandError } from '../command.ts'

/** Reads a calendar file, none that is larger than one may be; throws CommandError when there is none to read. */
export async function calendarFile(path: string): Promise<ReadCalendar> {
  try {
    const { size } = await stat(path)
    if (size > CALENDAR_LIMITS.bytes)
      return { ok: false, error: { code: 'too-large', line: 0, facts: { limit: CALENDAR_LIMITS.bytes } } }
    return readCalendar(await readFile(path))
  } catch (error) {
    throw new CommandError('cli.file-unreadable', error instanceof Error ? error.message : path)
  }
}

/** The calendar of a file that must be one; throws CommandError with the code of its fault otherwise. */
export async function wholeCalendar(path: string): Promise<JComponent> {
  const read = await calendarFile(path)
  if (read.ok) return read.calendar
  throw new CommandError(`calendar.${read.error.code}`, `${path}: ${explained(read.error)}`, {
    details: { line: read.error.line, ...read.error.facts },
  })
}

/** Lays bytes down as a new file; throws CommandError where there is one already, or none can be. */
export async function writeNewFile(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes, { flag: 'wx' })
  } catch (error) {
    throw new CommandError('cli.file-not-written', error instanceof Error ? error.message : path)
  }
}

/** What a command prints of a file that is refused. */
export function refusedJson(error: CalendarError): object {
  return { error: { code: error.code, line: error.line, message: explained(error) } }
}

const SHOWN = 120

function explained({ code, line, facts }: CalendarError): string {
  const said = Object.entries(facts).map(
    ([name, value]) =>
      `${name} ${String(value)
        .slice(0, SHOWN)
        .replace(/[^\x20-\x7e]/g, '?')}`,
  )
  const place = line === 0 ? '' : ` at line ${line}`
  return `${code.replaceAll('-', ' ')}${place}${said.length === 0 ? '' : `: ${said.join(', ')}`}`
}
