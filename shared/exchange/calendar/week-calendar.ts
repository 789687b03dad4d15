import type { OfficeHours } from '../../domain/calendar/working-calendar.ts'
import type { WeekId } from '../../domain/schedule/iso-week.ts'
import type { WeekVersion } from '../../domain/schedule/week-decider.ts'
import { printedPeople, weekWords } from '../../domain/schedule/week-form.ts'
import { isSame, type Half, type WeekLine } from '../../domain/schedule/week-line.ts'
import type { LocalDate } from '../../kernel/instant.ts'
import { VIETNAM_ZONE } from './calendar-time.ts'
import type { JComponent, JProperty } from './jcal.ts'
import { vietnamZone } from './vietnam-zone.ts'

/** What the events of a published schedule are made from. */
export interface PublishedWeek {
  readonly week: WeekId
  /** In the order in which they were published; the last one counts. */
  readonly versions: readonly WeekVersion[]
  /** Of the agency; part of every UID. */
  readonly workspace: string
  readonly nameOf: (post: string) => string
  /** Hours of a half of the day, for lines that name none. */
  readonly hoursOf: (half: Half) => OfficeHours
}

/** One line as an event, under its UID. */
export interface LineEvent {
  readonly uid: string
  readonly component: JComponent
}

const PRODUCT = '-//Congso//Congso//VI'

/** The events of the version that counts; those of one leader alone where one is named. Of a busy line only the time is told. */
export function eventsOfWeek(published: PublishedWeek, leader?: string): readonly LineEvent[] {
  const lines = published.versions.at(-1)?.lines ?? []
  const own = leader === undefined ? lines : lines.filter(({ leaders }) => leaders.includes(leader))
  return own.map((line) => ({ uid: uidOf(published, line), component: eventOfLine(published, line) }))
}

/** A calendar with these events and the clock of Vietnam. */
export function calendarWith(events: readonly LineEvent[], name?: string): JComponent {
  const named: readonly JProperty[] = name === undefined ? [] : [['x-wr-calname', {}, 'text', name]]
  return [
    'vcalendar',
    [['version', {}, 'text', '2.0'], ['prodid', {}, 'text', PRODUCT], ...named],
    [vietnamZone, ...events.map(({ component }) => component)],
  ]
}

const uidOf = ({ week, workspace }: PublishedWeek, { id }: WeekLine): string =>
  `${week}.${id}@${workspace}.congso`

function eventOfLine(published: PublishedWeek, line: WeekLine): JComponent {
  const { at, sequence } = changedLast(published.versions, line)
  const { from, until } = timeOf(line, published.hoursOf)
  const text = (name: string, value: string): readonly JProperty[] =>
    value === '' ? [] : [[name, {}, 'text', value]]
  return [
    'vevent',
    [
      ['uid', {}, 'text', uidOf(published, line)],
      ['dtstamp', {}, 'date-time', `${at.slice(0, 19)}Z`],
      ['last-modified', {}, 'date-time', `${at.slice(0, 19)}Z`],
      ['sequence', {}, 'integer', sequence],
      ['status', {}, 'text', 'CONFIRMED'],
      ['dtstart', { tzid: VIETNAM_ZONE }, 'date-time', wallTime(line.day, from)],
      ['dtend', { tzid: VIETNAM_ZONE }, 'date-time', wallTime(line.day, until)],
      ...text('class', line.busy ? 'PRIVATE' : 'PUBLIC'),
      ...text('summary', line.busy ? weekWords.busy : line.content),
      ...(line.busy ? [] : text('location', line.place)),
      ...text('description', describe(line, published.nameOf)),
    ],
    [],
  ]
}

function describe(line: WeekLine, nameOf: PublishedWeek['nameOf']): string {
  const names = line.leaders.map(nameOf).filter((name) => name !== '')
  const leaders = names.length === 0 ? '' : `${weekWords.leaders}: ${names.join(', ')}`
  if (line.busy) return leaders
  const said = (word: string, value: string): string => (value === '' ? '' : `${word}: ${value}`)
  return [
    leaders,
    printedPeople(line),
    said(weekWords.preparer, line.preparer),
    said(weekWords.transport, line.transport),
  ]
    .filter((part) => part !== '')
    .join('\n')
}

/** The version with which a line became what it is, and how often it was another before: unchanged lines make the same bytes again. */
function changedLast(
  versions: readonly WeekVersion[],
  line: WeekLine,
): { readonly at: string; readonly sequence: number } {
  let [at, sequence, before] = ['', -1, undefined as WeekLine | undefined]
  for (const version of versions) {
    const now = version.lines.find(({ id }) => id === line.id)
    if (now === undefined || (before !== undefined && isSame(before, now))) continue
    ;[at, sequence, before] = [version.at, sequence + 1, now]
  }
  return { at, sequence }
}

const HOUR = 60
const LAST_MINUTE = 1439

function timeOf(line: WeekLine, hoursOf: PublishedWeek['hoursOf']): { from: number; until: number } {
  const office = hoursOf(line.half)
  if (line.hours === null) return { from: office.from, until: office.to }
  const from = Math.min(line.hours.from, LAST_MINUTE - 1)
  const until = line.hours.until ?? from + HOUR
  return { from, until: Math.min(until, LAST_MINUTE) }
}

function wallTime(day: LocalDate, minute: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00`
}
