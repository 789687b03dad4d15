import { atWallMs, timeFrom, wallMsOf, type CalendarTime } from './calendar-time.ts'
import { eventOf, type CalendarEvent, type EventProblem } from './event.ts'
import { expandRule, type Effort } from './expand-rule.ts'
import { parameterOf, propertiesOf, type JComponent, type JValue } from './jcal.ts'
import { ruleOf, type RuleProblem } from './recurrence-rule.ts'
import type { Series } from './series.ts'
import { instantMsOf, wallMsAt, type Zones } from './zones.ts'

/** One time that something takes place. */
export interface Occurrence {
  readonly event: CalendarEvent
  /** What it is written in. */
  readonly component: JComponent
  readonly startMs: number
  readonly endMs: number
  /** Which occurrence of its series, by the start that the series would have given it; in milliseconds. */
  readonly originalMs: number
}

/** Occurrences of an event, and what kept others from being shown. */
export interface Occurrences {
  readonly occurrences: readonly Occurrence[]
  readonly problems: readonly (EventProblem | RuleProblem | 'too-many-occurrences')[]
}

/** Instants; what touches the window is in it. */
export interface InstantWindow {
  readonly fromMs: number
  readonly toMs: number
}

const DAY_MS = 86_400_000
/** What reading one component costs beside its properties, in times of days looked at. */
const READING_COST = 5

/** When the event takes place within a window (RFC 5545, 3.8.5): its rule and further dates without those taken out, changed ones in their place. */
export function occurrencesOf(
  series: Series,
  window: InstantWindow,
  zones: Zones,
  effort: Effort,
): Occurrences {
  const problems: Occurrences['problems'][number][] = []
  const read = (component: JComponent): CalendarEvent | undefined => {
    effort.timesLeft -= READING_COST + component[1].length
    if (effort.timesLeft <= 0) {
      problems.push('too-many-occurrences')
      return undefined
    }
    const event = eventOf(component)
    if (typeof event !== 'string') return event
    problems.push(event)
    return undefined
  }
  const master = series.master && read(series.master)
  const changes = series.overrides.flatMap((component) => {
    const event = read(component)
    return event === undefined ? [] : [occurrenceOf(event, component, zones)]
  })
  const own =
    master === undefined || series.master === undefined
      ? []
      : plannedOf(master, series.master, window, zones, effort, problems)
  const occurrences = [...own.map(movedBy(changes, effort)), ...changes]
  const isChanged = new Set(changes.map(({ originalMs }) => originalMs))
  if (effort.timesLeft <= 0 && problems.length === 0) problems.push('too-many-occurrences')
  const shown = occurrences
    .filter(({ event, originalMs }) => event.recurrenceId !== undefined || !isChanged.has(originalMs))
    .filter(({ startMs, endMs }) => startMs <= window.toMs && endMs >= window.fromMs)
  return { occurrences: shown.sort((a, b) => a.startMs - b.startMs), problems }
}

function plannedOf(
  event: CalendarEvent,
  component: JComponent,
  window: InstantWindow,
  zones: Zones,
  effort: Effort,
  problems: Occurrences['problems'][number][],
): readonly Occurrence[] {
  const startMs = wallMsOf(event.start)
  const lastsMs = instantMsOf(event.end, zones) - instantMsOf(event.start, zones)
  const walls = new Set([startMs])
  const wall = {
    fromMs: wallMsAt(window.fromMs, event.start, zones) - lastsMs - DAY_MS,
    toMs: wallMsAt(window.toMs, event.start, zones) + DAY_MS,
  }
  for (const [, , , value] of propertiesOf(component, 'rrule')) {
    const rule = ruleOf(value)
    if (typeof rule === 'string') {
      problems.push(rule)
      continue
    }
    const untilMs = rule.until && untilWallMs(rule.until, event.start, zones)
    const expanded = expandRule(rule, startMs, untilMs, wall, effort)
    if (expanded.isCut) problems.push('too-many-occurrences')
    for (const ms of expanded.startsMs) walls.add(ms)
  }
  for (const ms of datesOf(component, 'rdate', event.start, zones, effort)) walls.add(ms)
  for (const ms of datesOf(component, 'exdate', event.start, zones, effort)) walls.delete(ms)
  return [...walls].map((ms) => {
    effort.timesLeft -= 1
    const start = instantMsOf(atWallMs(event.start, ms), zones)
    return { event, component, startMs: start, endMs: start + lastsMs, originalMs: start }
  })
}

/** RDATE and EXDATE as readings of the wall of the event's own clock; periods count by their start. */
function datesOf(
  component: JComponent,
  name: 'rdate' | 'exdate',
  start: CalendarTime,
  zones: Zones,
  effort: Effort,
): readonly number[] {
  return propertiesOf(component, name).flatMap((property) => {
    const [, , , ...values] = property
    const zone = parameterOf(property, 'tzid')
    effort.timesLeft -= values.length
    if (effort.timesLeft <= 0) return []
    return values.flatMap((value) => {
      const time = timeFrom(firstOf(value), zone)
      if (time === undefined) return []
      const isOtherClock = time.kind !== start.kind && time.kind !== 'date' && start.kind !== 'date'
      return [isOtherClock ? wallMsAt(instantMsOf(time, zones), start, zones) : wallMsOf(time)]
    })
  })
}

/** A period is told by its start and its end or length. */
function firstOf(value: JValue): JValue | undefined {
  return Array.isArray(value) ? (value as readonly JValue[])[0] : value
}

/** UNTIL is told in UTC where the start has a zone, and takes its whole day where it is a date. */
function untilWallMs(until: CalendarTime, start: CalendarTime, zones: Zones): number {
  if (until.kind === 'date') return wallMsOf(until) + DAY_MS - 1
  return until.kind === 'utc' ? wallMsAt(instantMsOf(until, zones), start, zones) : wallMsOf(until)
}

function occurrenceOf(event: CalendarEvent, component: JComponent, zones: Zones): Occurrence {
  return {
    event,
    component,
    startMs: instantMsOf(event.start, zones),
    endMs: instantMsOf(event.end, zones),
    originalMs: instantMsOf(event.recurrenceId ?? event.start, zones),
  }
}

/** A change of this and all that follow moves what comes behind it by as much, and gives it its words. */
function movedBy(changes: readonly Occurrence[], effort: Effort): (one: Occurrence) => Occurrence {
  const lasting = changes
    .filter(({ event }) => event.isThisAndFuture)
    .sort((a, b) => a.originalMs - b.originalMs)
  return (one) => {
    effort.timesLeft -= lasting.length / 20
    const change = lasting.findLast(({ originalMs }) => originalMs < one.originalMs)
    if (change === undefined) return one
    const startMs = one.startMs + change.startMs - change.originalMs
    const event = { ...change.event, recurrenceId: undefined }
    return { ...one, event, startMs, endMs: startMs + change.endMs - change.startMs }
  }
}
