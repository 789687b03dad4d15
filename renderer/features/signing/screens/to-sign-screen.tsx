import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useMyWork } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import type { WorkRow } from '../../../projections/work.ts'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { deadlineView, stampOf } from '../../../ui/deadline-view.ts'
import { DocumentRow } from '../../../ui/document-row.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ListToolRow } from '../../../ui/list-tool-row.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { VirtualList } from '../../../ui/virtual-list.tsx'
import { WorkColumns, WorkPage } from '../../../ui/work-columns.tsx'
import { hasRole, useMe, usePostNames } from '../../../workplace/me.ts'
import { useNative } from '../../../workplace/native-context.tsx'
import { RejectedMark } from '../../../workplace/signature-checks.tsx'
import { useSeenDocuments } from '../../../workplace/seen-documents.ts'
import type { SignMany, SignResult } from '../../../workplace/sign.ts'
import { useToday } from '../../../workplace/today.ts'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'
import { useActiveRow } from '../../../workplace/use-active-row.ts'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import { DraftFacts, SigningPage } from '../components/signing-page.tsx'
import { SignResults } from '../components/sign-results.tsx'
import { useSignChosen } from '../hooks/use-sign-chosen.ts'
import { signDocuments } from '../use-cases/sign-documents.ts'

const boxes = ['toSign', 'toInitial'] as const
type Box = (typeof boxes)[number]
const reasonOf: Record<Box, WorkRow['reason']> = { toSign: 'sign', toInitial: 'review' }
const roleOf = { toSign: 'leader', toInitial: 'unit-head' } as const

interface ToSignScreenProps {
  readonly onOpen: (id: string) => void
  /** Initials drafts with one PIN. */
  readonly initialMany: SignMany
  /** The page of a draft, which has no PDF before it is initialled. */
  readonly draftPage: (id: string) => ReactNode
}

/** Documents that wait for this post's signature or initials: the list, the page as it stands, what became of each. */
export function ToSignScreen({ onOpen, initialMany, draftPage }: ToSignScreenProps) {
  const t = useT()
  const me = useMe()
  const work = useMyWork()
  const [asked, setBox] = useState<Box | null>(null)
  const box = asked ?? (hasRole(me, 'leader') ? 'toSign' : 'toInitial')
  const isInitials = box === 'toInitial'
  const rows = useMemo(() => (work ?? []).filter((row) => row.reason === reasonOf[box]), [work, box])
  const [chosen, setChosen] = useActiveRow(work === undefined ? undefined : rows.map((row) => row.id), box)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [results, setResults] = useState<readonly SignResult[] | null>(null)
  const active = rows.find((row) => row.id === chosen)
  const picked = rows.filter((row) => selected.has(row.id))
  const onResults = useCallback(
    (all: readonly SignResult[]) => {
      const left = all.filter((one) => one.problem !== null).map((one) => `document/${one.document}`)
      setResults(all)
      setSelected(new Set(left))
      if (left[0] !== undefined) setChosen(left[0])
    },
    [setChosen],
  )
  const run = useRun(isInitials, initialMany)
  const signing = useSignChosen({
    ids: (picked.length > 0 || active === undefined ? picked : [active]).map((row) => row.about.id),
    isInitials,
    run,
    onResults,
  })
  const seen = useSeenDocuments()
  const reviewed = rows.filter((row) => seen.has(row.about.id, row.since))
  const signingReviewed = useSignChosen({
    ids: reviewed.map((row) => row.about.id),
    isInitials,
    run,
    onResults,
  })
  const verbs = useVerbs(
    useMemo(
      () =>
        active === undefined
          ? []
          : [
              verb(
                isInitials ? 'document.initial' : 'document.sign',
                isInitials ? 'verbs.initialMany' : 'verbs.signMany',
                signing,
                {
                  icon: 'writing-sign',
                  shortcut: isInitials ? 'KeyK' : 'KeyS',
                  values: { count: Math.max(picked.length, 1) },
                },
              ),
              ...(picked.length === 0 && reviewed.length > 1
                ? [
                    verb(
                      isInitials ? 'document.initialReviewed' : 'document.signReviewed',
                      isInitials ? 'verbs.initialReviewed' : 'verbs.signReviewed',
                      signingReviewed,
                      {
                        icon: 'checklist',
                        shortcut: isInitials ? 'Shift+KeyK' : 'Shift+KeyS',
                        values: { count: reviewed.length },
                      },
                    ),
                  ]
                : []),
              verb('document.open', 'common.open', () => onOpen(active.about.id), {
                icon: 'file-text',
                shortcut: 'Enter',
              }),
            ],
      [active, isInitials, signing, signingReviewed, picked.length, reviewed.length, onOpen],
    ),
  )
  const countOf = (id: Box): number => (work ?? []).filter((row) => row.reason === reasonOf[id]).length
  return (
    <>
      <ScreenHeader
        title={t('signing.title')}
        boxes={boxes
          .filter((id) => hasRole(me, roleOf[id]) || countOf(id) > 0)
          .map((id) => ({ id, label: t(`signing.boxes.${id}`), count: countOf(id) }))}
        activeBox={box}
        onBox={(id) => {
          setBox(id as Box)
          setSelected(new Set())
        }}
        actions={<VerbBar verbs={verbs} isInline />}
      />
      {results !== null && (
        <SignResults results={results} isInitials={isInitials} onClose={() => setResults(null)} />
      )}
      {work === undefined ? (
        <SkeletonRows />
      ) : active === undefined ? (
        <EmptyState text={t(`signing.empty.${box}`)} />
      ) : (
        <WorkColumns
          list={
            <SigningList
              rows={rows}
              activeId={active.id}
              onActivate={setChosen}
              selected={selected}
              onSelect={setSelected}
            />
          }
        >
          {isInitials ? (
            <>
              <WorkPage key={active.id}>{draftPage(active.about.id)}</WorkPage>
              <DraftFacts id={active.about.id} />
            </>
          ) : (
            <SigningPage key={active.about.id} id={active.about.id} />
          )}
        </WorkColumns>
      )}
    </>
  )
}

function useRun(isInitials: boolean, initialMany: SignMany): SignMany {
  const desk = useDesk()
  const native = useNative()
  const signMany = useCallback<SignMany>(
    (documents, heldBack) => signDocuments(native, desk, documents, heldBack),
    [native, desk],
  )
  return isInitials ? initialMany : signMany
}

interface SigningListProps {
  readonly rows: readonly WorkRow[]
  readonly activeId: string
  readonly onActivate: (id: string) => void
  readonly selected: ReadonlySet<string>
  readonly onSelect: (ids: ReadonlySet<string>) => void
}

function SigningList({ rows, activeId, onActivate, selected, onSelect }: SigningListProps) {
  const t = useT()
  const today = useToday()
  const calendar = useCalendar()
  const nameOf = usePostNames()
  const seen = useSeenDocuments()
  const picked = rows.filter((row) => selected.has(row.id)).length
  return (
    <>
      <ListToolRow
        select={
          <Checkbox
            label={t('common.selectAll')}
            checked={picked === rows.length}
            mixed={picked > 0 && picked < rows.length}
            onChange={(all) => onSelect(new Set(all ? rows.map((row) => row.id) : []))}
          />
        }
        summary={
          picked === 0
            ? t('common.documents', { count: rows.length })
            : t('common.selected', { count: picked, total: rows.length })
        }
      />
      <VirtualList<WorkRow>
        label={t('signing.title')}
        entries={rows.map((item) => ({ kind: 'row', id: item.id, item }) as const)}
        activeId={activeId}
        onActivate={onActivate}
        selectedIds={selected}
        onSelectionChange={onSelect}
        alwaysSelecting
        isAutoFocused
        renderRow={(row, state) => (
          <DocumentRow
            {...state}
            row={{
              from: nameOf(row.from),
              subject: row.subject,
              urgency: stampOf(row.urgency),
              deadline: deadlineView({ deadline: row.deadline, urgency: row.urgency }, today, calendar),
              isPending: row.pending,
              mark: (
                <>
                  {row.isRejected === true && <RejectedMark />}
                  {!seen.has(row.about.id, row.since) && (
                    <Chip tone="soon" icon="eye">
                      {t('signing.unseen')}
                    </Chip>
                  )}
                </>
              ),
            }}
          />
        )}
      />
    </>
  )
}
