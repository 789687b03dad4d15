import { useT } from '../i18n/language-provider.tsx'
import { cx } from './cx.ts'
import classes from './document-tabs.module.css'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'

export interface DocumentTab {
  readonly id: string
  readonly title: string
  readonly icon: IconName
  /** The place itself, which stays. */
  readonly isPlace?: boolean | undefined
}

export interface DocumentTabsProps {
  readonly tabs: readonly DocumentTab[]
  readonly activeId: string
  readonly onChoose: (id: string) => void
  readonly onClose: (id: string) => void
}

/** Places and documents that are open. A middle click closes; `Ctrl 1-9` is bound by the shell. */
export function DocumentTabs({ tabs, activeId, onChoose, onClose }: DocumentTabsProps) {
  const t = useT()
  return (
    <nav className={classes.tabs} aria-label={t('shell.top.tabs')}>
      {tabs.map((tab) => {
        const isActive = tab.id === activeId
        return (
          <span
            key={tab.id}
            className={cx(classes.tab, isActive && classes.active)}
            onAuxClick={(event) => {
              if (event.button === 1 && tab.isPlace !== true) onClose(tab.id)
            }}
          >
            <button
              type="button"
              className={classes.open}
              aria-current={isActive ? 'page' : undefined}
              title={tab.title}
              onClick={() => onChoose(tab.id)}
            >
              <Icon name={tab.icon} size="s" />
              <span className="ellipsis num">{tab.title}</span>
            </button>
            {isActive && tab.isPlace !== true && (
              <button
                type="button"
                className={classes.close}
                aria-label={t('shell.top.closeTab', { title: tab.title })}
                onClick={() => onClose(tab.id)}
              >
                <Icon name="x" size="s" />
              </button>
            )}
          </span>
        )
      })}
    </nav>
  )
}
