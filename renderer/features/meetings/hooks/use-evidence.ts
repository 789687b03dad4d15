import { SURE, type Found } from '#shared/domain/meetings/invitation/read-invitation.ts'
import { useT } from '../../../i18n/language-provider.tsx'

const MOST_LETTERS = 110

/** Words for where a value was read, and that it is to be looked at when the reader is not sure. */
export function useEvidence(): (found: Found<unknown> | null) => string {
  const t = useT()
  return (found) => {
    if (found === null) return t('meetings.invitation.notFound')
    const quote =
      found.quote.length > MOST_LETTERS ? `${found.quote.slice(0, MOST_LETTERS).trimEnd()}…` : found.quote
    const where =
      found.page === null
        ? t('meetings.invitation.inMessage', { quote })
        : t('meetings.invitation.onPage', { page: found.page, quote })
    return found.confidence < SURE ? t('meetings.invitation.unsure', { where }) : where
  }
}
