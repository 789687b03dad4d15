import { CalendarErrorCode, CalendarRefusal } from './errors.ts'
import type { CalendarLimits } from './limits.ts'
import { ParameterCount } from './parameter-count.ts'

interface Open {
  readonly name: string
  readonly line: number
  properties: number
}

/**
 * Walks once over the content lines (RFC 5545, 3.1) before anything is built from them: nesting, and how much there is of each. Throws
 * CalendarRefusal; takes time in proportion to the text and memory in proportion to the depth.
 */
export function scanLines(text: string, limits: CalendarLimits): void {
  const open: Open[] = []
  let components = 0
  let hasBegun = false
  for (const { start, line, units, parameters } of contentLines(text)) {
    if (units > limits.lineUnits) refuse(CalendarErrorCode.lineTooLong, line, limits.lineUnits)
    if (parameters.count > limits.parameters)
      refuse(CalendarErrorCode.tooManyParameters, line, limits.parameters)
    const begun = nameAfter(start, 'BEGIN:')
    const ended = nameAfter(start, 'END:')
    if (!hasBegun && begun !== 'VCALENDAR') throw new CalendarRefusal(CalendarErrorCode.notCalendar, line)
    hasBegun = true
    const inner = open.at(-1)
    if (begun !== undefined) {
      if (inner === undefined && begun !== 'VCALENDAR') notNested(line, begun)
      components += 1
      if (components > limits.components) refuse(CalendarErrorCode.tooManyComponents, line, limits.components)
      if (open.length === limits.depth) refuse(CalendarErrorCode.tooDeep, line, limits.depth)
      open.push({ name: begun, line, properties: 0 })
    } else if (ended !== undefined) {
      if (inner?.name !== ended) notNested(line, ended)
      open.pop()
    } else if (inner === undefined) {
      throw new CalendarRefusal(CalendarErrorCode.notWellFormed, line, { reason: 'outside-calendar' })
    } else {
      if (isOfEveryObject(start))
        throw new CalendarRefusal(CalendarErrorCode.notWellFormed, line, { reason: 'property-name' })
      inner.properties += 1
      if (inner.properties > limits.properties)
        refuse(CalendarErrorCode.tooManyProperties, line, limits.properties)
    }
  }
  const left = open.at(-1)
  if (left !== undefined) notNested(left.line, left.name)
}

interface ContentLine {
  /** Its first characters, enough to tell a component by its name. */
  readonly start: string
  readonly line: number
  readonly units: number
  readonly parameters: ParameterCount
}

/** Unfolded lines that are not empty, without copying their text. */
function* contentLines(text: string): Generator<ContentLine> {
  let line = 0
  let current: ContentLine | undefined
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at)
    const next = end === -1 ? text.length : end + 1
    const stop = end === -1 ? text.length : text[end - 1] === '\r' ? end - 1 : end
    line += 1
    const isFolded = text[at] === ' ' || text[at] === '\t'
    if (isFolded && current !== undefined) {
      current.parameters.add(text, at + 1, stop)
      current = { ...current, units: current.units + Math.max(0, stop - at - 1) }
    } else if (stop > at) {
      if (current !== undefined) yield current
      const parameters = new ParameterCount()
      parameters.add(text, at, stop)
      const start = text.slice(at, Math.min(stop, at + START_UNITS))
      current = { start, line, units: stop - at, parameters }
    }
    at = next
  }
  if (current !== undefined) yield current
}

const START_UNITS = 80

function nameAfter(start: string, word: string): string | undefined {
  return start.slice(0, word.length).toUpperCase() === word
    ? start.slice(word.length).trim().toUpperCase()
    : undefined
}

/** The library that reads and writes looks names up in objects: `constructor` is found in each. */
function isOfEveryObject(start: string): boolean {
  const [name = ''] = start.split(/[;:]/, 1)
  return name.toLowerCase() in Object.prototype
}

function refuse(code: CalendarErrorCode, line: number, limit: number): never {
  throw new CalendarRefusal(code, line, { limit })
}

function notNested(line: number, component: string): never {
  throw new CalendarRefusal(CalendarErrorCode.notNested, line, { component })
}
