import { isWorkingDay, workingDayFrom } from '../calendar/working-calendar.ts'
import type { Agency, Unit } from '../directory/directory.ts'
import type { Urgency } from '../documents/document.ts'
import { limitedActs, limitOf, type LimitedAct } from '../law/limits.ts'
import type { Book, BookDirection } from '../registers/book.ts'
import { deadlineStanding, type DeadlineStanding } from '../work/deadline.ts'
import type { Instant, LocalDate } from '../../kernel/instant.ts'
import { settingsOn, workingCalendarOn, type Configured } from './effective.ts'
import { flowsOf } from './flows.ts'
import { kindsOfBook } from './series.ts'
import type { AgencySettings, Flow } from './settings.ts'
import { symbolOfUnit } from './symbols.ts'

/** Settings that may become the next version, and the first day on which they would hold. */
export interface Candidate {
  readonly settings: AgencySettings
  readonly from: LocalDate
}

/** What of it lies on this desk and may be counted; all of it empty for who has no right to content (administrators). */
export interface PreviewSubjects {
  /** Open work with a deadline. */
  readonly deadlines: readonly { readonly deadline: LocalDate; readonly urgency: Urgency }[]
  /** Acts that are still owed, and since when. */
  readonly owed: readonly { readonly act: LimitedAct; readonly since: Instant; readonly urgency: Urgency }[]
  readonly books: readonly Pick<Book, 'id' | 'name' | 'year' | 'direction' | 'kinds' | 'last'>[]
}

interface Change<T> {
  readonly was: T
  readonly becomes: T
}

/** What a candidate changes in what people see. Every list is empty when it changes nothing there. */
export interface ConfigurationPreview {
  /** Days that are worked and were not, or the other way round. */
  readonly days: readonly { readonly date: LocalDate; readonly isWorked: boolean }[]
  readonly hours: Change<AgencySettings['hours']> | null
  readonly limits: readonly ({
    readonly act: LimitedAct
    readonly mark: 'normal' | 'marked'
  } & Change<number | null>)[]
  readonly handling: readonly ({ readonly urgency: Urgency } & Change<number>)[]
  /** Kinds whose numbers come from another series; null: from the series of all the rest. */
  readonly series: readonly ({
    readonly direction: BookDirection
    readonly kind: string
  } & Change<string | null>)[]
  /** Flows that are new, gone or other than before. */
  readonly flows: readonly ({ readonly id: string } & Change<Flow | null>)[]
  /** By unit; the symbol a công văn of it bears. */
  readonly symbols: readonly ({ readonly unit: string } & Change<string>)[]
  /** Books that take other kinds than now, with their next number. */
  readonly books: readonly ({
    readonly name: string
    readonly next: number
  } & Change<readonly string[]>)[]
  /** Open work that stands otherwise, by how it stands now and then. */
  readonly standings: readonly ({ readonly count: number } & Change<DeadlineStanding['kind']>)[]
  /** Open work whose deadline falls on a day off, and did not. */
  readonly onDaysOff: number
  /** Owed acts whose limit comes earlier or later, and those that are then already late. */
  readonly owed: { readonly earlier: number; readonly later: number; readonly late: number }
}

/** What publishing the candidate would change; pure, so that it is the same on every desk with the same rights. */
export function previewOf(
  of: Configured,
  candidate: Candidate,
  subjects: PreviewSubjects,
  { agency, units, now, today }: PreviewFrame,
): ConfigurationPreview {
  const then: Configured = { ...of, versions: [...of.versions, candidate] }
  const [was, becomes] = [settingsOn(of, candidate.from), candidate.settings]
  const both = { was, becomes }
  return {
    days: changedDays(of, then, today),
    hours: isSame(was.hours, becomes.hours) ? null : { was: was.hours, becomes: becomes.hours },
    limits: limitedActs.flatMap((act) =>
      (['normal', 'marked'] as const).flatMap((mark) =>
        changed({ was: was.limits[act][mark], becomes: becomes.limits[act][mark] }, { act, mark }),
      ),
    ),
    handling: (['normal', 'urgent', 'very-urgent', 'express'] as const).flatMap((urgency) =>
      changed({ was: was.handling[urgency], becomes: becomes.handling[urgency] }, { urgency }),
    ),
    series: changedSeries(both),
    flows: changedFlows(both),
    symbols: units.flatMap((unit) =>
      changed(
        { was: symbolOfUnit(was, agency, unit), becomes: symbolOfUnit(becomes, agency, unit) },
        { unit: unit.name },
      ),
    ),
    books: subjects.books.flatMap((book) =>
      changed(
        { was: kindsOfBook(was, book), becomes: kindsOfBook(becomes, book) },
        { name: book.name, next: book.last + 1 },
      ),
    ),
    ...changedWork(of, then, subjects, { now, today }),
  }
}

interface PreviewFrame {
  readonly agency: Pick<Agency, 'abbreviation'>
  readonly units: readonly Unit[]
  readonly now: Instant
  readonly today: LocalDate
}

/** Whether a preview says that nothing changes. */
export const changesNothing = ({ owed, hours, onDaysOff, ...lists }: ConfigurationPreview): boolean =>
  hours === null &&
  onDaysOff + owed.earlier + owed.later === 0 &&
  Object.values(lists).every((list) => list.length === 0)

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const changed = <T, M extends object>(change: Change<T>, of: M): readonly (M & Change<T>)[] =>
  isSame(change.was, change.becomes) ? [] : [{ ...of, ...change }]

function changedDays(of: Configured, then: Configured, today: LocalDate): ConfigurationPreview['days'] {
  const [was, becomes] = [workingCalendarOn(of, today), workingCalendarOn(then, today)]
  const named = [was, becomes].flatMap(({ holidays, makeUpDays }) => [...holidays, ...makeUpDays])
  return [...new Set(named)]
    .sort()
    .filter((date) => isWorkingDay(was, date) !== isWorkingDay(becomes, date))
    .map((date) => ({ date, isWorked: isWorkingDay(becomes, date) }))
}

function changedSeries({ was, becomes }: Change<AgencySettings>): ConfigurationPreview['series'] {
  return (['outgoing', 'incoming'] as const).flatMap((direction) => {
    const kinds = [...was.series, ...becomes.series].flatMap((one) =>
      one.direction === direction ? one.kinds : [],
    )
    const own = (settings: AgencySettings, kind: string): string | null =>
      settings.series.find((one) => one.direction === direction && one.kinds.includes(kind))?.name ?? null
    return [...new Set(kinds)].flatMap((kind) =>
      changed({ was: own(was, kind), becomes: own(becomes, kind) }, { direction, kind }),
    )
  })
}

function changedFlows({ was, becomes }: Change<AgencySettings>): ConfigurationPreview['flows'] {
  const of = (settings: AgencySettings, id: string): Flow | null =>
    flowsOf(settings).find((one) => one.id === id) ?? null
  const ids = [...flowsOf(was), ...flowsOf(becomes)].map(({ id }) => id)
  return [...new Set(ids)].flatMap((id) => changed({ was: of(was, id), becomes: of(becomes, id) }, { id }))
}

function changedWork(
  of: Configured,
  then: Configured,
  { deadlines, owed }: PreviewSubjects,
  { now, today }: Pick<PreviewFrame, 'now' | 'today'>,
): Pick<ConfigurationPreview, 'standings' | 'onDaysOff' | 'owed'> {
  const [was, becomes] = [workingCalendarOn(of, today), workingCalendarOn(then, today)]
  const counts = new Map<string, number>()
  let onDaysOff = 0
  for (const { deadline, urgency } of deadlines) {
    const before = deadlineStanding(was, deadline, today, urgency).kind
    const after = deadlineStanding(becomes, deadline, today, urgency).kind
    if (before !== after) counts.set(`${before} ${after}`, (counts.get(`${before} ${after}`) ?? 0) + 1)
    if (workingDayFrom(was, deadline) === deadline && workingDayFrom(becomes, deadline) !== deadline)
      onDaysOff++
  }
  const standings = [...counts].map(([pair, count]) => {
    const [before, after] = pair.split(' ') as [DeadlineStanding['kind'], DeadlineStanding['kind']]
    return { was: before, becomes: after, count }
  })
  const result = { earlier: 0, later: 0, late: 0 }
  const own = { was: settingsOn(of, today).limits, becomes: settingsOn(then, today).limits }
  for (const { act, since, urgency } of owed) {
    const before = limitOf(act, since, urgency, { calendar: was, own: own.was }).until
    const after = limitOf(act, since, urgency, { calendar: becomes, own: own.becomes }).until
    if (after < before) result.earlier++
    if (after > before) result.later++
    if (after < now && before >= now) result.late++
  }
  return { standings, onDaysOff, owed: result }
}
