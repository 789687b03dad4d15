import ICAL from 'ical.js'
import { MalformedUtf8, Utf8Decoder } from '../../kernel/utf8-decoder.ts'
import { CalendarErrorCode, CalendarRefusal, type CalendarError } from './errors.ts'
import { textOf, type JComponent } from './jcal.ts'
import { CALENDAR_LIMITS, type CalendarLimits } from './limits.ts'
import { scanLines } from './scan-lines.ts'

/** A calendar, or why there is none. */
export type ReadCalendar =
  { readonly ok: true; readonly calendar: JComponent } | { readonly ok: false; readonly error: CalendarError }

/**
 * Reads an iCalendar stream (RFC 5545) without losing a property. Several calendars in one stream become one, with the properties of the
 * first and the components of all. Bounded in time and memory whatever the bytes are.
 */
export function readCalendar(bytes: Uint8Array, limits: CalendarLimits = CALENDAR_LIMITS): ReadCalendar {
  try {
    if (bytes.length > limits.bytes)
      throw new CalendarRefusal(CalendarErrorCode.tooLarge, 0, { limit: limits.bytes })
    const text = decode(bytes)
    scanLines(text, limits)
    return { ok: true, calendar: joined(parse(text)) }
  } catch (error) {
    if (error instanceof CalendarRefusal) return { ok: false, error: error.error }
    throw error
  }
}

function decode(bytes: Uint8Array): string {
  const text = utf8(bytes)
  if (text.trim() === '') throw new CalendarRefusal(CalendarErrorCode.empty, 0)
  return text
}

function utf8(bytes: Uint8Array): string {
  const decoder = new Utf8Decoder()
  try {
    const text = decoder.decode(bytes)
    if (!decoder.isInsideCharacter) return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
  } catch (error) {
    if (!(error instanceof MalformedUtf8)) throw error
  }
  throw new CalendarRefusal(CalendarErrorCode.encodingUnsupported, 0)
}

const BYTE_ORDER_MARK = '\ufeff'

function parse(text: string): readonly JComponent[] {
  try {
    const parsed = ICAL.parse(text) as unknown as JComponent | JComponent[]
    return typeof parsed[0] === 'string' ? [parsed as JComponent] : (parsed as JComponent[])
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CalendarRefusal(CalendarErrorCode.notWellFormed, 0, { reason })
  }
}

function joined(calendars: readonly JComponent[]): JComponent {
  const [first] = calendars
  if (first === undefined) throw new CalendarRefusal(CalendarErrorCode.empty, 0)
  const version = textOf(first, 'version')
  if (version !== undefined && version !== '2.0')
    throw new CalendarRefusal(CalendarErrorCode.versionUnsupported, 0, { version })
  return [first[0], first[1], calendars.flatMap(([, , components]) => components)]
}
