import { useState } from 'react'
import { detailsOf } from '#shared/domain/meetings/adjustment.ts'
import { agendaItemOf } from '#shared/domain/meetings/follow.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import type { InSeries } from '#shared/domain/meetings/series/series.ts'
import { atMinute } from '#shared/domain/calendar/working-calendar.ts'
import { hoursFromWords } from '#shared/domain/meetings/hours-words.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { FormSheet } from '../../../ui/form-sheet.tsx'
import { TextRow } from '../../../ui/text-row.tsx'
import { useManyActs } from '../../../workplace/tasks/use-many-acts.ts'
import { useClashes } from '../hooks/use-clashes.ts'
import { useSeries } from '../hooks/use-series.ts'
import { holdingRooms, schedule } from '../use-cases/series-plan.ts'
import { ClashNotice } from './clash-notice.tsx'
import { DayAndHours } from './day-and-hours.tsx'
import classes from './meetings.module.css'

interface AddDateSheetProps {
  readonly meeting: Meeting & { readonly series: InSeries }
  readonly onClose: () => void
}

/** Calls one more date of a series, as this one is called. */
export function AddDateSheet({ meeting, onClose }: AddDateSheetProps) {
  const t = useT()
  const formats = useFormats()
  const actMany = useManyActs()
  const rows = useSeries(meeting.series)
  const [day, setDay] = useState<LocalDate | null>(null)
  const [hours, setHours] = useState(`${formats.time(meeting.from)}-${formats.time(meeting.until)}`)
  const [shortNotice, setShortNotice] = useState('')
  const read = hoursFromWords(hours)
  const from = day === null || read === undefined ? null : atMinute(day, read.from)
  const until = day === null || read === undefined ? null : atMinute(day, read.until)
  const people = meeting.members.map(({ post }) => post)
  const clashes = useClashes([meeting.chair, ...people], from, until, null)
  const done = (): void => {
    if (day === null || from === null || until === null) return
    const number = Math.max(meeting.series.number, ...rows.map(({ series }) => series.number)) + 1
    const series = { ...meeting.series, on: day, number, of: number }
    const details = { ...detailsOf(meeting), from, until }
    const act = schedule(series, details, templateOf(meeting), shortNotice)
    void actMany([act, ...holdingRooms(act.aggregate.id, details.rooms)], () => ({
      icon: 'repeat',
      text: t('series.added', { date: formats.date(day) }),
    })).then(({ length }) => {
      if (length > 0) onClose()
    })
  }
  return (
    <FormSheet
      title={t('series.addTitle')}
      description={t('series.addLead')}
      confirm={t('series.call', { count: 1 })}
      isReady={from !== null && until !== null}
      onClose={onClose}
      onConfirm={done}
    >
      <div className={classes.form}>
        <ClashNotice clashes={clashes} />
        <DayAndHours
          otherwise={null}
          onDay={setDay}
          hours={hours}
          onHours={setHours}
          isRead={read !== undefined}
          hint={undefined}
          onSubmit={done}
        />
        <TextRow label={t('series.shortNotice')} isOptional value={shortNotice} onValue={setShortNotice} />
      </div>
    </FormSheet>
  )
}

/** Its agenda without what is approved of an earlier meeting. */
const templateOf = ({ items }: Meeting) =>
  items.filter(({ minutesOf }) => minutesOf === undefined).map(agendaItemOf)
