import type { CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import { componentsOf } from '#shared/exchange/calendar/jcal.ts'
import {
  proposedIn,
  takenInAsGuest,
  withProposal,
  withWord,
  type GuestWord as Word,
} from '#shared/exchange/calendar/personal/guest-replies.ts'
import { titleOf } from '#shared/exchange/calendar/personal/guests.ts'
import type { CalendarMessage } from '#shared/exchange/calendar/personal/open-file.ts'
import { useT } from '../../../../i18n/language-provider.tsx'
import type { AppointmentActs } from '../use-appointment-acts.ts'
import { GuestWordSheet } from './guest-word-sheet.tsx'
import { mailOf } from './mail-of.ts'
import { useGuestFiles } from './use-guest-files.ts'

interface GuestWordProps {
  readonly entry: CalendarEntry
  readonly message: CalendarMessage
  readonly word: Word
  readonly acts: AppointmentActs
  readonly onClose: () => void
}

/** What a guest sent back about an appointment of one's own: noted, taken over, or answered with a file. */
export function GuestWord({ entry, message, word, acts, onClose }: GuestWordProps) {
  const t = useT()
  const guestFiles = useGuestFiles()
  const proposed = proposedIn(entry, word, message)
  const name = word.guest.name === '' ? mailOf(word.guest.address) : word.guest.name
  const title = titleOf(entry)
  const keep = async (next: CalendarEntry, text: string): Promise<boolean> =>
    (await acts.keep(next, { icon: 'mail-opened', text })) !== undefined
  const note = (next: CalendarEntry): void => {
    const text = t('schedule.mine.guests.word.noted', { name })
    void keep(next, text).then((isKept) => isKept && onClose())
  }
  const method = message.method === 'COUNTER' || message.method === 'REFRESH' ? message.method : 'REPLY'
  return (
    <GuestWordSheet
      {...{ title, method, word, proposed, onClose }}
      onTake={() => {
        if (method !== 'REFRESH') {
          note(withWord(entry, word))
          return
        }
        guestFiles.request(entry, [word.guest])
        onClose()
      }}
      onTakeIn={() => note(takenInAsGuest(entry, word))}
      onMove={() => {
        if (proposed === undefined) return
        const next = withProposal(entry, word, proposed, Date.now())
        void keep(next, t('schedule.mine.guests.word.moved', { title })).then((isKept) => {
          if (!isKept) return
          guestFiles.request(next)
          onClose()
        })
      }}
      onKeepTime={() => {
        const [proposal] = componentsOf(message.calendar, 'vevent')
        if (proposal !== undefined) guestFiles.declineCounter(entry, proposal, word.guest)
        onClose()
      }}
    />
  )
}
