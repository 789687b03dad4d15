import { useMemo, useState } from 'react'
import type { Letter } from '#shared/domain/correspondence/letter.ts'
import { atMinute } from '#shared/domain/calendar/working-calendar.ts'
import { hoursFromWords } from '#shared/domain/meetings/hours-words.ts'
import type { Invitation } from '#shared/domain/meetings/invitation/read-invitation.ts'
import { callDetails, type CallDetails, type Elsewhere } from '#shared/domain/meetings/meeting.ts'
import { instantFrom, localDateOf, millisOf, type LocalDate } from '#shared/kernel/instant.ts'
import { usePeople } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { FormSheet } from '../../../ui/form-sheet.tsx'
import { PeopleRow } from '../../../ui/people-row.tsx'
import { TextArea, TextField } from '../../../ui/text-field.tsx'
import { useEvidence } from '../hooks/use-evidence.ts'
import { useClashes } from '../hooks/use-clashes.ts'
import type { ReadLetter } from '../use-cases/read-letter.ts'
import { ClashNotice } from './clash-notice.tsx'
import { DayAndHours } from './day-and-hours.tsx'
import { nameOfLetter } from './invitation-words.ts'
import own from './invitation.module.css'
import classes from './meetings.module.css'

interface InvitationFormProps {
  readonly letter: Letter
  readonly read: Invitation
  readonly text: ReadLetter['text']
  readonly onClose: () => void
  readonly onDone: (payload: { readonly details: CallDetails; readonly elsewhere: Elsewhere }) => void
}

const TWO_HOURS_MS = 2 * 3_600_000

/** What was read, each field with where it stands in the letter and whether it is to be looked at; Enter confirms as long as no field has the keys. */
export function InvitationForm({ letter, read, text: source, onClose, onDone }: InvitationFormProps) {
  const t = useT()
  const formats = useFormats()
  const desk = useDesk()
  const evidence = useEvidence()
  const people = (usePeople() ?? []).map(({ id, name, title }) => ({ id, name, detail: title }))
  const [title, setTitle] = useState(read.title?.value ?? letter.content.subject)
  const [firstDay] = useState<LocalDate | null>(() =>
    read.from === null ? null : localDateOf(read.from.value),
  )
  const [day, setDay] = useState(firstDay)
  const [hours, setHours] = useState(() => hoursOf(read, formats.time))
  const [place, setPlace] = useState(read.place?.value ?? '')
  const [chair, setChair] = useState(read.chair?.value ?? '')
  const [invited, setInvited] = useState(read.people?.value ?? '')
  const [requirements, setRequirements] = useState(read.requirements?.value ?? '')
  const [going, setGoing] = useState<readonly string[]>(() => [whoGoes(letter) ?? desk.post])
  const minutes = hoursFromWords(hours)
  const from = day === null || minutes === undefined ? null : atMinute(day, minutes.from)
  const until = day === null || minutes === undefined ? null : untilOf(read, firstDay, day, minutes.until)
  const clashes = useClashes(going, from, until, letter.id)
  const [head] = going
  const isReady = title.trim() !== '' && from !== null && until !== null && head !== undefined
  const whenRead = evidence(read.from)
  const hoursHint =
    read.from !== null && read.until === null
      ? t('meetings.invitation.usualEnd', { where: whenRead })
      : whenRead
  const callUrl = useMemo(() => lawfulLink(read), [read])
  const done = (): void => {
    if (!isReady) return
    onDone({
      details: {
        title: title.trim().slice(0, 500),
        from,
        until,
        place: place.trim().slice(0, 500),
        callUrl,
        chair: head,
        members: going.map((post) => ({ post, part: 'member' })),
        outsiders: [],
        quorum: null,
        requirements: requirements.trim(),
        letter: letter.id,
      },
      elsewhere: {
        agency: letter.content.from.name.slice(0, 500) || nameOfLetter(letter).slice(0, 500),
        chair: chair.trim().slice(0, 500),
        people: invited.trim().slice(0, 4000),
      },
    })
  }
  const text = (
    label: string,
    value: string,
    onChange: (value: string) => void,
    hint: string | undefined,
    rows = 1,
  ) => (
    <FieldRow label={label} hint={hint}>
      {(field) =>
        rows === 1 ? (
          <TextField {...field} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
        ) : (
          <TextArea
            {...field}
            rows={rows}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        )
      }
    </FieldRow>
  )
  return (
    <FormSheet
      width={680}
      title={t('meetings.invitation.title')}
      description={
        <p className={own.lead} tabIndex={-1} data-autofocus>
          {t('meetings.invitation.lead', {
            code: nameOfLetter(letter),
            agency: letter.content.from.name,
          })}
        </p>
      }
      confirm={t('meetings.invitation.confirm')}
      isReady={isReady}
      onClose={onClose}
      onConfirm={done}
    >
      <div className={classes.form}>
        <ClashNotice clashes={clashes} />
        {source.isOcrMissing && <p className="dim">{t('meetings.invitation.ocrMissing')}</p>}
        {source.source === 'ocr' && <p className="dim">{t('meetings.invitation.recognised')}</p>}
        {text(t('meetings.fields.title'), title, setTitle, evidence(read.title))}
        <DayAndHours
          otherwise={firstDay}
          onDay={setDay}
          hours={hours}
          onHours={setHours}
          isRead={minutes !== undefined}
          hint={hoursHint}
          onSubmit={done}
        />
        <div className={classes.pair}>
          {text(t('meetings.fields.place'), place, setPlace, evidence(read.place))}
          {text(t('meetings.fields.chair'), chair, setChair, evidence(read.chair))}
        </div>
        <PeopleRow
          label={t('meetings.invitation.going')}
          hint={t('meetings.invitation.goingHint')}
          options={people}
          value={going}
          onChange={setGoing}
          isMany
        />
        {text(t('meetings.fields.members'), invited, setInvited, evidence(read.people), 2)}
        {text(
          t('meetings.fields.requirements'),
          requirements,
          setRequirements,
          evidence(read.requirements),
          2,
        )}
      </div>
    </FormSheet>
  )
}

/** Whoever leads the work of the letter, else the leader it lies before. */
const whoGoes = ({ directive, presentedTo }: Letter): string | null => directive?.lead ?? presentedTo

function hoursOf({ from, until }: Invitation, time: (instant: string) => string): string {
  if (from === null) return ''
  const usual = instantFrom(millisOf(from.value) + TWO_HOURS_MS)
  const last = until?.value ?? (localDateOf(usual) === localDateOf(from.value) ? usual : null)
  return last === null ? time(from.value) : `${time(from.value)}-${time(last)}`
}

/** A meeting of several days ends when the letter says, as long as its first day stays. */
function untilOf(read: Invitation, firstDay: LocalDate | null, day: LocalDate, minute: number): string {
  const told = read.until?.value
  const isLonger = told !== undefined && firstDay === day && localDateOf(told) > day
  return isLonger ? told : atMinute(day, minute)
}

function lawfulLink({ callUrl }: Invitation): string | null {
  const link = callDetails.shape.callUrl.safeParse(callUrl?.value ?? null)
  return link.success ? link.data : null
}
