import { useMemo } from 'react'
import type { CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import { calendarOf } from '#shared/exchange/calendar/personal/entry-calendar.ts'
import { writeCalendar } from '#shared/exchange/calendar/write-calendar.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useSaving } from '../hooks/use-saving.ts'

/** One's calendar as a file. */
export interface PersonalFiles {
  readonly save: () => void
}

export function usePersonalFiles(
  entries: Readonly<Record<string, CalendarEntry>> | undefined,
): PersonalFiles {
  const t = useT()
  const save = useSaving()
  return useMemo(
    () => ({
      save: () => {
        const name = t('schedule.mine.title')
        const bytes = writeCalendar(calendarOf(Object.values(entries ?? {}), name))
        save(`${name}.ics`, (native) => native.invoke('blobs.put', { bytes, mediaType: 'text/calendar' }))
      },
    }),
    [t, save, entries],
  )
}
