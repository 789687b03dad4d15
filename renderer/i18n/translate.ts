import i18next from 'i18next'
import type { i18n } from 'i18next'
import { en } from './en.ts'
import { vi } from './vi.ts'
import type { Language, MessageKey, MessageValues, Translate } from './messages.ts'

/** A ready translator; a text that does not exist throws, so that no raw key ever reaches a screen. */
export function createTranslator(language: Language): i18n {
  const instance = i18next.createInstance()
  void instance.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    resources: { vi: { translation: vi }, en: { translation: en } },
    nsSeparator: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    parseMissingKeyHandler: (key) => {
      throw new Error(`no text for ${key}`)
    },
  })
  return instance
}

/** The typed `t` of one language. */
export function translateWith(instance: i18n, language: Language): Translate {
  const fixed = instance.getFixedT(language)
  return (key: MessageKey, values: MessageValues = {}) => fixed(key, values)
}
