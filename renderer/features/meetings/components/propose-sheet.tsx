import { useState } from 'react'
import { atMinute } from '#shared/domain/calendar/working-calendar.ts'
import { hoursFromWords } from '#shared/domain/meetings/hours-words.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { localDateOf, type LocalDate } from '#shared/kernel/instant.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { FormSheet } from '../../../ui/form-sheet.tsx'
import { TextAreaRow } from '../../../ui/text-row.tsx'
import { useClashes } from '../hooks/use-clashes.ts'
import { useMeetingActs } from '../hooks/use-meeting-acts.ts'
import { useDesk } from '../../../sync/desk-context.tsx'
import { ClashNotice } from './clash-notice.tsx'
import { DayAndHours } from './day-and-hours.tsx'
import classes from './meetings.module.css'

interface ProposeSheetProps {
  readonly meeting: Meeting
  readonly onClose: () => void
}

/** Another time that a member proposes of a meeting they are called to. */
export function ProposeSheet({ meeting, onClose }: ProposeSheetProps) {
  const t = useT()
  const formats = useFormats()
  const { post } = useDesk()
  const { undoable } = useMeetingActs(meeting.id)
  const [day, setDay] = useState<LocalDate | null>(() => localDateOf(meeting.from))
  const [hours, setHours] = useState('')
  const [words, setWords] = useState('')
  const minutes = hoursFromWords(hours)
  const from = day === null || minutes === undefined ? null : atMinute(day, minutes.from)
  const until = day === null || minutes === undefined ? null : atMinute(day, minutes.until)
  const clashes = useClashes([post], from, until, meeting.id)
  const done = (): void => {
    if (from === null || until === null) return
    const said = { day: formats.fullDate(from), hours: `${formats.time(from)}–${formats.time(until)}` }
    onClose()
    void undoable(
      'meeting.proposeTime',
      { from, until, words: words.trim() },
      { icon: 'clock', text: t('meetings.proposing.done', said) },
    )
  }
  return (
    <FormSheet
      title={t('meetings.proposing.title')}
      confirm={t('meetings.proposing.confirm')}
      isReady={from !== null && until !== null}
      onClose={onClose}
      onConfirm={done}
    >
      <div className={classes.form}>
        <ClashNotice clashes={clashes} />
        <DayAndHours
          isAutoFocused
          otherwise={localDateOf(meeting.from)}
          onDay={setDay}
          hours={hours}
          onHours={setHours}
          isRead={minutes !== undefined}
          hint={t('meetings.fields.hoursHint')}
          onSubmit={done}
        />
        <TextAreaRow
          label={t('meetings.proposing.words')}
          isOptional
          maxLength={4000}
          value={words}
          onValue={setWords}
        />
      </div>
    </FormSheet>
  )
}
