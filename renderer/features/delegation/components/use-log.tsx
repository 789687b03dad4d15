import { useMemo } from 'react'
import { originOf, type TaskOrigin } from '#shared/domain/work/task.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import { useTasks } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { TaskRow } from '../../../projections/tasks.ts'
import { Chip } from '../../../ui/chip.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { statusKey } from '../../../workplace/tasks/task-words.ts'
import classes from '../screens/delegation-screen.module.css'

/** When the deputy got it. */
const handedAt = ({ holders, since }: TaskRow): Instant =>
  holders.findLast((one) => one.insteadOf !== null)?.from ?? since

interface UseLogProps {
  readonly onOpenOrigin: (origin: TaskOrigin) => void
}

/** Every task that went to a deputy: for whom, by whom, when. */
export function UseLog({ onOpenOrigin }: UseLogProps) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const open = useTasks('open')
  const closed = useTasks('closed')
  const rows = useMemo(
    () =>
      [...(open ?? []), ...(closed ?? [])]
        .filter((row) => row.insteadOf !== null)
        .toSorted((a, b) => (handedAt(a) < handedAt(b) ? 1 : -1)),
    [open, closed],
  )
  if (rows.length === 0) return <p className="dim">{t('delegation.noUse')}</p>
  const line = (row: TaskRow) => (
    <li key={row.id} className={classes.item}>
      <span className="num dim">{formats.dateTime(handedAt(row))}</span>
      <button type="button" className={classes.subject} onClick={() => onOpenOrigin(originOf(row))}>
        {row.subject}
      </button>
      <span className={classes.names}>
        {t('delegation.pair', { name: nameOf(row.insteadOf), deputy: nameOf(row.assignee) })}
      </span>
      <Chip tone="info">{t(statusKey(row))}</Chip>
    </li>
  )
  return <ul className={classes.list}>{rows.map(line)}</ul>
}
