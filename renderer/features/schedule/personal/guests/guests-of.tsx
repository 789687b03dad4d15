import type { CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import { useT } from '../../../../i18n/language-provider.tsx'
import { useDesk } from '../../../../sync/desk-context.tsx'
import type { CalendarItem } from '../calendar-item.ts'
import { useAppointmentActs } from '../use-appointment-acts.ts'
import { GuestsSheet } from './guests-sheet.tsx'
import { useGuestFiles } from './use-guest-files.ts'

interface GuestsOfProps {
  /** Undefined: it is gone. */
  readonly entry: CalendarEntry | undefined
  /** The date that is looked at. */
  readonly item: CalendarItem | undefined
  readonly onRead: () => void
  readonly onClose: () => void
}

/** The guests of an appointment, and the files they get. */
export function GuestsOf({ entry, item, onRead, onClose }: GuestsOfProps) {
  const t = useT()
  const acts = useAppointmentActs(useDesk().person)
  const files = useGuestFiles()
  if (entry === undefined) return null
  const remove = async (): Promise<void> => {
    const text = t('schedule.mine.guests.removed')
    if ((await acts.remove(entry.uid, { icon: 'trash', text })) !== undefined) onClose()
  }
  return (
    <GuestsSheet
      {...{ entry, files, onRead, onClose }}
      event={typeof item?.at === 'object' ? item.at?.event : undefined}
      onRemove={() => void remove()}
    />
  )
}
