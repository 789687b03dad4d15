import type { ReactNode } from 'react'
import classes from './list-tool-row.module.css'
import { cx } from './cx.ts'

export interface ListToolRowProps {
  /** Select-all box; none where nothing can be selected. */
  readonly select?: ReactNode
  readonly summary: string
  /** Filter and sort. */
  readonly children?: ReactNode
}

export function ListToolRow({ select, summary, children }: ListToolRowProps) {
  return (
    <div className={classes.row}>
      {select}
      <span className={cx('num', 'ellipsis')}>{summary}</span>
      <span className="spacer" />
      {children}
    </div>
  )
}
