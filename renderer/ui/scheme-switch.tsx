import { useMantineColorScheme } from '@mantine/core'
import { useT } from '../i18n/language-provider.tsx'
import { ChoiceBar } from './choice-bar.tsx'

const SCHEMES = ['light', 'dark', 'auto'] as const

export function SchemeSwitch() {
  const t = useT()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <ChoiceBar
      label={t('shell.top.scheme')}
      value={colorScheme}
      onChange={setColorScheme}
      choices={SCHEMES.map((value) => ({ value, label: t(`shell.top.schemes.${value}`) }))}
    />
  )
}
