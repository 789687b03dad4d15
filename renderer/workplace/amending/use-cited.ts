import { useCallback } from 'react'
import type { Citation } from '#shared/domain/documents/amendment.ts'
import type { Formats } from '../../i18n/formats.ts'
import { useFormats, useT } from '../../i18n/language-provider.tsx'
import type { Translate } from '../../i18n/messages.ts'

/** How a document is cited: kind, number and symbol, day. */
export function citedWords({ typeName, code, issuedOn }: Citation, t: Translate, formats: Formats): string {
  const type = typeName === '' ? t('amending.someDocument') : typeName
  return issuedOn === null
    ? t('amending.citedUndated', { type, code })
    : t('amending.cited', { type, code, date: formats.date(issuedOn) })
}

/** The same in the language of the screen. */
export function useCited(): (citation: Citation) => string {
  const t = useT()
  const formats = useFormats()
  return useCallback((citation) => citedWords(citation, t, formats), [t, formats])
}
