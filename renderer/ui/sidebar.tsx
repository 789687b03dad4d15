import { useT } from '../i18n/language-provider.tsx'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import { KeyHint } from './key-hint.tsx'
import classes from './sidebar.module.css'

export interface SidebarItem {
  readonly id: string
  readonly label: string
  readonly icon: IconName
  /** Nothing is shown for 0. */
  readonly badge?: number | undefined
  /** Overdue or failed: the badge is red and said as urgent. */
  readonly isHot?: boolean | undefined
  /** The go-to key, shown on hover and focus: `G I`. */
  readonly keys?: string | undefined
}

export interface SidebarGroup {
  readonly id: string
  readonly label: string
  readonly items: readonly SidebarItem[]
}

export interface SidebarProps {
  readonly groups: readonly SidebarGroup[]
  readonly foot: readonly SidebarItem[]
  readonly activeId: string
  readonly onChoose: (id: string) => void
}

/** The places of the product. Under 1280 px only the pictures stay, with the words as tooltip. */
export function Sidebar({ groups, foot, activeId, onChoose }: SidebarProps) {
  const t = useT()
  const item = (one: SidebarItem) => (
    <NavItem key={one.id} item={one} isActive={one.id === activeId} onChoose={onChoose} />
  )
  return (
    <nav data-pane className={classes.side} aria-label={t('shell.nav.label')}>
      <div className={classes.scroll}>
        {groups.map((group) => (
          <section key={group.id} aria-labelledby={`nav-${group.id}`}>
            <h2 id={`nav-${group.id}`} className={classes.heading}>
              <span>{group.label}</span>
            </h2>
            <ul className={classes.items}>{group.items.map(item)}</ul>
          </section>
        ))}
      </div>
      <ul className={cx(classes.items, classes.foot)}>{foot.map(item)}</ul>
    </nav>
  )
}

interface NavItemProps {
  readonly item: SidebarItem
  readonly isActive: boolean
  readonly onChoose: (id: string) => void
}

function NavItem({ item, isActive, onChoose }: NavItemProps) {
  const t = useT()
  const badge = item.badge ?? 0
  return (
    <li>
      <button
        type="button"
        className={cx(classes.item, isActive && classes.active)}
        aria-current={isActive ? 'page' : undefined}
        title={item.keys === undefined ? item.label : `${item.label} (${item.keys})`}
        onClick={() => onChoose(item.id)}
      >
        <Icon name={item.icon} className={classes.icon} />
        <span className={classes.label}>{item.label}</span>
        {item.keys !== undefined && (
          <span className={classes.keys}>
            <KeyHint keys={item.keys} bare />
          </span>
        )}
        {badge > 0 && (
          <span className={cx(classes.badge, 'num', item.isHot === true && classes.hot)}>
            {badge}
            <span className="visually-hidden">
              {' '}
              {t(item.isHot === true ? 'shell.nav.urgent' : 'shell.nav.waiting', { count: badge })}
            </span>
          </span>
        )}
      </button>
    </li>
  )
}
