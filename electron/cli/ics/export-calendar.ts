import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { JComponent } from '#shared/exchange/calendar/jcal.ts'
import { readCalendar } from '#shared/exchange/calendar/read-calendar.ts'
import { writeCalendar } from '#shared/exchange/calendar/write-calendar.ts'
import { CommandError } from '../command.ts'
import { writeNewFile } from './calendar-file.ts'

const value: z.ZodType = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.array(value), z.record(z.string(), value)]),
)
const property = z
  .tuple([z.string(), z.record(z.string(), z.union([z.string(), z.array(z.string())])), z.string()])
  .rest(value)
const component: z.ZodType = z.lazy(() => z.tuple([z.string(), z.array(property), z.array(component)]))
/** What `congso ics import` prints, or the jCal of it alone. */
const source = z.union([component, z.object({ jcal: component }).transform(({ jcal }) => jcal)])

/** Writes the calendar of a JSON file as iCalendar; a file that is there is not overwritten. */
export async function exportCalendar(path: string, out: string): Promise<object> {
  const calendar = await jcalOf(path)
  const bytes = writeCalendar(calendar)
  const read = readCalendar(bytes)
  if (!read.ok) throw new CommandError(`calendar.${read.error.code}`, `${path}: ${read.error.code}`)
  await writeNewFile(out, bytes)
  return { file: out, bytes: bytes.length, components: calendar[2].length }
}

async function jcalOf(path: string): Promise<JComponent> {
  try {
    return source.parse(JSON.parse(await readFile(path, 'utf8'))) as JComponent
  } catch (error) {
    throw new CommandError('cli.file-unreadable', error instanceof Error ? error.message : path)
  }
}
