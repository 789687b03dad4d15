import { createContext, useContext, useEffect, useMemo } from 'react'
import type { ReactNode } from 'react'
import { createFormats } from './formats.ts'
import type { Formats } from './formats.ts'
import type { Language, Translate } from './messages.ts'
import { createTranslator, translateWith } from './translate.ts'

interface LanguageValue {
  readonly language: Language
  readonly setLanguage: (language: Language) => void
  readonly t: Translate
  readonly formats: Formats
}

const LanguageContext = createContext<LanguageValue | null>(null)
const translator = createTranslator('vi')

export interface LanguageProviderProps {
  readonly language: Language
  readonly onChange: (language: Language) => void
  readonly children: ReactNode
}

/** Gives every part below it the texts and formats of one language, and marks the page with it. */
export function LanguageProvider({ language, onChange, children }: LanguageProviderProps) {
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const value = useMemo(() => {
    const t = translateWith(translator, language)
    return { language, setLanguage: onChange, t, formats: createFormats(language, t) }
  }, [language, onChange])
  return <LanguageContext value={value}>{children}</LanguageContext>
}

function useLanguageValue(): LanguageValue {
  const value = useContext(LanguageContext)
  if (value === null) throw new Error('LanguageProvider is missing above this part')
  return value
}

/** The typed `t` of the current language. */
export const useT = (): Translate => useLanguageValue().t

/** Dates, times and numbers as the current language writes them. */
export const useFormats = (): Formats => useLanguageValue().formats

const officialT = translateWith(translator, 'vi')
const official = { t: officialT, formats: createFormats('vi', officialT) } as const

/** Texts and formats of official forms: Vietnamese, whatever language the screen speaks. */
export const useOfficial = (): typeof official => official

/** The current language and how to change it. */
export function useLanguage(): Pick<LanguageValue, 'language' | 'setLanguage'> {
  return useLanguageValue()
}
