import { useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { cx } from './cx.ts'
import classes from './panel-tabs.module.css'

export interface PanelTab {
  readonly id: string
  readonly label: string
  readonly count?: number | undefined
}

export interface PanelTabsProps {
  readonly label: string
  readonly tabs: readonly PanelTab[]
  readonly activeId: string
  readonly onChoose: (id: string) => void
}

/** Tabs of a panel; one tab stop, left and right move. */
export function PanelTabs({ label, tabs, activeId, onChoose }: PanelTabsProps) {
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.code === 'ArrowRight' ? 1 : event.code === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const index = tabs.findIndex((tab) => tab.id === activeId) + step
    const next = tabs[(index + tabs.length) % tabs.length]
    if (next === undefined) return
    onChoose(next.id)
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus()
  }
  return (
    <div ref={list} role="tablist" aria-label={label} className={classes.tabs} onKeyDown={onKeyDown}>
      {tabs.map((tab) => {
        const isActive = tab.id === activeId
        return (
          <button
            key={tab.id}
            type="button"
            role="tab"
            data-tab={tab.id}
            aria-selected={isActive}
            tabIndex={isActive ? 0 : -1}
            className={cx(classes.tab, isActive && classes.active)}
            onClick={() => onChoose(tab.id)}
          >
            {tab.label}
            {tab.count !== undefined && tab.count > 0 && (
              <span className={cx(classes.count, 'num')}>{tab.count}</span>
            )}
          </button>
        )
      })}
    </div>
  )
}
