import { useCallback } from 'react'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { PaperHit } from '../../../search/messages.ts'
import type { Tone } from '../../../ui/chip.tsx'
import type { IconName } from '../../../ui/icons.ts'

interface RelationView {
  readonly tone: Tone
  readonly icon: IconName
  readonly words: string
  readonly title?: string | undefined
}

/** What became of a document, as far as this desk knows; undefined when it knows nothing. */
export function useRelationWords(): (hit: PaperHit) => RelationView | undefined {
  const t = useT()
  const formats = useFormats()
  return useCallback(
    ({ row, answeredBy }) => {
      if (row.what === 'letter' && row.status === 'refused')
        return { tone: 'over', icon: 'arrow-back-up', words: t('search.relation.returned') }
      const answer = answeredBy.find((one) => !one.isDraft) ?? answeredBy[0]
      if (answer === undefined) return undefined
      const title = answer.subject
      if (answer.isDraft)
        return { tone: 'soon', icon: 'pencil', words: t('search.relation.answering'), title }
      const date = answer.issuedOn === null ? '' : formats.date(answer.issuedOn)
      return {
        tone: 'ok',
        icon: 'check',
        words: t('search.relation.answered', { code: answer.code, date }),
        title,
      }
    },
    [t, formats],
  )
}
