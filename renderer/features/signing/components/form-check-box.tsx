import { useMemo, useState, type ReactNode } from 'react'
import type { Command } from '../../../commands/command.ts'
import { useDocument } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import type { WorkRow } from '../../../projections/work.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { WorkColumns } from '../../../ui/work-columns.tsx'
import { useFormPass } from '../../../workplace/form-check/use-form-pass.ts'
import { usePostNames } from '../../../workplace/me.ts'
import { ReasonSheet } from '../../../workplace/reason-sheet.tsx'
import { useActiveRow } from '../../../workplace/use-active-row.ts'
import { useUndoableAct } from '../../../workplace/use-undoable-act.ts'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import { SigningList } from './signing-list.tsx'
import { SigningPage } from './signing-page.tsx'

interface FormCheckBoxProps {
  readonly rows: readonly WorkRow[]
  /** The header of the screen with the verbs of this box. */
  readonly header: (actions: ReactNode) => ReactNode
  readonly onOpen: (id: string) => void
}

const NONE: readonly Command[] = []

/** What waits for the check of its form: the list, the page, what the check finds. `Y` passes it, `X` returns it with words. */
export function FormCheckBox({ rows, header, onOpen }: FormCheckBoxProps) {
  const t = useT()
  const act = useUndoableAct()
  const nameOf = usePostNames()
  const [chosen, setChosen] = useActiveRow(
    rows.map((row) => row.id),
    'toCheck',
  )
  const active = rows.find((row) => row.id === chosen)?.about.id
  const document = useDocument(active ?? '')?.state
  const formPass = useFormPass(document)
  const [returned, setReturned] = useState<string | null>(null)
  const passing = formPass?.commands ?? NONE
  const verbs = useVerbs(
    useMemo(
      () =>
        active === undefined
          ? NONE
          : [
              ...passing,
              verb('document.return', 'verbs.return', () => setReturned(active), {
                icon: 'arrow-back-up',
                shortcut: 'KeyX',
              }),
              verb('document.open', 'common.open', () => onOpen(active), {
                icon: 'file-text',
                shortcut: 'Enter',
              }),
            ],
      [active, passing, onOpen],
    ),
  )
  const giveBack = (reason: string): void => {
    if (document === undefined) return
    setReturned(null)
    const text = t('drafting.toast.returned', { name: nameOf(document.drafter.post) })
    void act(
      { kind: 'document', id: document.id },
      'document.return',
      { reason },
      { icon: 'arrow-back-up', text },
    )
  }
  return (
    <>
      {header(<VerbBar verbs={verbs} isInline />)}
      {active === undefined ? (
        <EmptyState text={t('signing.empty.toCheck')} />
      ) : (
        <WorkColumns list={<SigningList rows={rows} activeId={chosen ?? ''} onActivate={setChosen} />}>
          <SigningPage key={active} id={active} formPass={formPass} />
        </WorkColumns>
      )}
      {returned !== null && returned === document?.id && (
        <ReasonSheet
          place="corner"
          title={t('verbs.return')}
          description={document.fields.subject}
          label={t('drafting.returnSheet.reason')}
          confirm={t('verbs.return')}
          onClose={() => setReturned(null)}
          onConfirm={giveBack}
        />
      )}
    </>
  )
}
