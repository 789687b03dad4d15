import { useCallback } from 'react'
import { documentStatuses } from '#shared/domain/documents/document-status.ts'
import { urgencies } from '#shared/domain/documents/document.ts'
import { letterStatuses } from '#shared/domain/correspondence/letter-status.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import type { Translate } from '../../../i18n/messages.ts'
import type { FacetId } from '../../../search/index/columns.ts'

/** What a value of a facet is called. Names of agencies, kinds and people stand as they were written. */
export function useFacetWords(): (facet: FacetId, value: string) => string {
  const t = useT()
  return useCallback((facet, value) => facetWords(t, facet, value), [t])
}

function facetWords(t: Translate, facet: FacetId, value: string): string {
  switch (facet) {
    case 'direction':
      return t(value === 'incoming' ? 'search.direction.incoming' : 'search.direction.outgoing')
    case 'urgency': {
      const urgency = urgencies.find((one) => one === value)
      return urgency === undefined ? value : t(`search.urgency.${urgency}`)
    }
    case 'status':
      return statusWords(t, value)
    default:
      return value
  }
}

/** State of a letter or a document, as `letter/<status>` or `document/<status>`; what a former register brought has one. */
export function statusWords(t: Translate, value: string): string {
  const [what, status] = value.split('/')
  const ofLetter = letterStatuses.find((one) => what === 'letter' && one === status)
  if (ofLetter !== undefined) return t(`search.status.letter.${ofLetter}`)
  if (what === 'former') return t('search.status.former')
  const ofDocument = documentStatuses.find((one) => what === 'document' && one === status)
  return ofDocument === undefined ? value : t(`search.status.document.${ofDocument}`)
}
