import { useEffect, useRef } from 'react'
import type { ReactNode, UIEvent } from 'react'
import { useT } from '../i18n/language-provider.tsx'
import { IconButton } from './button.tsx'
import { cx } from './cx.ts'
import classes from './page-desk.module.css'

/** px per mm at 100 %: 96 px an inch. */
export const PX_PER_MM = 96 / 25.4
export const ZOOM_STEPS = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3] as const

/** The next larger or smaller step from any zoom; the ends stay. */
export function zoomAfter(zoom: number, direction: 1 | -1): number {
  const steps = direction === 1 ? ZOOM_STEPS : ZOOM_STEPS.toReversed()
  return steps.find((step) => (step - zoom) * direction > 0.005) ?? zoom
}

export interface PageDeskProps {
  readonly label: string
  /** Pages, one under the other. */
  readonly children: ReactNode
  readonly zoom?:
    | {
        readonly value: number
        readonly onChange: (zoom: number) => void
        readonly page: number
        readonly pages: number
        /** Further tools of the pill: mark, comment. */
        readonly tools?: ReactNode
      }
    | undefined
  /** Scrolls to the child of this index (from 1) when it changes. */
  readonly showPage?: number | undefined
  /** Scrolls there again when it changes, to the same page also. */
  readonly showTurn?: number | undefined
  /** The page in sight, from 1, as the desk is scrolled. */
  readonly onPage?: ((page: number) => void) | undefined
}

/** The grey desk on which pages lie, with the zoom pill at its foot. */
export function PageDesk({ label, children, zoom, showPage, showTurn, onPage }: PageDeskProps) {
  const t = useT()
  const stack = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (showPage !== undefined) stack.current?.children[showPage - 1]?.scrollIntoView({ block: 'start' })
  }, [showPage, showTurn])
  const onScroll = (event: UIEvent<HTMLDivElement>): void => {
    const middle = event.currentTarget.scrollTop + event.currentTarget.clientHeight / 2
    const sheets = [...(stack.current?.children ?? [])]
    const above = sheets.filter((sheet) => sheet instanceof HTMLElement && sheet.offsetTop <= middle)
    onPage?.(Math.max(1, above.length))
  }
  return (
    <div className={classes.desk}>
      <div
        className={classes.scroll}
        tabIndex={0}
        role="region"
        aria-label={label}
        onScroll={onPage === undefined ? undefined : onScroll}
      >
        <div ref={stack} className={classes.stack}>
          {children}
        </div>
      </div>
      {zoom !== undefined && (
        <div className={classes.pill} role="toolbar" aria-label={label}>
          <IconButton
            icon="minus"
            label={t('common.view.zoomOut')}
            onClick={() => zoom.onChange(zoomAfter(zoom.value, -1))}
          />
          <span className={cx(classes.figure, 'num')}>{Math.round(zoom.value * 100)}%</span>
          <IconButton
            icon="plus"
            label={t('common.view.zoomIn')}
            onClick={() => zoom.onChange(zoomAfter(zoom.value, 1))}
          />
          <span className={classes.rule} />
          <span className={cx(classes.figure, 'num')}>
            {t('common.pageOf', { page: zoom.page, total: zoom.pages })}
          </span>
          {zoom.tools !== undefined && (
            <>
              <span className={classes.rule} />
              {zoom.tools}
            </>
          )}
        </div>
      )}
    </div>
  )
}
