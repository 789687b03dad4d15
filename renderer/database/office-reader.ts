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
import type { Subscription } from '#shared/protocol/calendar-subscriptions.ts'
import type { FormerShelf } from '#shared/domain/registers/former/former-entry.ts'
import type { AggregateKind } from '#shared/log/command.ts'
import { aggregateKey } from '#shared/log/workspace-state.ts'
import type { BallotRow, SlipRow } from '../projections/ballots.ts'
import type { BookRow } from '../projections/books.ts'
import type { DeliveryRow } from '../projections/deliveries.ts'
import { refTo } from '../projections/found.ts'
import {
  incomingBoxes,
  type IncomingBox,
  type IncomingRow,
  type RequestRow,
} from '../projections/incoming.ts'
import type { FormerImport } from '#shared/domain/registers/former/former-import.ts'
import { shelfKey, type FormerRow } from '../projections/former.ts'
import type { MeetingRow, VoteRow } from '../projections/meetings.ts'
import type { NoteRow } from '../projections/notes.ts'
import type { OutgoingRow } from '../projections/outgoing.ts'
import type { ProjectionTable } from '../projections/projection.ts'
import type { FileRow, RecordAct } from '../projections/records.ts'
import type { RegisterRow } from '../projections/register.ts'
import { roomKinds, type Room } from '#shared/domain/rooms/room.ts'
import type { StateOf } from '../projections/states.ts'
import type { TaskRow } from '../projections/tasks.ts'
import { workReasons, type WorkRow } from '../projections/work.ts'
import { KeptFacts } from './kept-facts.ts'
import type { Office } from './office.ts'
import type { SubscribedText } from './repositories/subscribed-repository.ts'
import type { ProjectionRow } from './office-database.ts'
import type { Stretch, StretchRows } from './live-pages.ts'
import { OpenedRows } from './opened-rows.ts'
import type { AsRecorded, Counters, RegisterLine, Seen, Window } from './views.ts'

const WHOLE: Window = { limit: 500 }
/** Rows of the lists that are shown, and of some that were shown before. */
const KEPT_OPEN = 4000

const placeOf = (row: ProjectionRow | undefined): string | null =>
  row === undefined ? null : String(row['sort'])

/** Everything the screens ask. Each method reads all it needs before it opens the seals, so that live queries notice every change. */
export class OfficeReader {
  readonly #office: Office
  readonly #post: string
  readonly #opened = new OpenedRows(KEPT_OPEN)
  readonly #facts: KeptFacts

  constructor(office: Office, post: string) {
    this.#office = office
    this.#post = post
    this.#facts = new KeptFacts(office.store.database)
  }

  /** A box of *Incoming*, newest first. */
  incoming(box: IncomingBox, window: Window = WHOLE): Promise<readonly IncomingRow[]> {
    return this.#box<IncomingRow>('incoming', box, window)
  }

  /** The newest letters of a stretch of a box of *Incoming*. */
  incomingStretch(box: IncomingBox, stretch: Stretch, limit: number): Promise<StretchRows<IncomingRow>> {
    return this.#stretch('incoming', box, stretch, limit)
  }

  /** Letters of a box that cannot wait, however long ago they came, newest first. */
  async pressing(box: IncomingBox, today: LocalDate): Promise<readonly IncomingRow[]> {
    const rows = await this.#table('incoming')
      .where('[box+press]')
      .between([box, ''], [box, today], true, true)
      .limit(WHOLE.limit)
      .toArray()
    rows.sort((a, b) => (String(a['sort']) < String(b['sort']) ? 1 : -1))
    return this.#open<IncomingRow>('incoming', rows)
  }

  /** Letters that bear one of these keys of `sameLetterKey`; the empty key finds none. */
  async lettersWith(keys: readonly string[]): Promise<readonly IncomingRow[]> {
    const wanted = keys.filter((key) => key !== '')
    const rows = await this.#table('incoming').where('same').anyOf(wanted).toArray()
    return this.#open<IncomingRow>('incoming', rows)
  }

  /** What senders asked about these letters, answered or not, oldest first. */
  async requestsAbout(letters: readonly string[]): Promise<readonly RequestRow[]> {
    const wanted = letters.filter((id) => id !== '')
    const rows = await this.#table('incoming').where('about').anyOf(wanted).sortBy('sort')
    return this.#open<RequestRow>('incoming', rows)
  }

  /** Documents in a status, last changed first. */
  outgoing(status: DocumentStatus, window: Window = WHOLE): Promise<readonly OutgoingRow[]> {
    return this.#box<OutgoingRow>('outgoing', status, window)
  }

  /** Documents in a status, those of a stretch that were changed last. */
  outgoingStretch(
    status: DocumentStatus,
    stretch: Stretch,
    limit: number,
  ): Promise<StretchRows<OutgoingRow>> {
    return this.#stretch('outgoing', status, stretch, limit)
  }

  /** Documents that answer a letter, as far as they are on this desk, last changed first. */
  async answering(letter: string): Promise<readonly OutgoingRow[]> {
    const found = await this.#table('found').where('refs').equals(refTo(letter)).primaryKeys()
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
    const rows = await this.#table('work')
      .where('[post+due]')
      .between([this.#post, Dexie.minKey], [this.#post, Dexie.maxKey])
      .limit(WHOLE.limit)
      .toArray()
    return this.#open('work', rows)
  }

  /** Deliveries in any of these states, newest first. */
  async deliveries(window: Window = WHOLE): Promise<readonly DeliveryRow[]> {
    const lists = await Promise.all(
      deliveryStates.map((state) =>
        this.#table('deliveries')
          .where('[state+sort]')
          .between([state, Dexie.minKey], [state, window.after ?? Dexie.maxKey])
          .reverse()
          .limit(window.limit)
          .toArray(),
      ),
    )
    const newest = lists.flat().sort((a, b) => (String(a['sort']) < String(b['sort']) ? 1 : -1))
    return this.#open('deliveries', newest.slice(0, window.limit))
  }

  /** Tasks this post may see: open ones nearest deadline first, or closed ones newest first. */
  async tasks(state: 'open' | 'closed', limit: number = WHOLE.limit): Promise<readonly TaskRow[]> {
    const found = this.#table('tasks')
      .where('[state+due]')
      .between([state, Dexie.minKey], [state, Dexie.maxKey])
    const rows = await (state === 'open' ? found : found.reverse()).limit(limit).toArray()
    return this.#open('tasks', rows)
  }

  /** Everyone's part of a letter, in the order in which they were given. */
  async tasksOf(letter: string): Promise<readonly TaskRow[]> {
    const rows = await this.#open<TaskRow>(
      'tasks',
      await this.#table('tasks').where('letter').equals(letter).toArray(),
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
    const rows = await this.#table(table).bulkGet([...ids])
    return this.#open<T>(
      table,
      rows.filter((row) => row !== undefined),
    )
  }

  absences(): Promise<readonly Absence[]> {
    return this.#all<Absence>('absences')
  }

  signingDelegations(): Promise<readonly SigningDelegation[]> {
    return this.#all<SigningDelegation>('signingDelegations')
  }

  /** Meetings one is called to: those ahead with the next one first, past ones with the last one first. */
  async meetings(state: 'ahead' | 'past'): Promise<readonly MeetingRow[]> {
    const found = this.#table('meetings')
      .where('[state+from]')
      .between([state, Dexie.minKey], [state, Dexie.maxKey])
    const rows = await (state === 'ahead' ? found : found.reverse()).limit(WHOLE.limit).toArray()
    return this.#open('meetings', rows)
  }

  /** Rooms and equipment with their bookings, rooms first, by name. */
  async rooms(): Promise<readonly Room[]> {
    const rows = await this.#all<Room>('rooms')
    return rows.toSorted(
      (a, b) => roomKinds.indexOf(a.kind) - roomKinds.indexOf(b.kind) || a.name.localeCompare(b.name, 'vi'),
    )
  }

  /** Votes on a question that are visible here, in no order. */
  async votesOn(motion: string): Promise<readonly VoteRow[]> {
    return this.#open('votes', await this.#table('votes').where('motion').equals(motion).toArray())
  }

  /** Ballots one is asked by or asks with: running ones by when they are due, ended ones newest first. */
  async ballots(state: 'running' | 'ended'): Promise<readonly BallotRow[]> {
    const found = this.#table('ballots')
      .where('[state+sort]')
      .between([state, Dexie.minKey], [state, Dexie.maxKey])
    const rows = await (state === 'running' ? found : found.reverse()).limit(WHOLE.limit).toArray()
    return this.#open('ballots', rows)
  }

  /** The slips of these ballots that are visible here, in no order. */
  async slipsOf(ballots: readonly string[]): Promise<readonly SlipRow[]> {
    return this.#open(
      'slips',
      await this.#table('slips')
        .where('ballot')
        .anyOf([...ballots])
        .toArray(),
    )
  }

  /** What this person noted on a meeting, in no order. */
  async notesOn(meeting: string): Promise<readonly NoteRow[]> {
    return this.#open('notes', await this.#table('notes').where('meeting').equals(meeting).toArray())
  }

  /** Calendars one subscribed to, as the node last told. */
  subscriptions(): Promise<readonly Subscription[]> {
    return this.#office.subscribed.all()
  }

  /** One of them as it was sent; undefined when it is not on this desk. */
  subscribedText(id: string): Promise<SubscribedText | undefined> {
    return this.#office.subscribed.text(id)
  }

  /** Work files this post may see, of the newest year first, then by number. */
  async files(): Promise<readonly FileRow[]> {
    const rows = await this.#all<FileRow>('files')
    return rows.toSorted((a, b) => b.year - a.year || a.notation.localeCompare(b.notation))
  }

  /** Plans, submissions, disposals or handovers, newest last. */
  async recordActs<K extends RecordAct>(kind: K): Promise<readonly StateOf[K][]> {
    const rows = await this.#table('recordActs').where('kind').equals(kind).toArray()
    return this.#open<StateOf[K]>('recordActs', rows)
  }

  /** Register books with the kinds they take now. */
  async books(): Promise<readonly BookRow[]> {
    const [rows, settings] = await Promise.all([this.#all<BookRow>('books'), this.settings()])
    return rows.map((book) => ({ ...book, kinds: kindsOfBook(settings, book) }))
  }
  /** Books, units and agency as their own records have them, whatever the configuration says since. */
  async asRecorded(workspace: string): Promise<AsRecorded> {
    const [books, units, agency] = await Promise.all([
      this.#all<BookRow>('books'),
      this.#all<Unit>('units'),
      this.seen('agency', workspace),
    ])
    return { books, units, abbreviation: agency?.state.abbreviation ?? '' }
  }
  people(): Promise<readonly Post[]> {
    return this.#all<Post>('people')
  }
  /** Units with the abbreviations they have now. */
  async units(): Promise<readonly Unit[]> {
    const [rows, settings] = await Promise.all([this.#all<Unit>('units'), this.settings()])
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
    return this.#all<Correspondent>('correspondents')
  }

  /** Every number of a book given on these days, in order, with what it was given to. */
  async register(book: string, from: LocalDate, until: LocalDate): Promise<readonly RegisterLine[]> {
    const found = await this.#table('register')
      .where('[book+date]')
      .between([book, from], [book, until], true, true)
      .toArray()
    const rows = found.sort((a, b) => Number(a['number']) - Number(b['number']))
    const subjects = rows.map((row) => String(row['subject']))
    const documents = await this.#table('outgoing').bulkGet(subjects)
    const letters = await this.#table('incoming').bulkGet(subjects)
    const gone = subjects.filter((_, index) => letters[index] === undefined)
    const requests = await this.requestsAbout(gone)
    const deliveries = await this.#table('deliveries')
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
        ...(await this.#openOne<RegisterRow>('register', row)),
        document: await this.#openIf<OutgoingRow>('outgoing', documents[index]),
        letter: await this.#openIf<IncomingRow>('incoming', letters[index]),
        recalledBy:
          requests.find((one) => one.state.letter === subjects[index] && one.state.line !== null)?.state ??
          null,
        deliveries: reached.get(subjects[index] ?? '') ?? null,
      })),
    )
  }

  /** Imports of former registers, newest first. */
  async formerImports(): Promise<readonly FormerImport[]> {
    const rows = await this.#all<FormerImport>('formerImports')
    return rows.toSorted((a, b) => (a.begun.at < b.begun.at ? 1 : -1))
  }

  /** The lines of a former register in the order of their numbers. */
  async formerRegister(shelf: FormerShelf): Promise<readonly FormerRow[]> {
    const key = shelfKey(shelf)
    const rows = await this.#table('former')
      .where('[shelf+sort]')
      .between([key, Dexie.minKey], [key, Dexie.maxKey])
      .toArray()
    return this.#open('former', rows)
  }

  /** A line of a former register; null when it is not here. */
  async formerEntry(id: string): Promise<FormerRow | null> {
    return this.#openIf('former', await this.#table('former').get(id))
  }

  /** Which of these lines are here, by the import each came with. */
  async formerKnown(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.#table('former').bulkGet([...ids])
    return new Map(
      rows.flatMap((row) => (row === undefined ? [] : [[row.id, String(row['import'])] as const])),
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
    const dueToday = await this.#table('work')
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

  #table(name: ProjectionTable) {
    return this.#office.store.database.projected(name)
  }

  async #box<T>(table: ProjectionTable, box: string, { after, limit }: Window): Promise<readonly T[]> {
    const { rows } = await this.#stretch<T>(table, box, { until: after ?? null, from: null }, limit)
    return rows
  }

  async #stretch<T>(
    table: ProjectionTable,
    box: string,
    { until, from }: Stretch,
    limit: number,
  ): Promise<StretchRows<T>> {
    const rows = await this.#table(table)
      .where('[box+sort]')
      .between([box, from ?? Dexie.minKey], [box, until ?? Dexie.maxKey])
      .reverse()
      .limit(limit)
      .toArray()
    return { rows: await this.#open<T>(table, rows), last: placeOf(rows.at(-1)) }
  }

  async #all<T>(table: ProjectionTable): Promise<readonly T[]> {
    return this.#open<T>(table, await this.#table(table).toArray())
  }

  #open<T>(table: ProjectionTable, rows: readonly ProjectionRow[]): Promise<readonly T[]> {
    return Promise.all(rows.map((row) => this.#openOne<T>(table, row)))
  }

  async #openOne<T>(table: ProjectionTable, row: ProjectionRow): Promise<T> {
    const { sealing } = this.#office.store
    return (await this.#opened.content(`${table}/${row.id}`, row.sealed, () =>
      sealing.open(table, row.id, row.sealed),
    )) as T
  }

  async #openIf<T>(table: ProjectionTable, row: ProjectionRow | undefined): Promise<T | null> {
    return row === undefined ? null : this.#openOne<T>(table, row)
  }
}
