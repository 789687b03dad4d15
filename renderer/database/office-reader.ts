import { Dexie } from 'dexie'
import { deliveryStates } from '#shared/domain/correspondence/dispatch.ts'
import { CONFIGURATION_ID } from '#shared/domain/configuration/configuration.ts'
import { configured, settingsOn } from '#shared/domain/configuration/effective.ts'
import { kindsOfBook } from '#shared/domain/configuration/series.ts'
import type { AgencySettings } from '#shared/domain/configuration/settings.ts'
import { abbreviationOf } from '#shared/domain/configuration/symbols.ts'
import type { BoardFact } from '#shared/domain/boards/facts.ts'
import type { Absence } from '#shared/domain/directory/absence-decider.ts'
import type { SigningDelegation } from '#shared/domain/directory/signing-delegation.ts'
import type { Agency, Correspondent, Post, Unit } from '#shared/domain/directory/directory.ts'
import { documentStatuses, type DocumentStatus } from '#shared/domain/documents/document-status.ts'
import { instantFrom, localDateOf, type LocalDate } from '#shared/kernel/instant.ts'
import type { AggregateKind } from '#shared/log/command.ts'
import { aggregateKey } from '#shared/log/workspace-state.ts'
import type { BookRow } from '../projections/books.ts'
import type { DeliveryRow } from '../projections/deliveries.ts'
import { refTo } from '../projections/found.ts'
import {
  incomingBoxes,
  type IncomingBox,
  type IncomingRow,
  type RequestRow,
} from '../projections/incoming.ts'
import type { OutgoingRow } from '../projections/outgoing.ts'
import type { ProjectionTable } from '../projections/projection.ts'
import type { FileRow, RecordAct } from '../projections/records.ts'
import type { RegisterRow } from '../projections/register.ts'
import type { StateOf } from '../projections/states.ts'
import type { TaskRow } from '../projections/tasks.ts'
import { workReasons, type WorkRow } from '../projections/work.ts'
import { FormerReader } from './former-reader.ts'
import { KeptFacts } from './kept-facts.ts'
import { MeetingsReader } from './meetings-reader.ts'
import type { Office } from './office.ts'
import type { Stretch, StretchRows } from './live-pages.ts'
import { SealedRows, WHOLE } from './sealed-rows.ts'
import type { AsRecorded, Counters, RegisterLine, Seen, Window } from './views.ts'

/** Everything the screens ask. Each method reads all it needs before it opens the seals, so that live queries notice every change. */
export class OfficeReader {
  readonly #office: Office
  readonly #post: string
  readonly #rows: SealedRows
  readonly #facts: KeptFacts
  readonly meetings: MeetingsReader
  readonly former: FormerReader

  constructor(office: Office, post: string) {
    this.#office = office
    this.#post = post
    this.#facts = new KeptFacts(office.store.database)
    this.#rows = new SealedRows(office)
    this.meetings = new MeetingsReader(office, this.#rows)
    this.former = new FormerReader(this.#rows)
  }

  /** A box of *Incoming*, newest first. */
  incoming(box: IncomingBox, window: Window = WHOLE): Promise<readonly IncomingRow[]> {
    return this.#rows.box<IncomingRow>('incoming', box, window)
  }

  /** The newest letters of a stretch of a box of *Incoming*. */
  incomingStretch(box: IncomingBox, stretch: Stretch, limit: number): Promise<StretchRows<IncomingRow>> {
    return this.#rows.stretch('incoming', box, stretch, limit)
  }

  /** Letters of a box that cannot wait, however long ago they came, newest first. */
  async pressing(box: IncomingBox, today: LocalDate): Promise<readonly IncomingRow[]> {
    const rows = await this.#rows
      .table('incoming')
      .where('[box+press]')
      .between([box, ''], [box, today], true, true)
      .limit(WHOLE.limit)
      .toArray()
    rows.sort((a, b) => (String(a['sort']) < String(b['sort']) ? 1 : -1))
    return this.#rows.open<IncomingRow>('incoming', rows)
  }

  /** Letters that bear one of these keys of `sameLetterKey`; the empty key finds none. */
  async lettersWith(keys: readonly string[]): Promise<readonly IncomingRow[]> {
    const wanted = keys.filter((key) => key !== '')
    const rows = await this.#rows.table('incoming').where('same').anyOf(wanted).toArray()
    return this.#rows.open<IncomingRow>('incoming', rows)
  }

  /** What senders asked about these letters, answered or not, oldest first. */
  async requestsAbout(letters: readonly string[]): Promise<readonly RequestRow[]> {
    const wanted = letters.filter((id) => id !== '')
    const rows = await this.#rows.table('incoming').where('about').anyOf(wanted).sortBy('sort')
    return this.#rows.open<RequestRow>('incoming', rows)
  }

  /** Documents in a status, last changed first. */
  outgoing(status: DocumentStatus, window: Window = WHOLE): Promise<readonly OutgoingRow[]> {
    return this.#rows.box<OutgoingRow>('outgoing', status, window)
  }

  /** Documents in a status, those of a stretch that were changed last. */
  outgoingStretch(
    status: DocumentStatus,
    stretch: Stretch,
    limit: number,
  ): Promise<StretchRows<OutgoingRow>> {
    return this.#rows.stretch('outgoing', status, stretch, limit)
  }

  /** Documents that answer a letter, as far as they are on this desk, last changed first. */
  async answering(letter: string): Promise<readonly OutgoingRow[]> {
    const found = await this.#rows.table('found').where('refs').equals(refTo(letter)).primaryKeys()
    const key = aggregateKey({ kind: 'document', id: '' })
    const ids = found.flatMap((one) => (one.startsWith(key) ? [one.slice(key.length)] : []))
    const rows = await this.byIds<OutgoingRow>('outgoing', ids)
    return rows.toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1))
  }

  /** Signed but not issued, longest waiting first. */
  async issueDesk(): Promise<readonly OutgoingRow[]> {
    const boxes = (['signed', 'numbered', 'sealed'] as const).map((status) => this.outgoing(status))
    const rows = (await Promise.all(boxes)).flat()
    return rows.sort((a, b) => (a.changedAt < b.changedAt ? -1 : 1))
  }

  /** What lies on the desk of this post, nearest deadline first. */
  async myWork(): Promise<readonly WorkRow[]> {
    const rows = await this.#rows
      .table('work')
      .where('[post+due]')
      .between([this.#post, Dexie.minKey], [this.#post, Dexie.maxKey])
      .limit(WHOLE.limit)
      .toArray()
    return this.#rows.open('work', rows)
  }

  /** Deliveries in any of these states, newest first. */
  async deliveries(window: Window = WHOLE): Promise<readonly DeliveryRow[]> {
    const lists = await Promise.all(
      deliveryStates.map((state) =>
        this.#rows
          .table('deliveries')
          .where('[state+sort]')
          .between([state, Dexie.minKey], [state, window.after ?? Dexie.maxKey])
          .reverse()
          .limit(window.limit)
          .toArray(),
      ),
    )
    const newest = lists.flat().sort((a, b) => (String(a['sort']) < String(b['sort']) ? 1 : -1))
    return this.#rows.open('deliveries', newest.slice(0, window.limit))
  }

  /** Tasks this post may see: open ones nearest deadline first, or closed ones newest first. */
  async tasks(state: 'open' | 'closed', limit: number = WHOLE.limit): Promise<readonly TaskRow[]> {
    const found = this.#rows
      .table('tasks')
      .where('[state+due]')
      .between([state, Dexie.minKey], [state, Dexie.maxKey])
    const rows = await (state === 'open' ? found : found.reverse()).limit(limit).toArray()
    return this.#rows.open('tasks', rows)
  }

  /** Everyone's part of a letter, in the order in which they were given. */
  async tasksOf(letter: string): Promise<readonly TaskRow[]> {
    const rows = await this.#rows.open<TaskRow>(
      'tasks',
      await this.#rows.table('tasks').where('letter').equals(letter).toArray(),
    )
    return rows.toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
  }

  /** What the boards count: all that was still open on this day or later. */
  boardFacts(from: LocalDate): Promise<readonly BoardFact[]> {
    return this.#facts.since(from)
  }

  /** Rows of a list by their ids, in that order; those that are not here any more are left out. */
  async byIds<T>(
    table: ProjectionTable & ('incoming' | 'outgoing' | 'tasks' | 'deliveries'),
    ids: readonly string[],
  ): Promise<readonly T[]> {
    const rows = await this.#rows.table(table).bulkGet([...ids])
    return this.#rows.open<T>(
      table,
      rows.filter((row) => row !== undefined),
    )
  }

  absences(): Promise<readonly Absence[]> {
    return this.#rows.all<Absence>('absences')
  }

  signingDelegations(): Promise<readonly SigningDelegation[]> {
    return this.#rows.all<SigningDelegation>('signingDelegations')
  }

  /** Work files this post may see, of the newest year first, then by number. */
  async files(): Promise<readonly FileRow[]> {
    const rows = await this.#rows.all<FileRow>('files')
    return rows.toSorted((a, b) => b.year - a.year || a.notation.localeCompare(b.notation))
  }

  /** Plans, submissions, disposals or handovers, newest last. */
  async recordActs<K extends RecordAct>(kind: K): Promise<readonly StateOf[K][]> {
    const rows = await this.#rows.table('recordActs').where('kind').equals(kind).toArray()
    return this.#rows.open<StateOf[K]>('recordActs', rows)
  }

  /** Register books with the kinds they take now. */
  async books(): Promise<readonly BookRow[]> {
    const [rows, settings] = await Promise.all([this.#rows.all<BookRow>('books'), this.settings()])
    return rows.map((book) => ({ ...book, kinds: kindsOfBook(settings, book) }))
  }
  /** Books, units and agency as their own records have them, whatever the configuration says since. */
  async asRecorded(workspace: string): Promise<AsRecorded> {
    const [books, units, agency] = await Promise.all([
      this.#rows.all<BookRow>('books'),
      this.#rows.all<Unit>('units'),
      this.seen('agency', workspace),
    ])
    return { books, units, abbreviation: agency?.state.abbreviation ?? '' }
  }
  people(): Promise<readonly Post[]> {
    return this.#rows.all<Post>('people')
  }
  /** Units with the abbreviations they have now. */
  async units(): Promise<readonly Unit[]> {
    const [rows, settings] = await Promise.all([this.#rows.all<Unit>('units'), this.settings()])
    return rows.map((unit) => ({ ...unit, abbreviation: abbreviationOf(settings, unit) }))
  }
  /** The agency with the abbreviation it has now; null when this desk does not know it. */
  async agency(workspace: string): Promise<Seen<Agency> | null> {
    const [seen, settings] = await Promise.all([this.seen('agency', workspace), this.settings()])
    if (seen === null) return null
    const abbreviation = settings.agencyAbbreviation ?? seen.state.abbreviation
    return { ...seen, state: { ...seen.state, abbreviation } }
  }
  correspondents(): Promise<readonly Correspondent[]> {
    return this.#rows.all<Correspondent>('correspondents')
  }

  /** Every number of a book given on these days, in order, with what it was given to. */
  async register(book: string, from: LocalDate, until: LocalDate): Promise<readonly RegisterLine[]> {
    const found = await this.#rows
      .table('register')
      .where('[book+date]')
      .between([book, from], [book, until], true, true)
      .toArray()
    const rows = found.sort((a, b) => Number(a['number']) - Number(b['number']))
    const subjects = rows.map((row) => String(row['subject']))
    const documents = await this.#rows.table('outgoing').bulkGet(subjects)
    const letters = await this.#rows.table('incoming').bulkGet(subjects)
    const gone = subjects.filter((_, index) => letters[index] === undefined)
    const requests = await this.requestsAbout(gone)
    const deliveries = await this.#rows
      .table('deliveries')
      .where('dispatch')
      .anyOf(subjects.filter((id) => id !== ''))
      .toArray()
    const reached = new Map<string, { reached: number; total: number }>()
    for (const row of deliveries) {
      const counts = reached.get(String(row['dispatch'])) ?? { reached: 0, total: 0 }
      const isThere = !['queued', 'sent', 'failed'].includes(String(row['state']))
      reached.set(String(row['dispatch']), {
        reached: counts.reached + (isThere ? 1 : 0),
        total: counts.total + 1,
      })
    }
    return Promise.all(
      rows.map(async (row, index) => ({
        ...(await this.#rows.openOne<RegisterRow>('register', row)),
        document: await this.#rows.openIf<OutgoingRow>('outgoing', documents[index]),
        letter: await this.#rows.openIf<IncomingRow>('incoming', letters[index]),
        recalledBy:
          requests.find((one) => one.state.letter === subjects[index] && one.state.line !== null)?.state ??
          null,
        deliveries: reached.get(subjects[index] ?? '') ?? null,
      })),
    )
  }

  /** An aggregate as shown; null when it is not here. */
  async seen<K extends AggregateKind>(kind: K, id: string): Promise<Seen<StateOf[K]> | null> {
    const record = await this.#office.aggregates.get(aggregateKey({ kind, id }))
    if (record?.shown === undefined || record.shown === null) return null
    return { state: record.shown as StateOf[K], pending: record.pending, readOnly: record.readOnly }
  }

  async counters(today: LocalDate): Promise<Counters> {
    const { database } = this.#office.store
    const rows = await database.counters.toArray()
    const dueToday = await this.#rows
      .table('work')
      .where('[post+due]')
      .between([this.#post, Dexie.minKey], [this.#post, `${today} ~`])
      .count()
    const outbox = await this.#office.outbox.countByStatus()
    const values = new Map(rows.map((row) => [row.name, row.value]))
    const named = <N extends string>(names: readonly N[], prefix: string): Record<N, number> =>
      Object.fromEntries(names.map((name) => [name, values.get(`${prefix}/${name}`) ?? 0])) as Record<
        N,
        number
      >
    return {
      work: named(workReasons, `work/${this.#post}`),
      dueToday,
      incoming: named(incomingBoxes, 'incoming'),
      outgoing: named(documentStatuses, 'outgoing'),
      deliveries: named(deliveryStates, 'deliveries'),
      outbox: { waiting: outbox.queued + outbox.sending + outbox.accepted, attention: outbox.attention },
    }
  }

  /** What the agency set, as it holds today; of the calendar before there were versions nothing is asked here. */
  async settings(): Promise<AgencySettings> {
    const seen = await this.seen('configuration', CONFIGURATION_ID)
    return settingsOn(configured(seen?.state, null), localDateOf(instantFrom(Date.now())))
  }
}
