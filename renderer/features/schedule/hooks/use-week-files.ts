import { useCallback, useMemo } from 'react'
import { numberOfWeek, type WeekId } from '#shared/domain/schedule/iso-week.ts'
import { halves } from '#shared/domain/schedule/week-line.ts'
import { calendarWith, eventsOfWeek } from '#shared/exchange/calendar/week-calendar.ts'
import { writeCalendar } from '#shared/exchange/calendar/write-calendar.ts'
import { localDateOf } from '#shared/kernel/instant.ts'
import { useAgency, usePeople } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'
import { useSaving } from './use-saving.ts'
import { printWeek } from '../use-cases/print-week.ts'
import type { WeekBox, WeekView } from './use-week-view.ts'

/** Writes the schedule where the user says: printed, or as a calendar file of all leaders or of one. */
export interface WeekFiles {
  readonly print: () => void
  readonly ics: (leader?: string) => void
}

export function useWeekFiles(id: WeekId, box: WeekBox, view: WeekView | undefined): WeekFiles {
  const t = useT()
  const { workspace } = useDesk()
  const people = usePeople()
  const nameOf = useMemo(() => {
    const names = new Map(people?.map((post) => [post.id, post.name]))
    return (post: string): string => names.get(post) ?? ''
  }, [people])
  const { hours } = useCalendar()
  const agency = useAgency()?.state
  const save = useSaving()
  const print = useCallback(() => {
    if (agency === undefined || view === undefined) return
    const { latest, lines, unpublished } = view
    const isDraft = latest === undefined || (box === 'draft' && unpublished.length > 0)
    const version = isDraft ? null : { number: latest.number, day: localDateOf(latest.at) }
    const name = `${t('schedule.fileName', { week: numberOfWeek(id) })}.pdf`
    save(name, (native) => printWeek(native, { week: id, agency, lines, version, nameOf }, agency.name))
  }, [agency, view, box, t, id, save, nameOf])
  const ics = useCallback(
    (leader?: string) => {
      const versions = view?.week?.versions ?? []
      const title = t('schedule.fileName', { week: numberOfWeek(id) })
      const name = leader === undefined ? title : `${title} ${nameOf(leader)}`
      const office = hours.map((one, index) => [halves[index], one] as const)
      const hoursOf = new Map(office)
      const events = eventsOfWeek(
        {
          week: id,
          versions,
          workspace,
          nameOf,
          hoursOf: (half) => hoursOf.get(half) ?? { from: 8 * 60, to: 17 * 60 },
        },
        leader,
      )
      const bytes = writeCalendar(calendarWith(events, name))
      save(`${name}.ics`, (native) => native.invoke('blobs.put', { bytes, mediaType: 'text/calendar' }))
    },
    [view, t, id, nameOf, hours, workspace, save],
  )
  return useMemo(() => ({ print, ics }), [print, ics])
}
