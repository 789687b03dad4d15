import type { ReactNode } from 'react'
import classes from './work-columns.module.css'

interface WorkColumnsProps {
  readonly list: ReactNode
  /** The page, then its panel. */
  readonly children: ReactNode
}

/** A narrow list, the page of the chosen document, and a panel: the place where documents are signed or issued one after the other. */
export function WorkColumns({ list, children }: WorkColumnsProps) {
  return (
    <div className={classes.columns}>
      <div data-pane className={classes.list}>
        {list}
      </div>
      {children}
    </div>
  )
}

/** The scrolling part that holds the page. */
export function WorkPage({ children }: { readonly children: ReactNode }) {
  return (
    <div data-pane className={classes.page}>
      {children}
    </div>
  )
}
