import { useCallback } from 'react'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { PaperHit } from '../../../search/messages.ts'
import type { Tone } from '../../../ui/chip.tsx'
import type { IconName } from '../../../ui/icons.ts'
import { amendmentIcons } from '../../../workplace/amending/amendment-lines.tsx'
import { citedWords } from '../../../workplace/amending/use-cited.ts'

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
      const { amended } = row
      const amendedView: RelationView | undefined =
        amended === null
          ? undefined
          : {
              tone: amended.way === 'correction' ? 'soon' : 'over',
              icon: amendmentIcons[amended.way],
              words: t(`amending.done.${amended.way}`),
              title: t(`amending.doneBy.${amended.way}`, { cited: citedWords(amended, t, formats) }),
            }
      // What may not be relied on any more comes before what was answered.
      if (amended !== null && amended.way !== 'correction') return amendedView
      const answer = answeredBy.find((one) => !one.isDraft) ?? answeredBy[0]
      if (answer === undefined) return amendedView
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
