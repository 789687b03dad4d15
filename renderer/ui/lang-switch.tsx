import { useLanguage, useT } from '../i18n/language-provider.tsx'
import { languages } from '../i18n/messages.ts'
import { ChoiceBar } from './choice-bar.tsx'

export function LangSwitch() {
  const t = useT()
  const { language, setLanguage } = useLanguage()
  return (
    <ChoiceBar
      label={t('shell.top.language')}
      value={language}
      onChange={setLanguage}
      choices={languages.map((value) => ({ value, label: t(`shell.top.languages.${value}`) }))}
    />
  )
}
