import { useLetters } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import type { WorkRow } from '../../../projections/work.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { SheetDialog } from '../../../ui/sheet-dialog.tsx'
import { useManyActs, type OneAct } from '../../../workplace/tasks/use-many-acts.ts'
import { endingOf, type Ending } from './finish-together.ts'
import classes from './my-work.module.css'

interface BulkFinishProps {
  readonly rows: readonly WorkRow[]
  readonly onClose: (isDone: boolean) => void
}

/** Shows what is finished and what is read before it happens, and what stays as it is with the reason; then does it with one undo. */
export function BulkFinish({ rows, onClose }: BulkFinishProps) {
  const t = useT()
  const many = useManyActs()
  const letters = useLetters(rows.flatMap(({ letter }) => letter ?? []))
  if (letters === undefined) return null
  const all = rows.map((row) => ({ row, ends: endingOf(row, letters.get(row.letter ?? '')) }))
  const that = (does: Ending['does']): readonly WorkRow[] =>
    all.filter(({ ends }) => ends.does === does).map(({ row }) => row)
  const acts = all.flatMap(({ row: { about }, ends }): readonly OneAct[] =>
    ends.does === 'finish'
      ? [{ aggregate: about, type: 'task.finish', payload: { result: '', evidence: ends.evidence } }]
      : ends.does === 'read'
        ? [{ aggregate: about, type: 'task.read', payload: {} }]
        : [],
  )
  const held = all.flatMap(({ row, ends }) => (ends.does === 'stay' ? [{ row, why: ends.why }] : []))
  const count = acts.length
  const confirm = (): void => {
    if (count === 0) return
    void many(acts, (done) => ({ icon: 'check', text: t('tasks.done.many', { count: done.length }) })).then(
      () => onClose(true),
    )
  }
  const line = ({ id, subject }: WorkRow, note: string, isHeld: boolean) => (
    <li key={id} className={classes.bulkLine}>
      <span className={classes.bulkSubject}>{subject}</span>
      <Chip tone={isHeld ? 'soon' : 'ok'} icon={isHeld ? 'hourglass' : 'check'}>
        {note}
      </Chip>
    </li>
  )
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
        {that('finish').map((row) => line(row, t('tasks.bulk.willFinish'), false))}
        {that('read').map((row) => line(row, t('tasks.bulk.willRead'), false))}
      </ul>
      {held.length > 0 && (
        <>
          <h3 className={classes.bulkHeading}>{t('tasks.bulk.held', { count: held.length })}</h3>
          <ul className={classes.bulk}>
            {held.map(({ row, why }) => line(row, t(`tasks.bulk.${why}`), true))}
          </ul>
        </>
      )}
    </SheetDialog>
  )
}
