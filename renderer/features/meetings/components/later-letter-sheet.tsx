import { useState, type ReactNode } from 'react'
import { atMinute } from '#shared/domain/calendar/working-calendar.ts'
import type { Letter } from '#shared/domain/correspondence/letter.ts'
import { hoursFromWords } from '#shared/domain/meetings/hours-words.ts'
import type { Found } from '#shared/domain/meetings/invitation/read-invitation.ts'
import type { LaterLetter } from '#shared/domain/meetings/later-letter.ts'
import { instantFrom, localDateOf, millisOf, type LocalDate } from '#shared/kernel/instant.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { ChoiceBar } from '../../../ui/choice-bar.tsx'
import { FormSheet } from '../../../ui/form-sheet.tsx'
import { TextAreaRow, TextRow } from '../../../ui/text-row.tsx'
import { useUndoableAct } from '../../../workplace/use-undoable-act.ts'
import { useClashes } from '../hooks/use-clashes.ts'
import { useEvidence } from '../hooks/use-evidence.ts'
import type { LaterReading } from '../use-cases/later-letters.ts'
import { ClashNotice } from './clash-notice.tsx'
import { DayAndHours } from './day-and-hours.tsx'
import { nameOfLetter } from './invitation-words.ts'
import own from './invitation.module.css'
import classes from './meetings.module.css'

interface LaterLetterSheetProps {
  readonly letter: Letter
  readonly reading: LaterReading
  readonly onClose: () => void
}

const kinds = ['changed', 'off'] as const

/** Takes over what the inviting agency says later: each value beside what it was and where it stands in the letter. */
export function LaterLetterSheet({ letter, reading, onClose }: LaterLetterSheetProps) {
  const t = useT()
  const [chosen, setChosen] = useState(reading.meetings[0]?.meeting.id ?? '')
  const one = reading.meetings.find(({ meeting }) => meeting.id === chosen)
  if (one === undefined) return null
  const choices = reading.meetings.map(({ meeting }) => ({ value: meeting.id, label: meeting.title }))
  return (
    <Asked key={chosen} letter={letter} word={reading.word} meeting={one.meeting} onClose={onClose}>
      {choices.length > 1 && (
        <div>
          <p className={classes.label}>{t('series.later.meeting')}</p>
          <ChoiceBar
            label={t('series.later.meeting')}
            choices={choices}
            value={chosen}
            onChange={setChosen}
          />
        </div>
      )}
    </Asked>
  )
}

interface AskedProps extends Omit<LaterLetterSheetProps, 'reading'> {
  readonly word: LaterReading['word']
  readonly meeting: LaterReading['meetings'][number]['meeting']
  readonly children: ReactNode
}

function Asked({ letter, word, meeting, onClose, children }: AskedProps) {
  const t = useT()
  const formats = useFormats()
  const act = useUndoableAct()
  const evidence = useEvidence()
  const { now } = word
  const [kind, setKind] = useState(word.kind)
  const from = now.from?.value ?? meeting.from
  const lasts = millisOf(meeting.until) - millisOf(meeting.from)
  const until = now.until?.value ?? (now.from === null ? meeting.until : instantFrom(millisOf(from) + lasts))
  const [day, setDay] = useState<LocalDate | null>(localDateOf(from))
  const [hours, setHours] = useState(`${formats.time(from)}-${formats.time(until)}`)
  const [place, setPlace] = useState(now.place?.value.slice(0, 500) ?? meeting.place)
  const code = nameOfLetter(letter)
  const [reason, setReason] = useState(word.reason?.value ?? t('series.later.usualReason', { code }))
  const read = hoursFromWords(hours)
  const begins = day === null || read === undefined ? null : atMinute(day, read.from)
  const ends = day === null || read === undefined ? null : atMinute(day, read.until)
  const clashes = useClashes(
    meeting.members.map(({ post }) => post),
    kind === 'off' ? null : begins,
    ends,
    meeting.id,
  )
  const isReady = kind === 'off' ? reason.trim() !== '' : begins !== null && ends !== null
  const before = (value: string, found: Found<unknown> | null): string =>
    t('series.later.before', { value, where: evidence(found) })
  const done = (): void => {
    if (!isReady || begins === null || ends === null) return
    const change: LaterLetter['change'] =
      kind === 'off'
        ? { kind, reason: reason.trim() }
        : { kind, details: { from: begins, until: ends, place: place.trim() } }
    const text =
      kind === 'off' ? t('series.later.off') : t('series.later.moved', { time: formats.dateTime(begins) })
    const payload: LaterLetter = { letter: letter.id, change }
    void act({ kind: 'meeting', id: meeting.id }, 'meeting.followLetter', payload, {
      icon: 'calendar',
      text,
    }).then((answer) => {
      if (answer !== undefined) onClose()
    })
  }
  return (
    <FormSheet
      width={680}
      title={t('series.later.title')}
      description={
        <p className={own.lead} tabIndex={-1} data-autofocus>
          {t('series.later.lead', { code, agency: letter.content.from.name })}
        </p>
      }
      confirm={t('series.later.confirm')}
      isReady={isReady}
      onClose={onClose}
      onConfirm={done}
    >
      <div className={classes.form}>
        <ClashNotice clashes={clashes} />
        {children}
        <p className={classes.words}>{meeting.title}</p>
        <div>
          <p className={classes.label}>{t('series.later.what')}</p>
          <ChoiceBar
            label={t('series.later.what')}
            choices={kinds.map((value) => ({ value, label: t(`series.later.kinds.${value}`) }))}
            value={kind}
            onChange={setKind}
          />
        </div>
        {kind === 'off' ? (
          <TextAreaRow
            label={t('series.later.reason')}
            hint={evidence(word.reason)}
            rows={2}
            value={reason}
            onValue={setReason}
          />
        ) : (
          <>
            <DayAndHours
              otherwise={localDateOf(from)}
              onDay={setDay}
              hours={hours}
              onHours={setHours}
              isRead={read !== undefined}
              hint={before(
                `${formats.fullDate(meeting.from)}, ${formats.time(meeting.from)}–${formats.time(meeting.until)}`,
                now.from,
              )}
              onSubmit={done}
            />
            <TextRow
              label={t('meetings.fields.place')}
              hint={before(meeting.place, now.place)}
              maxLength={500}
              value={place}
              onValue={setPlace}
            />
            {now.callUrl !== null && (
              <p className="dim">{t('series.later.link', { link: now.callUrl.value })}</p>
            )}
          </>
        )}
      </div>
    </FormSheet>
  )
}
