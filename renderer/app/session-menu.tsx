import { Menu } from '@mantine/core'
import type { PracticePerson } from '#shared/ipc/session.ipc.ts'
import type { Post } from '#shared/domain/directory/directory.ts'
import { useT } from '../i18n/language-provider.tsx'
import { ChoiceBar } from '../ui/choice-bar.tsx'
import { Icon } from '../ui/icon.tsx'
import { PersonMenu } from '../ui/person-menu.tsx'
import { useApp } from './app-context.ts'
import classes from './session-menu.module.css'

interface SessionMenuProps {
  readonly me: Post | undefined
  readonly people: readonly PracticePerson[]
  readonly onSwitch: (person: PracticePerson) => void
  readonly onSettings: () => void
}

/** Who works here: one click to work as somebody else of the agency; language and appearance at hand. */
export function SessionMenu({ me, people, onSwitch, onSettings }: SessionMenuProps) {
  const t = useT()
  const { settings, changeSettings } = useApp()
  const mine = people.find((one) => one.post === me?.id)?.workspace
  const colleagues = people.filter((one) => one.workspace === mine)
  return (
    <PersonMenu name={me?.name ?? ''} role={me?.title ?? ''}>
      {colleagues.length > 0 && <Menu.Label>{t('practice.people')}</Menu.Label>}
      {colleagues.map((one) => (
        <Menu.Item
          key={one.post}
          disabled={one.post === me?.id}
          onClick={() => onSwitch(one)}
          rightSection={one.post === me?.id ? <Icon name="check" size="s" /> : undefined}
        >
          {one.name} <span className={classes.title}>{one.title}</span>
        </Menu.Item>
      ))}
      <Menu.Divider />
      <div className={classes.choice}>
        <ChoiceBar
          label={t('shell.top.language')}
          value={settings.language}
          onChange={(language) => changeSettings({ language })}
          choices={(['vi', 'en'] as const).map((value) => ({
            value,
            label: t(`shell.top.languages.${value}`),
          }))}
        />
      </div>
      <div className={classes.choice}>
        <ChoiceBar
          label={t('shell.top.scheme')}
          value={settings.scheme}
          onChange={(scheme) => changeSettings({ scheme })}
          choices={[
            { value: 'light', label: t('shell.top.schemes.light') },
            { value: 'dark', label: t('shell.top.schemes.dark') },
            { value: 'system', label: t('shell.top.schemes.auto') },
          ]}
        />
      </div>
      <Menu.Divider />
      <Menu.Item onClick={onSettings}>{t('shell.nav.settings')}</Menu.Item>
    </PersonMenu>
  )
}
