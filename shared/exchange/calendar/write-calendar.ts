import { utf8ToBytes } from '@noble/hashes/utils.js'
import ICAL from 'ical.js'
import type { JComponent } from './jcal.ts'

/** The calendar as an iCalendar stream (RFC 5545): UTF-8, CRLF, lines folded at 75 octets. Reading it again gives the same calendar. */
export function writeCalendar(calendar: JComponent): Uint8Array {
  return utf8ToBytes(`${ICAL.stringify(calendar as unknown as unknown[])}\r\n`)
}
