import { useMemo } from 'react'
import type { Book } from '#shared/domain/registers/book.ts'
import type { Dispatch } from '#shared/domain/correspondence/dispatch.ts'
import type { Letter } from '#shared/domain/correspondence/letter.ts'
import { CALENDAR_ID, type AgencyCalendar } from '#shared/domain/calendar/calendar-decider.ts'
import { CONFIGURATION_ID, type Configuration } from '#shared/domain/configuration/configuration.ts'
import type { BoardFact } from '#shared/domain/boards/facts.ts'
import type { OpenRecord } from '#shared/domain/boards/open-data.ts'
import type { Absence } from '#shared/domain/directory/absence-decider.ts'
import type { SigningDelegation } from '#shared/domain/directory/signing-delegation.ts'
import { groupsOf, ownersFor, type Groups } from '#shared/domain/directory/groups.ts'
import type { Agency, Correspondent, Post, Unit } from '#shared/domain/directory/directory.ts'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import type { DocumentStatus } from '#shared/domain/documents/document-status.ts'
import type { CaseFile } from '#shared/domain/records/case-file.ts'
import type { Task } from '#shared/domain/work/task.ts'
import type { SavedSearches } from '#shared/domain/search/saved-searches-decider.ts'
import type { UsualDirectives } from '#shared/domain/work/usual-directives-decider.ts'
import type { FormerShelf } from '#shared/domain/registers/former/former-entry.ts'
import { instantFrom, localDateOf, type LocalDate } from '#shared/kernel/instant.ts'
import type { BookRow } from '../projections/books.ts'
import type { DeliveryRow } from '../projections/deliveries.ts'
import type { IncomingBox, IncomingRow, RequestRow } from '../projections/incoming.ts'
import type { FormerImport } from '#shared/domain/registers/former/former-import.ts'
import type { FormerRow } from '../projections/former.ts'
import type { OutgoingRow } from '../projections/outgoing.ts'
import type { FileRow, RecordAct } from '../projections/records.ts'
import type { StateOf } from '../projections/states.ts'
import type { TaskRow } from '../projections/tasks.ts'
import type { WorkRow } from '../projections/work.ts'
import { facesOf, type FactFace } from './fact-faces.ts'
import { useReaders } from './office-context.tsx'
import { newPages, useLive, usePages, type Live } from './live-answer.ts'
import type { Brought } from './live-pages.ts'
import { openRecordsOf } from './open-records.ts'
import { useShared } from './shared-live.ts'
import type {
  AsRecorded,
  AttentionItem,
  Counters,
  IncomingList,
  RegisterLine,
  Seen,
  SyncState,
  WaitingAct,
  Window,
} from './views.ts'

// Every hook answers `undefined` while it reads for the first time, and again with new values after each change, of this window or another.
// A single object that is not on this desk (or not any more) is `null`.

export function useIncoming(box: IncomingBox, window?: Window): Live<readonly IncomingRow[]> {
  const { office } = useReaders()
  return useLive(() => office.incoming(box, window), [office, box, window?.limit, window?.after])
}

/** A box of *Incoming* as it is worked through: what cannot wait, and the newest, of which more are brought as one comes to their end. */
export function useIncomingList(box: IncomingBox, today: LocalDate): Live<IncomingList> {
  const { office } = useReaders()
  const newest = usePages(
    useMemo(() => newPages((stretch, limit) => office.incomingStretch(box, stretch, limit)), [office, box]),
  )
  const pressing = useLive(() => office.pressing(box, today), [office, box, today])
  return useMemo(() => {
    if (newest === undefined || pressing === undefined) return undefined
    const shown = new Set(newest.rows.map((row) => row.id))
    return { newest: newest.rows, older: pressing.filter((row) => !shown.has(row.id)), more: newest.more }
  }, [newest, pressing])
}

/** Other letters that may be one of these, by number and symbol. */
export function useLettersWith(keys: readonly string[]): Live<readonly IncomingRow[]> {
  const { office } = useReaders()
  return useLive(() => office.lettersWith(keys), [office, keys.join(' ')])
}

/** What senders asked about a letter, answered or not. */
export function useRequestsAbout(letter: string): Live<readonly RequestRow[]> {
  const { office } = useReaders()
  return useLive(() => office.requestsAbout([letter]), [office, letter])
}

/** Documents in a status, last changed first, more of them as one comes to their end. */
export function useOutgoingList(status: DocumentStatus): Live<Brought<OutgoingRow>> {
  const { office } = useReaders()
  return usePages(
    useMemo(
      () => newPages((stretch, limit) => office.outgoingStretch(status, stretch, limit)),
      [office, status],
    ),
  )
}

export function useOutgoing(status: DocumentStatus, window?: Window): Live<readonly OutgoingRow[]> {
  const { office } = useReaders()
  return useLive(() => office.outgoing(status, window), [office, status, window?.limit, window?.after])
}

/** Documents that answer a letter. */
export function useAnswering(letter: string): Live<readonly OutgoingRow[]> {
  const { office } = useReaders()
  return useLive(() => office.answering(letter), [office, letter])
}

/** Signed, numbered or sealed, not issued. */
export function useIssueDesk(): Live<readonly OutgoingRow[]> {
  const { office } = useReaders()
  return useLive(() => office.issueDesk(), [office])
}

/** What the post at this desk has to do, nearest deadline first. */
export function useMyWork(): Live<readonly WorkRow[]> {
  const { office } = useReaders()
  return useLive(() => office.myWork(), [office])
}

/** Tasks this post may see: open ones nearest deadline first, or closed ones newest first. */
export function useTasks(state: 'open' | 'closed'): Live<readonly TaskRow[]> {
  const { office } = useReaders()
  return useLive(() => office.tasks(state), [office, state])
}

/** Everyone's part of a letter. */
export function useTasksOf(letter: string): Live<readonly TaskRow[]> {
  const { office } = useReaders()
  return useLive(() => office.tasksOf(letter), [office, letter])
}

/** Tasks out of these letters or meetings. */
export function useTasksOfAll(origins: readonly string[]): Live<readonly TaskRow[]> {
  const { office } = useReaders()
  return useLive(
    async () => (await Promise.all(origins.map((id) => office.tasksOf(id)))).flat(),
    [office, origins.join()],
  )
}

export function useTask(id: string): Live<Seen<Task> | null> {
  const { office } = useReaders()
  return useLive(() => office.seen('task', id), [office, id])
}

/** Who is away, or was. */
export function useAbsences(): Live<readonly Absence[]> {
  const { office } = useReaders()
  return useShared(office, 'absences', () => office.absences())
}

/** Who was given to sign by order or by authorisation, whether it stands or not. */
export function useSigningDelegations(): Live<readonly SigningDelegation[]> {
  const { office } = useReaders()
  return useShared(office, 'signingDelegations', () => office.signingDelegations())
}

/** The calendar as the agency set it before there were versions; null: not at all. */
export function useCalendarSettings(): Live<Seen<AgencyCalendar> | null> {
  const { office } = useReaders()
  return useShared(office, 'calendar', () => office.seen('calendar', CALENDAR_ID))
}

/** What the agency set for itself, version by version; null: nothing. */
export function useConfiguration(): Live<Seen<Configuration> | null> {
  const { office } = useReaders()
  return useShared(office, 'configuration', () => office.seen('configuration', CONFIGURATION_ID))
}

/** The searches that the post at this desk keeps; null: none. */
export function useSavedSearches(post: string): Live<Seen<SavedSearches> | null> {
  const { office } = useReaders()
  return useLive(() => office.seen('saved-searches', post), [office, post])
}

/** The groups that a post sees, by their owner, the agency's first; none until it is known who works here. */
export function useGroups(me: Post | undefined): Live<readonly Groups[]> {
  const { office } = useReaders()
  return useShared(office, `groups ${me?.id ?? ''} ${me?.unit ?? ''}`, async () => {
    const ids = me === undefined ? [] : ownersFor(me).map(groupsOf)
    const seen = await Promise.all(ids.map((id) => office.seen('groups', id)))
    return ids.map((id, index) => seen[index]?.state ?? { id, groups: [] })
  })
}

/** The usual directives of the post at this desk; null: none of its own. */
export function useOwnDirectives(post: string): Live<Seen<UsualDirectives> | null> {
  const { office } = useReaders()
  return useLive(() => office.seen('usual-directives', post), [office, post])
}

/** What the boards count: all that was still open on this day or later. */
export function useBoardFacts(from: LocalDate): Live<readonly BoardFact[]> {
  const { office } = useReaders()
  return useLive(() => office.boardFacts(from), [office, from])
}

/** What a person knows a counted thing by; null when it is not here any more. */
export function useFace(fact: BoardFact): Live<FactFace | null> {
  const { office } = useReaders()
  return useLive(async () => (await facesOf(office, [fact]))[0] ?? null, [office, fact.id])
}

/** The public fields of issued documents. */
export function useOpenRecords(issued: readonly BoardFact[], agency: string): Live<readonly OpenRecord[]> {
  const { office } = useReaders()
  return useLive(() => openRecordsOf(office, issued, agency), [office, issued, agency])
}

export function useDeliveries(window?: Window): Live<readonly DeliveryRow[]> {
  const { office } = useReaders()
  return useLive(() => office.deliveries(window), [office, window?.limit, window?.after])
}

/** As shown: with the pending acts of this desk. */
export function useDocument(id: string): Live<Seen<OfficialDocument> | null> {
  const { office } = useReaders()
  return useLive(() => office.seen('document', id), [office, id])
}

export function useLetter(id: string): Live<Seen<Letter> | null> {
  const { office } = useReaders()
  return useLive(() => office.seen('letter', id), [office, id])
}

/** By their id; without those that are not on this desk. */
export function useLetters(ids: readonly string[]): Live<ReadonlyMap<string, Letter>> {
  const { office } = useReaders()
  return useLive(async () => {
    const seen = await Promise.all(ids.map((id) => office.seen('letter', id)))
    return new Map(seen.flatMap((one) => (one === null ? [] : [[one.state.id, one.state] as const])))
  }, [office, ids.join()])
}

/** `id`: the document's. */
export function useDispatch(id: string): Live<Seen<Dispatch> | null> {
  const { office } = useReaders()
  return useLive(() => office.seen('dispatch', id), [office, id])
}

/** Work files the post at this desk may see. */
export function useFiles(): Live<readonly FileRow[]> {
  const { office } = useReaders()
  return useLive(() => office.files(), [office])
}

export function useCaseFile(id: string): Live<Seen<CaseFile> | null> {
  const { office } = useReaders()
  return useLive(() => office.seen('case-file', id), [office, id])
}

/** Plans, submissions, disposals or handovers. */
export function useRecordActs<K extends RecordAct>(kind: K): Live<readonly StateOf[K][]> {
  const { office } = useReaders()
  return useLive(() => office.recordActs(kind), [office, kind])
}

export function useBooks(): Live<readonly BookRow[]> {
  const { office } = useReaders()
  return useShared(office, 'books', () => office.books())
}

/** What the configuration is laid over. */
export function useAsRecorded(): Live<AsRecorded> {
  const { office, workspace } = useReaders()
  return useLive(() => office.asRecorded(workspace), [office, workspace])
}

/** Numbers of a book given on these days with what they were given to, in order. */
export function useRegister(book: string, from: LocalDate, until: LocalDate): Live<readonly RegisterLine[]> {
  const { office } = useReaders()
  return useLive(() => office.register(book, from, until), [office, book, from, until])
}

export function useBook(id: string): Live<Seen<Book> | null> {
  const { office } = useReaders()
  return useLive(() => office.seen('book', id), [office, id])
}

/** Imports of former registers, newest first. */
export function useFormerImports(): Live<readonly FormerImport[]> {
  const { office } = useReaders()
  return useLive(() => office.former.imports(), [office])
}

/** The lines of a former register in the order of their numbers. */
export function useFormerRegister({ direction, year }: FormerShelf): Live<readonly FormerRow[]> {
  const { office } = useReaders()
  return useLive(() => office.former.register({ direction, year }), [office, direction, year])
}

export function useFormerEntry(id: string): Live<FormerRow | null> {
  const { office } = useReaders()
  return useLive(() => office.former.entry(id), [office, id])
}

/** Posts with their holders. */
export function usePeople(): Live<readonly Post[]> {
  const { office } = useReaders()
  return useShared(office, 'people', () => office.people())
}

export function useUnits(): Live<readonly Unit[]> {
  const { office } = useReaders()
  return useShared(office, 'units', () => office.units())
}

export function useCorrespondents(): Live<readonly Correspondent[]> {
  const { office } = useReaders()
  return useShared(office, 'correspondents', () => office.correspondents())
}

export function useAgency(): Live<Seen<Agency> | null> {
  const { office, workspace } = useReaders()
  return useShared(office, `agency ${workspace}`, () => office.agency(workspace))
}

export function useCounters(): Live<Counters> {
  const { office } = useReaders()
  return useShared(office, 'counters', () => office.counters(localDateOf(instantFrom(Date.now()))))
}

/** What is on its way, in the order of dispatch, with the reason each waits. */
export function useOutbox(): Live<readonly WaitingAct[]> {
  const { outbox } = useReaders()
  return useLive(() => outbox.waiting(), [outbox])
}

export function useNeedsAttention(): Live<readonly AttentionItem[]> {
  const { outbox } = useReaders()
  return useLive(() => outbox.needsAttention(), [outbox])
}

export function useSyncState(): Live<SyncState> {
  const { outbox } = useReaders()
  return useLive(() => outbox.syncState(), [outbox])
}
