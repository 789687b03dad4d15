import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import classes from './screen-header.module.css'

export interface Box {
  readonly id: string
  readonly label: string
  readonly count?: number | undefined
}

export interface ScreenHeaderProps {
  readonly title: string
  readonly boxes?: readonly Box[] | undefined
  readonly activeBox?: string | undefined
  readonly onBox?: ((id: string) => void) | undefined
  /** A remark before the actions, as the period shown. */
  readonly note?: ReactNode
  /** Buttons at the right; one primary. */
  readonly actions?: ReactNode
}

/** The title of a screen, its boxes with counts, and what acts on the whole of it. */
export function ScreenHeader({ title, boxes = [], activeBox, onBox, note, actions }: ScreenHeaderProps) {
  return (
    <header className={classes.header}>
      <h1 className={classes.title}>{title}</h1>
      <nav className={classes.boxes} aria-label={title}>
        {boxes.map((box) => {
          const isActive = box.id === activeBox
          return (
            <button
              key={box.id}
              type="button"
              className={cx(classes.box, isActive && classes.active)}
              aria-current={isActive ? 'true' : undefined}
              onClick={() => onBox?.(box.id)}
            >
              {box.label}
              {box.count !== undefined && <span className={cx(classes.count, 'num')}>{box.count}</span>}
            </button>
          )
        })}
      </nav>
      {note !== undefined && <span className={cx(classes.note, 'num')}>{note}</span>}
      <div className={classes.actions}>{actions}</div>
    </header>
  )
}
