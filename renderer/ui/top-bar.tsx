import type { ReactNode } from 'react'
import { useT } from '../i18n/language-provider.tsx'
import { Icon } from './icon.tsx'
import { IconButton } from './button.tsx'
import { KeyHint } from './key-hint.tsx'
import classes from './top-bar.module.css'

export interface TopBarProps {
  readonly agencySwitch: ReactNode
  readonly tabs: ReactNode
  readonly person: ReactNode
  readonly notifications: number
  readonly onFind: () => void
  readonly onNotifications: () => void
}

export function TopBar({ agencySwitch, tabs, person, notifications, onFind, onNotifications }: TopBarProps) {
  const t = useT()
  const bell =
    notifications === 0
      ? t('shell.top.notifications')
      : t('shell.top.notificationsCount', { count: notifications })
  return (
    <header className={classes.bar}>
      <div className={classes.agency}>{agencySwitch}</div>
      <div className={classes.tabs}>{tabs}</div>
      <div className={classes.right}>
        <button type="button" className={classes.find} onClick={onFind} aria-keyshortcuts="Control+K">
          <Icon name="search" size="s" />
          <span className="ellipsis">{t('shell.top.find')}</span>
          <span className="spacer" />
          <KeyHint keys="Ctrl K" />
        </button>
        <span className={classes.bell}>
          <IconButton icon="bell" label={bell} onClick={onNotifications} />
          {notifications > 0 && <span className={classes.bellDot} aria-hidden />}
        </span>
        {person}
      </div>
    </header>
  )
}
