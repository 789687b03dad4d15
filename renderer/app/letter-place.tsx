import { useLetter } from '../database/use-live.ts'
import { LetterPane } from '../features/incoming/components/letter-pane.tsx'
import { useT } from '../i18n/language-provider.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { SkeletonRows } from '../ui/skeleton-rows.tsx'

/** One letter over the whole place, as opened from *My work*. */
export function LetterPlace({ id }: { readonly id: string }) {
  const t = useT()
  const seen = useLetter(id)
  if (seen === undefined) return <SkeletonRows />
  if (seen === null)
    return <EmptyState text={t('law.unknown-object.words')} hint={t('law.unknown-object.remedy')} />
  return <LetterPane key={id} letter={seen.state} />
}
