import { useT } from '../../../i18n/language-provider.tsx'
import type { TaskRow } from '../../../projections/tasks.ts'
import { Avatar } from '../../../ui/avatar.tsx'
import { cx } from '../../../ui/cx.ts'
import { usePostNames } from '../../../workplace/me.ts'
import { TaskDeadline } from './task-line.tsx'
import classes from './tasks.module.css'

const columns = ['assigned', 'started', 'waiting', 'finished'] as const
type Column = (typeof columns)[number]

interface TaskBoardProps {
  readonly open: readonly TaskRow[]
  readonly closed: readonly TaskRow[]
  readonly activeId: string | null
  readonly onActivate: (id: string) => void
}

const DONE_SHOWN = 20

/** Tasks by how far they are; each card says who and by when. */
export function TaskBoard({ open, closed, activeId, onActivate }: TaskBoardProps) {
  const t = useT()
  const nameOf = usePostNames()
  const rowsIn = (column: Column): readonly TaskRow[] =>
    column === 'finished' ? closed.slice(0, DONE_SHOWN) : open.filter((row) => columnOf(row) === column)
  return (
    <div className={classes.board}>
      {columns.map((column) => {
        const rows = rowsIn(column)
        return (
          <section key={column} className={classes.column} aria-label={t(`tasks.column.${column}`)}>
            <h2 className={classes.columnHead}>
              {t(`tasks.column.${column}`)} <span className="num dim">{rows.length}</span>
            </h2>
            <div className={classes.cards}>
              {rows.map((row) => (
                <button
                  key={row.id}
                  type="button"
                  className={cx(classes.card, row.id === activeId && classes.activeCard)}
                  aria-pressed={row.id === activeId}
                  onClick={() => onActivate(row.id)}
                >
                  <span className={classes.cardSubject}>{row.subject}</span>
                  <span className={classes.cardFoot}>
                    <Avatar name={nameOf(row.assignee)} />
                    <span className="ellipsis">{nameOf(row.assignee)}</span>
                    <span className="spacer" />
                    <TaskDeadline row={row} />
                  </span>
                </button>
              ))}
            </div>
          </section>
        )
      })}
    </div>
  )
}

function columnOf(row: TaskRow): Column {
  if (row.isStopped || row.isReturned || row.asksFor !== null) return 'waiting'
  return row.status === 'assigned' ? 'assigned' : 'started'
}
