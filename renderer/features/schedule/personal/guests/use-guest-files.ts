import { useMemo } from 'react'
import type { CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import type { JComponent } from '#shared/exchange/calendar/jcal.ts'
import {
  cancelFile,
  declinedCounterFile,
  requestFile,
  type GuestFile,
} from '#shared/exchange/calendar/personal/guest-messages.ts'
import { told, type Guest } from '#shared/exchange/calendar/personal/guests.ts'
import { writeCalendar } from '#shared/exchange/calendar/write-calendar.ts'
import { useT } from '../../../../i18n/language-provider.tsx'
import { useDesk } from '../../../../sync/desk-context.tsx'
import { useAct } from '../../../../workplace/use-act.ts'
import { useSaveBytes } from '../../../../workplace/use-save-bytes.ts'

/** Files for guests, to be sent by mail. Who a file is for counts as told once it was written, and not before. */
export interface GuestFiles {
  /** How it stands, for those who do not know it, or for `to`. */
  readonly request: (entry: CalendarEntry, to?: readonly Guest[]) => void
  /** That it is off, or not with them. */
  readonly cancel: (entry: CalendarEntry) => void
  readonly declineCounter: (entry: CalendarEntry, proposal: JComponent, guest: Guest) => void
}

export function useGuestFiles(): GuestFiles {
  const t = useT()
  const desk = useDesk()
  const act = useAct()
  const saveBytes = useSaveBytes()
  return useMemo(() => {
    const { person } = desk
    const ref = { kind: 'personal-calendar', id: person } as const
    const noted = async (uid: string, { to, revision }: GuestFile): Promise<void> => {
      const seen = await desk.readers.office.seen('personal-calendar', person)
      const entry = seen?.state.entries[uid]
      const addresses = to.map(({ address }) => address)
      if (entry !== undefined)
        await act(ref, 'personal-calendar.keep', {
          owner: person,
          entries: [told(entry, addresses, revision)],
        })
    }
    const save = (uid: string, file: GuestFile): void =>
      saveBytes(
        t(`schedule.mine.guests.files.${file.method}`),
        'text/calendar',
        () => writeCalendar(file.calendar),
        file.method === 'DECLINECOUNTER' ? undefined : () => void noted(uid, file),
      )
    return {
      request: (entry, to) => save(entry.uid, requestFile(entry, Date.now(), to)),
      cancel: (entry) => save(entry.uid, cancelFile(entry, Date.now())),
      declineCounter: (entry, proposal, guest) =>
        save(entry.uid, declinedCounterFile(entry, proposal, guest, Date.now())),
    }
  }, [t, desk, act, saveBytes])
}
