import { useT } from '../../../i18n/language-provider.tsx'
import type { WorkRow } from '../../../projections/work.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { SheetDialog } from '../../../ui/sheet-dialog.tsx'
import { useManyActs } from '../../../workplace/tasks/use-many-acts.ts'
import classes from './my-work.module.css'

interface BulkFinishProps {
  readonly rows: readonly WorkRow[]
  readonly onClose: (isDone: boolean) => void
}

/** Shows what is finished and what is read before it happens, and what stays as it is with the reason; then does it with one undo. */
export function BulkFinish({ rows, onClose }: BulkFinishProps) {
  const t = useT()
  const many = useManyActs()
  const reads = rows.filter((row) => row.reason === 'inform')
  const proven = rows.filter((row) => row.reason === 'task' && row.isFromSuperior && row.part === 'lead')
  const finishes = rows.filter((row) => row.reason === 'task' && !proven.includes(row))
  const others = rows.filter((row) => ![...reads, ...proven, ...finishes].includes(row))
  const held = [...proven, ...others]
  const count = reads.length + finishes.length
  const confirm = (): void => {
    if (count === 0) return
    const acts = [
      ...finishes.map((row) => ({
        aggregate: row.about,
        type: 'task.finish',
        payload: { result: '', evidence: null },
      })),
      ...reads.map((row) => ({ aggregate: row.about, type: 'task.read', payload: {} })),
    ]
    void many(acts, (done) => ({ icon: 'check', text: t('tasks.done.many', { count: done }) })).then(() =>
      onClose(true),
    )
  }
  const lines = (list: readonly WorkRow[], note: (row: WorkRow) => string, isHeld: boolean) =>
    list.map((row) => (
      <li key={row.id} className={classes.bulkLine}>
        <span className={classes.bulkSubject}>{row.subject}</span>
        <Chip tone={isHeld ? 'soon' : 'ok'} icon={isHeld ? 'hourglass' : 'check'}>
          {note(row)}
        </Chip>
      </li>
    ))
  return (
    <SheetDialog
      title={t('tasks.bulk.title', { count })}
      description={t('tasks.bulk.explain')}
      isOpen
      onClose={() => onClose(false)}
      onConfirm={confirm}
      place="middle"
      width={640}
      footer={
        <>
          <span className="spacer" />
          <Button variant="quiet" onClick={() => onClose(false)}>
            {t('common.cancel')}
          </Button>
          <Button data-autofocus variant="primary" keyHint="Enter" disabled={count === 0} onClick={confirm}>
            {t('tasks.bulk.confirm')}
          </Button>
        </>
      }
    >
      <ul className={classes.bulk}>
        {lines(finishes, () => t('tasks.bulk.willFinish'), false)}
        {lines(reads, () => t('tasks.bulk.willRead'), false)}
      </ul>
      {held.length > 0 && (
        <>
          <h3 className={classes.bulkHeading}>{t('tasks.bulk.held', { count: held.length })}</h3>
          <ul className={classes.bulk}>
            {lines(
              held,
              (row) => t(proven.includes(row) ? 'tasks.bulk.needsEvidence' : 'tasks.bulk.notTask'),
              true,
            )}
          </ul>
        </>
      )}
    </SheetDialog>
  )
}
