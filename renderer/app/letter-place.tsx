import { codeOfLetter } from '#shared/domain/correspondence/letter.ts'
import { useLetter } from '../database/use-live.ts'
import { LetterPane } from '../features/incoming/components/letter-pane.tsx'
import { useT } from '../i18n/language-provider.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { SkeletonRows } from '../ui/skeleton-rows.tsx'
import { useTab } from './open-tabs.tsx'
import { useCloseDocument } from './use-close-document.ts'
import { useDraftReply } from './use-draft-reply.ts'
import { useInvitation } from './use-invitation.tsx'

/** One letter over the whole place, in its tab. */
export function LetterPlace({ id }: { readonly id: string }) {
  const t = useT()
  const seen = useLetter(id)
  const content = seen?.state.content
  useTab(`/incoming/${id}`, 'inbox', content === undefined ? undefined : codeOfLetter(content))
  const back = useCloseDocument()
  const reply = useDraftReply()
  const { onInvitation, sheet } = useInvitation()
  if (seen === undefined) return <SkeletonRows />
  if (seen === null)
    return (
      <EmptyState
        text={t('law.unknown-object.words')}
        hint={t('law.unknown-object.remedy')}
        verb={{ label: t('common.back'), run: back }}
      />
    )
  return (
    <>
      <LetterPane key={id} letter={seen.state} isWide onReply={reply} onInvitation={onInvitation} />
      {sheet}
    </>
  )
}
