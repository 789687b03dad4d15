import type { CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import { useT } from '../../../../i18n/language-provider.tsx'
import { Button } from '../../../../ui/button.tsx'
import { useNotice } from '../../../../workplace/refusal-notice.tsx'
import type { CalendarItem } from '../calendar-item.ts'
import { ItemFacts } from '../item-facts.tsx'
import { useKeepMany } from '../use-keep-many.ts'
import type { SubscribedItems } from './use-subscribed-items.ts'

interface SubscribedFactsProps {
  readonly owner: string
  readonly item: CalendarItem
  readonly entries: Readonly<Record<string, CalendarEntry>>
  readonly entryOf: SubscribedItems['entryOf']
  readonly onClose: () => void
}

/** An event of a calendar of others: read, or copied into one's own, where it stays when that one changes. */
export function SubscribedFacts({ owner, item, entries, entryOf, onClose }: SubscribedFactsProps) {
  const t = useT()
  const notice = useNotice()
  const keep = useKeepMany(owner)
  const uid = typeof item.at === 'object' && item.at !== null ? item.at.uid : ''
  const isKnown = Object.hasOwn(entries, uid)
  const copy = async (): Promise<void> => {
    const entry = await entryOf(item)
    if (entry === undefined)
      notice({
        words: t('schedule.mine.subscribed.copy.gone'),
        remedy: t('schedule.mine.subscribed.copy.again'),
        citation: null,
      })
    else if (await keep([entry])) onClose()
  }
  return (
    <ItemFacts
      item={item}
      onClose={onClose}
      acts={
        <Button icon="plus" disabled={isKnown} onClick={() => void copy()}>
          {t(
            isKnown
              ? 'schedule.mine.subscribed.copy.known'
              : item.isRepeated
                ? 'schedule.mine.subscribed.copy.all'
                : 'schedule.mine.subscribed.copy.one',
          )}
        </Button>
      }
    />
  )
}
