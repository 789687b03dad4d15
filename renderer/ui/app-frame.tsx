import type { ReactNode } from 'react'
import classes from './app-frame.module.css'

export interface AppFrameProps {
  readonly topBar: ReactNode
  readonly sidebar: ReactNode
  readonly statusLine: ReactNode
  readonly children: ReactNode
}

/** Top bar, sidebar, the screen and the status line; fills the window and never scrolls itself. */
export function AppFrame({ topBar, sidebar, statusLine, children }: AppFrameProps) {
  return (
    <div className={classes.frame}>
      {topBar}
      <div className={classes.middle}>
        {sidebar}
        <main tabIndex={-1} className={classes.main}>
          {children}
        </main>
      </div>
      {statusLine}
    </div>
  )
}
