import { useMemo, useState } from 'react'
import { isHeadOf } from '#shared/domain/directory/directory.ts'
import { entriesOf, filePlanId, type FilePlan, type PlanHeading } from '#shared/domain/records/file-plan.ts'
import { partsOf } from '#shared/kernel/instant.ts'
import type { Command } from '../../../commands/command.ts'
import { useAgency, usePeople, useRecordActs } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { hasRole, useMe, usePostNames } from '../../../workplace/me.ts'
import { useRetentionWords } from '../../../workplace/records/retention-words.ts'
import { useToday } from '../../../workplace/today.ts'
import { useAct } from '../../../workplace/use-act.ts'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import { PlanEditor } from './plan-editor.tsx'
import { ReasonSheet } from '../../../workplace/reason-sheet.tsx'
import classes from './records.module.css'

/** The file plan of the year: what is in force, what is being worked on, and who has to approve it. */
export function PlanBox() {
  const t = useT()
  const me = useMe()
  const act = useAct()
  const { year } = partsOf(useToday())
  const plan = useRecordActs('file-plan')?.find((one) => one.year === year)
  const [asking, setAsking] = useState<'edit' | 'return' | null>(null)
  const ref = { kind: 'file-plan', id: filePlanId(year) } as const
  const commands = usePlanVerbs(plan, setAsking)
  const verbs = useVerbs(commands)
  const canDraft = hasRole(me, 'clerk') || hasRole(me, 'archivist')
  if (asking === 'edit') return <PlanEditor year={year} plan={plan} onDone={() => setAsking(null)} />
  if (plan === undefined)
    return (
      <EmptyState
        text={t('records.plan.none', { year: String(year) })}
        verb={canDraft ? { label: t('records.plan.draft'), run: () => setAsking('edit') } : undefined}
      />
    )
  return (
    <div className={classes.pane} data-pane>
      <PlanState plan={plan} />
      {verbs.length > 0 && <VerbBar verbs={verbs} isInline />}
      <PlanTable headings={plan.draft?.headings ?? plan.approved?.headings ?? []} />
      {asking === 'return' && plan.draft !== null && (
        <ReasonSheet
          title={t('records.plan.return')}
          label={t('records.plan.reason')}
          confirm={t('records.plan.return')}
          onClose={() => setAsking(null)}
          onConfirm={(reason) => {
            setAsking(null)
            void act(ref, 'file-plan.return', { version: plan.draft?.version, reason })
          }}
        />
      )}
    </div>
  )
}

function PlanState({ plan: { draft, approved } }: { readonly plan: FilePlan }) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const draftWords =
    draft === null
      ? null
      : draft.approver === null
        ? t('records.plan.drafted', { version: String(draft.version) })
        : t('records.plan.submitted', { version: String(draft.version), name: nameOf(draft.approver) })
  return (
    <p className={classes.facts}>
      {approved !== null && (
        <span>
          {t('records.plan.approved', {
            version: String(approved.version),
            name: nameOf(approved.by.post),
            date: formats.date(approved.at),
          })}
        </span>
      )}
      {draftWords !== null && <strong>{draftWords}</strong>}
      {draft !== null && draft.returned !== '' && (
        <strong>{t('records.plan.returned', { reason: draft.returned })}</strong>
      )}
    </p>
  )
}

function PlanTable({ headings }: { readonly headings: readonly PlanHeading[] }) {
  const t = useT()
  const formats = useFormats()
  const kept = useRetentionWords()
  const nameOf = usePostNames()
  const all = entriesOf(headings)
  const permanent = all.filter(({ entry }) => entry.retention === 'permanent').length
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            {(['notation', 'title', 'retention', 'creator'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`records.plan.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {headings.map((heading) => (
          <tbody key={heading.abbreviation}>
            <tr>
              <th colSpan={4} scope="rowgroup">
                {heading.title}
              </th>
            </tr>
            {heading.entries.map((entry) => (
              <tr key={entry.notation}>
                <td className="num">{entry.notation}</td>
                <td>{entry.title}</td>
                <td className="num">{kept(entry.retention)}</td>
                <td>{nameOf(entry.creator)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      <p className={classes.note}>
        {t('records.plan.total', {
          count: all.length,
          permanent: formats.number(permanent),
          limited: formats.number(all.length - permanent),
        })}
      </p>
    </>
  )
}

function usePlanVerbs(
  plan: FilePlan | undefined,
  ask: (what: 'edit' | 'return') => void,
): readonly Command[] {
  const me = useMe()
  const act = useAct()
  const people = usePeople()
  const headTitle = useAgency()?.state.headTitle ?? ''
  return useMemo(() => {
    if (plan === undefined || me === undefined) return []
    const ref = { kind: 'file-plan', id: plan.id } as const
    const { draft } = plan
    const commands: Command[] = []
    if (hasRole(me, 'leader') && draft?.approver != null)
      commands.push(
        verb(
          'file-plan.approve',
          'records.plan.approve',
          () => act(ref, 'file-plan.approve', { version: draft.version }),
          { icon: 'circle-check', shortcut: 'Enter' },
        ),
        verb('file-plan.return', 'records.plan.return', () => ask('return'), {
          icon: 'arrow-back-up',
          shortcut: 'KeyX',
        }),
      )
    if (!hasRole(me, 'clerk') && !hasRole(me, 'archivist')) return commands
    const head =
      people?.find((one) => isHeadOf(one, { headTitle })) ?? people?.find((one) => hasRole(one, 'leader'))
    if (draft !== null && draft.approver === null && head !== undefined)
      commands.push(
        verb(
          'file-plan.submit',
          'records.plan.submit',
          () => act(ref, 'file-plan.submit', { version: draft.version, approver: head.id }),
          { icon: 'send', shortcut: 'Enter' },
        ),
      )
    commands.push(verb('file-plan.draft', 'records.plan.edit', () => ask('edit'), { icon: 'pencil' }))
    return commands
  }, [plan, me, act, people, headTitle, ask])
}
