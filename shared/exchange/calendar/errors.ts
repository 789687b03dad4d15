/**
 * Why a calendar file is refused. Stored and shown: a value is never reused for another meaning.
 * - `empty`: nothing in it.
 * - `not-calendar`: it does not begin with `BEGIN:VCALENDAR` (RFC 5545, 3.4).
 * - `encoding-unsupported`: not UTF-8 (RFC 5545, 3.1.4).
 * - `version-unsupported`: another version than 2.0; fact `version`.
 * - `too-large`, `line-too-long`, `too-many-components`, `too-many-properties`, `too-many-parameters`, `too-deep`: beyond a limit; fact `limit`.
 * - `not-nested`: an `END` without its `BEGIN`, or a component that is not closed; fact `component`.
 * - `not-well-formed`: a content line that cannot be read; fact `reason`.
 */
export const CalendarErrorCode = {
  empty: 'empty',
  notCalendar: 'not-calendar',
  encodingUnsupported: 'encoding-unsupported',
  versionUnsupported: 'version-unsupported',
  tooLarge: 'too-large',
  lineTooLong: 'line-too-long',
  tooManyComponents: 'too-many-components',
  tooManyProperties: 'too-many-properties',
  tooManyParameters: 'too-many-parameters',
  tooDeep: 'too-deep',
  notNested: 'not-nested',
  notWellFormed: 'not-well-formed',
} as const
export type CalendarErrorCode = (typeof CalendarErrorCode)[keyof typeof CalendarErrorCode]

/** A refusal as data. `line` counts from 1 in the file as received, before unfolding; 0 when no line is to blame. */
export interface CalendarError {
  readonly code: CalendarErrorCode
  readonly line: number
  readonly facts: Readonly<Record<string, string | number>>
}

/** Carries a `CalendarError` out of the depth of the reader; the reader's entry turns it into a result. */
export class CalendarRefusal extends Error {
  readonly error: CalendarError

  constructor(code: CalendarErrorCode, line: number, facts: CalendarError['facts'] = {}) {
    super(`${code} at line ${line}`)
    this.name = 'CalendarRefusal'
    this.error = { code, line, facts }
  }
}
