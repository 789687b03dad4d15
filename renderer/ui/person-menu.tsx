import { Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '../i18n/language-provider.tsx'
import { Avatar } from './avatar.tsx'
import classes from './person-menu.module.css'

export interface PersonMenuProps {
  readonly name: string
  readonly role: string
  /** `Menu.Item`s of the session: switch person, language, appearance, lock. */
  readonly children: ReactNode
}

export function PersonMenu({ name, role, children }: PersonMenuProps) {
  const t = useT()
  return (
    <Menu width={320} position="bottom-end" offset={6}>
      <Menu.Target>
        <button type="button" className={classes.person}>
          <span className="visually-hidden">{t('shell.top.person')}</span>
          <Avatar name={name} />
          <span className={classes.words}>
            <span className={classes.name}>{name}</span>
            <span className={classes.role}>{role}</span>
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}
