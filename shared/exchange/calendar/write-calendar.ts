import { utf8ToBytes } from '@noble/hashes/utils.js'
import ICAL from 'ical.js'
import type { JComponent, JParameters, JProperty, JValue } from './jcal.ts'

/**
 * The calendar as an iCalendar stream (RFC 5545): UTF-8, CRLF, lines folded at 75 octets. Reading it again gives the same calendar. Line ends in texts are
 * `\n`; other control characters are left out of texts and parameters, and are an error in an address or a link, where they would begin a line of their own.
 */
export function writeCalendar(calendar: JComponent): Uint8Array {
  return utf8ToBytes(`${ICAL.stringify(safe(calendar) as unknown as unknown[])}\r\n`)
}

/** As `writeCalendar`; undefined for what no calendar can say, so that it spoils the rest for nobody. */
export function writtenIfSayable(calendar: JComponent): Uint8Array | undefined {
  try {
    return writeCalendar(calendar)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function safe([name, properties, components]: JComponent): JComponent {
  return [name, properties.map(safeProperty), components.map(safe)]
}

function safeProperty([name, parameters, type, ...values]: JProperty): JProperty {
  const said = type === 'text' ? values.map(cleanValue) : values
  if (type !== 'text' && said.some(breaksItsLine))
    throw new RangeError(`control character in ${name} of a calendar`)
  return [name, cleanParameters(parameters), type, ...said]
}

// RFC 5545, 3.1 (CONTROL): all but the tab.
const CONTROL = /(?!\t)\p{Cc}/u
const CONTROL_BUT_LINE_END = /(?![\t\n])\p{Cc}/gu

const clean = (text: string): string => text.replaceAll(/\r\n?/g, '\n').replaceAll(CONTROL_BUT_LINE_END, '')

const cleanValue = (value: JValue): JValue =>
  typeof value === 'string' ? clean(value) : Array.isArray(value) ? value.map(cleanValue) : value

const cleanParameters = (parameters: JParameters): JParameters =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'string' ? clean(value) : value.map(clean),
    ]),
  )

function breaksItsLine(value: JValue): boolean {
  if (typeof value === 'string') return CONTROL.test(value)
  return typeof value === 'object' && Object.values(value).some(breaksItsLine)
}
