import { useCallback, useMemo } from 'react'
import { codeOf } from '#shared/domain/format/boxes.ts'
import type { Refusal } from '#shared/domain/decision.ts'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import { instantFrom, localDateOf } from '#shared/kernel/instant.ts'
import { fail } from '#shared/kernel/result.ts'
import { useBooks, useDocument, useIssueDesk, useSyncState } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import type { OutgoingRow } from '../../../projections/outgoing.ts'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { stampOf } from '../../../ui/deadline-view.ts'
import { DocumentRow } from '../../../ui/document-row.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import type { ListEntry } from '../../../ui/list-entries.ts'
import { ListToolRow } from '../../../ui/list-tool-row.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { UNDO_SECONDS, useToast } from '../../../ui/toast.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { WorkColumns, WorkPage } from '../../../ui/work-columns.tsx'
import { VirtualList } from '../../../ui/virtual-list.tsx'
import { noticeOfError } from '../../../workplace/error-words.ts'
import { usePostNames } from '../../../workplace/me.ts'
import { useNative } from '../../../workplace/native-context.tsx'
import { PdfPages } from '../../../workplace/pdf-pages.tsx'
import { useNotice, useRefusal } from '../../../workplace/refusal-notice.tsx'
import { useToday } from '../../../workplace/today.ts'
import { RejectedMark } from '../../../workplace/signature-checks.tsx'
import { useActiveRow } from '../../../workplace/use-active-row.ts'
import { useUndoToast } from '../../../workplace/use-undoable-act.ts'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import { IssuePanel } from '../components/issue-panel.tsx'
import { bookOfDocument, outgoingBookOf } from '../components/outgoing-book.ts'
import { issueDocument } from '../use-cases/issue-document.ts'

/** Before a sealed document leaves for other agencies; an express one (hỏa tốc) waits no longer than any act. */
const DISPATCH_UNDO_SECONDS = 60

/** Signed documents on their way out: number, seal and issue with one key and the PIN of the seal. */
export function IssueDeskScreen() {
  const t = useT()
  const nameOf = usePostNames()
  const waiting = useIssueDesk()
  const books = useBooks()
  const today = useToday()
  const groups = useMemo(
    () =>
      waiting === undefined || books === undefined
        ? undefined
        : byBook(waiting, (row) => outgoingBookOf(books, row, today)?.name ?? ''),
    [waiting, books, today],
  )
  const rows = useMemo(() => groups?.flatMap(([, list]) => list), [groups])
  const [chosen, setChosen] = useActiveRow(
    rows?.map((row) => row.id),
    'issue',
  )
  const active = rows?.find((row) => row.id === chosen)
  const entries = (groups ?? []).flatMap(([book, list]): readonly ListEntry<OutgoingRow>[] => [
    { kind: 'group', id: `book ${book}`, label: book || t('law.book-missing.words') },
    ...list.map((item) => ({ kind: 'row', id: item.id, item }) as const),
  ])
  return (
    <>
      <ScreenHeader
        title={t('issuing.title')}
        boxes={[{ id: 'queue', label: t('issuing.boxes.toIssue'), count: rows?.length }]}
        activeBox="queue"
      />
      {rows === undefined ? (
        <SkeletonRows />
      ) : active === undefined ? (
        <EmptyState text={t('issuing.empty.queue')} />
      ) : (
        <WorkColumns
          list={
            <>
              <ListToolRow summary={t('issuing.queue', { count: rows.length })} />
              <VirtualList<OutgoingRow>
                label={t('issuing.title')}
                entries={entries}
                activeId={active.id}
                onActivate={setChosen}
                isAutoFocused
                renderRow={(row, { isActive, isSelected }) => (
                  <DocumentRow
                    isActive={isActive}
                    isSelected={isSelected}
                    row={{
                      from: nameOf(row.drafter),
                      number: row.number === null ? `/${row.symbol}` : codeOf(row.number.number, row.symbol),
                      subject: row.subject,
                      urgency: stampOf(row.urgency),
                      attachments: row.attachmentCount,
                      isPending: row.pending,
                      mark: (
                        <>
                          {row.isRejected === true && <RejectedMark />}
                          <Chip tone="info">{t(`states.outgoing.${row.status}`)}</Chip>
                        </>
                      ),
                    }}
                  />
                )}
              />
            </>
          }
        >
          <IssuePage key={active.id} id={active.id} />
        </WorkColumns>
      )}
    </>
  )
}

/** What waits, by the book each is numbered in, longest waiting first. */
function byBook(
  rows: readonly OutgoingRow[],
  bookOf: (row: OutgoingRow) => string,
): readonly (readonly [string, readonly OutgoingRow[]])[] {
  const groups = new Map<string, OutgoingRow[]>()
  for (const row of rows) groups.set(bookOf(row), [...(groups.get(bookOf(row)) ?? []), row])
  return [...groups]
}

function IssuePage({ id }: { readonly id: string }) {
  const seen = useDocument(id)
  if (seen == null) return <SkeletonRows />
  return <IssueDocument document={seen.state} />
}

function IssueDocument({ document }: { readonly document: OfficialDocument }) {
  const issue = useIssue(document)
  const verbs = useVerbs(
    useMemo(
      () => [verb('document.issue', 'verbs.issue', issue, { icon: 'send', shortcut: 'KeyI' })],
      [issue],
    ),
  )
  const pdf = (document.seal ?? document.signature)?.pdf
  return (
    <>
      <WorkPage>
        {pdf !== undefined && <PdfPages purpose="sign" file={pdf} name={document.fields.subject} />}
      </WorkPage>
      <IssuePanel document={document} verbs={<VerbBar verbs={verbs} isInline />} />
    </>
  )
}

function useIssue(document: OfficialDocument): () => void {
  const t = useT()
  const desk = useDesk()
  const native = useNative()
  const notice = useNotice()
  const refuse = useRefusal()
  const toast = useToast()
  const offerUndo = useUndoToast()
  const sync = useSyncState()
  const isOffline = sync?.offlineSince != null
  return useCallback(() => {
    const seconds = document.fields.urgency === 'express' ? UNDO_SECONDS : DISPATCH_UNDO_SECONDS
    desk.readers.office
      .books()
      .then((books) => {
        const book = bookOfDocument(books, document, localDateOf(instantFrom(Date.now())))
        if (book === undefined) return fail<Refusal>({ rule: 'book-missing', facts: {} })
        return issueDocument(native, desk, document, book.id, isOffline, seconds)
      })
      .then((answer) => {
        if (!answer.ok) {
          refuse(answer.error)
          return
        }
        if ('waits' in answer.value) {
          toast.show({ icon: 'clock', text: t('issuing.toast.numberWaits') })
          return
        }
        const { issued, command } = answer.value
        const { number, fields, recipients } = issued
        if (number !== null)
          offerUndo(command, {
            icon: 'send',
            seconds,
            text: t(recipients.length === 0 ? 'issuing.toast.numbered' : 'issuing.toast.issued', {
              number: codeOf(number.number, fields.symbol),
              count: recipients.length,
            }),
          })
      })
      .catch((error: unknown) => {
        const words = noticeOfError(t, error)
        if (words !== undefined) notice(words)
      })
  }, [native, desk, document, isOffline, refuse, toast, offerUndo, t, notice])
}
