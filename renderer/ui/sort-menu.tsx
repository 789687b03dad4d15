import { Menu } from '@mantine/core'
import { useT } from '../i18n/language-provider.tsx'
import { Icon } from './icon.tsx'
import classes from './sort-menu.module.css'

export interface SortMenuProps<T extends string> {
  readonly choices: readonly { readonly value: T; readonly label: string }[]
  readonly value: T
  readonly onChange: (value: T) => void
}

/** The order of a list, in its tool row. */
export function SortMenu<T extends string>({ choices, value, onChange }: SortMenuProps<T>) {
  const t = useT()
  const current = choices.find((choice) => choice.value === value)
  return (
    <Menu position="bottom-end" width={200} offset={4}>
      <Menu.Target>
        <button
          type="button"
          className={classes.button}
          aria-label={`${t('common.sort')}: ${current?.label ?? ''}`}
        >
          {current?.label}
          <Icon name="chevron-down" size="s" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map((choice) => (
          <Menu.Item
            key={choice.value}
            onClick={() => onChange(choice.value)}
            rightSection={choice.value === value ? <Icon name="check" size="s" /> : undefined}
          >
            {choice.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
