import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useT } from '../../../i18n/language-provider.tsx'
import type { WorkRow } from '../../../projections/work.ts'
import { useDesk } from '../../../sync/desk-context.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { WorkColumns, WorkPage } from '../../../ui/work-columns.tsx'
import { useNative } from '../../../workplace/native-context.tsx'
import { useSeenDocuments } from '../../../workplace/seen-documents.ts'
import type { SignMany, SignResult } from '../../../workplace/sign.ts'
import { useActiveRow } from '../../../workplace/use-active-row.ts'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import { useSignChosen } from '../hooks/use-sign-chosen.ts'
import { signDocuments } from '../use-cases/sign-documents.ts'
import { SignResults } from './sign-results.tsx'
import { SigningList } from './signing-list.tsx'
import { DraftFacts, SigningPage } from './signing-page.tsx'

interface SigningBoxProps {
  readonly box: 'toSign' | 'toInitial'
  readonly rows: readonly WorkRow[]
  /** The header of the screen with the verbs of this box. */
  readonly header: (actions: ReactNode) => ReactNode
  readonly onOpen: (id: string) => void
  /** Initials drafts with one PIN. */
  readonly initialMany: SignMany
  /** The page of a draft, which has no PDF before it is initialled. */
  readonly draftPage: (id: string) => ReactNode
}

/** What waits for a signature or for initials: the list, the page as it stands, what became of each. */
export function SigningBox({ box, rows, header, onOpen, initialMany, draftPage }: SigningBoxProps) {
  const t = useT()
  const isInitials = box === 'toInitial'
  const [chosen, setChosen] = useActiveRow(
    rows.map((row) => row.id),
    box,
  )
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
  return (
    <>
      {header(<VerbBar verbs={verbs} isInline />)}
      {results !== null && (
        <SignResults results={results} isInitials={isInitials} onClose={() => setResults(null)} />
      )}
      {active === undefined ? (
        <EmptyState text={t(`signing.empty.${box}`)} />
      ) : (
        <WorkColumns
          list={
            <SigningList
              rows={rows}
              activeId={active.id}
              onActivate={setChosen}
              choice={{ selected, onSelect: setSelected }}
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
