import { useState } from 'react'
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react'
import { useT } from '../i18n/language-provider.tsx'
import { IconButton } from './button.tsx'
import { cx } from './cx.ts'
import classes from './three-pane.module.css'

const NARROWEST = 380
const WIDEST = 640
const STEP = 16
const clamp = (width: number): number => Math.min(Math.max(width, NARROWEST), WIDEST)

export interface ThreePaneProps {
  readonly list: ReactNode
  /** The reading pane; null hides it and gives the list the whole width. */
  readonly reading: ReactNode
  /** px, 380–640; kept by the screen. */
  readonly listWidth: number
  readonly onListWidth: (width: number) => void
  /** Under 1100 px the pane lies over the list while this is true. */
  readonly isReading: boolean
  readonly onCloseReading: () => void
}

/** How wide the list is, and whether the pane lies over it: what a screen keeps for its `ThreePane`. */
export function useThreePane(width: number): {
  readonly props: Omit<ThreePaneProps, 'list' | 'reading'>
  /** Brings the pane over the list where there is no room for both. */
  readonly read: () => void
} {
  const [listWidth, onListWidth] = useState(width)
  const [isReading, setReading] = useState(false)
  return {
    props: { listWidth, onListWidth, isReading, onCloseReading: () => setReading(false) },
    read: () => setReading(true),
  }
}

/** List and reading pane with a border that can be dragged, or moved with the arrow keys. */
export function ThreePane({
  list,
  reading,
  listWidth,
  onListWidth,
  isReading,
  onCloseReading,
}: ThreePaneProps) {
  const t = useT()
  const [drag, setDrag] = useState<{ readonly x: number; readonly width: number } | null>(null)
  const hasReading = reading !== null

  const onPointerMove = (event: PointerEvent) => {
    if (drag !== null) onListWidth(clamp(drag.width + event.clientX - drag.x))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.code !== 'ArrowLeft' && event.code !== 'ArrowRight') return
    event.preventDefault()
    onListWidth(clamp(listWidth + (event.code === 'ArrowLeft' ? -STEP : STEP)))
  }

  return (
    <div className={classes.panes}>
      <section
        data-pane
        className={cx(classes.list, !hasReading && classes.alone)}
        style={hasReading ? { width: clamp(listWidth) } : undefined}
      >
        {list}
      </section>
      {hasReading && (
        <>
          <div
            role="separator"
            aria-orientation="vertical"
            aria-label={t('common.view.resizeList')}
            aria-valuenow={clamp(listWidth)}
            aria-valuemin={NARROWEST}
            aria-valuemax={WIDEST}
            tabIndex={0}
            className={cx(classes.border, drag !== null && classes.dragged)}
            onKeyDown={onKeyDown}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId)
              setDrag({ x: event.clientX, width: listWidth })
            }}
            onPointerMove={onPointerMove}
            onPointerUp={() => setDrag(null)}
            onPointerCancel={() => setDrag(null)}
          />
          <section data-pane className={cx(classes.reading, isReading && classes.open)}>
            <div className={classes.close}>
              <IconButton icon="x" label={t('common.view.closePane')} onClick={onCloseReading} />
            </div>
            {reading}
          </section>
        </>
      )}
    </div>
  )
}
