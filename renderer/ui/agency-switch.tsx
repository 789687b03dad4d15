import { Menu } from '@mantine/core'
import { useT } from '../i18n/language-provider.tsx'
import classes from './agency-switch.module.css'
import { Icon } from './icon.tsx'

export interface AgencyChoice {
  readonly id: string
  readonly name: string
  /** The province, or the role held in this agency. */
  readonly detail: string
}

export interface AgencySwitchProps {
  readonly current: AgencyChoice
  readonly choices: readonly AgencyChoice[]
  readonly onChoose: (id: string) => void
}

export function AgencySwitch({ current, choices, onChoose }: AgencySwitchProps) {
  const t = useT()
  return (
    <Menu width={264} position="bottom-start" offset={2}>
      <Menu.Target>
        <button type="button" className={classes.switch}>
          <span className="visually-hidden">{t('shell.top.switchAgency')}</span>
          <span className={classes.mark}>
            <Icon name="ripple" />
          </span>
          <span className={classes.words}>
            <span className={classes.name}>{current.name}</span>
            <span className={classes.detail}>{current.detail}</span>
          </span>
          <Icon name="selector" size="s" className={classes.chevron} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('shell.top.agencies')}</Menu.Label>
        {choices.map((choice) => (
          <Menu.Item
            key={choice.id}
            onClick={() => onChoose(choice.id)}
            rightSection={choice.id === current.id ? <Icon name="check" size="s" /> : undefined}
          >
            <span className={classes.choiceName}>{choice.name}</span>
            <span className={classes.choiceDetail}>{choice.detail}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
