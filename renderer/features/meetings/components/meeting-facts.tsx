import type { ReactNode } from 'react'
import { codeOf } from '#shared/domain/format/boxes.ts'
import { sequenceOfMeeting } from '#shared/domain/meetings/invite-agencies.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { useDocument, useLetter } from '../../../database/use-live.ts'
import { useMeeting } from '../../../database/use-live-meetings.ts'
import { useRooms } from '../../../database/use-rooms.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { FactList } from '../../../ui/panel.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { HeldRooms } from './held-rooms.tsx'
import { nameOfLetter } from './invitation-words.ts'
import classes from './meetings.module.css'
import { patternWords } from './series-words.ts'

interface MeetingFactsProps {
  readonly meeting: Meeting
  readonly onLetter: (id: string) => void
  readonly onDocument: (id: string) => void
}

/** What the invitation says, where it came from, and what was changed last. */
export function MeetingFacts({ meeting, onLetter, onDocument }: MeetingFactsProps) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const rooms = useRooms()
  const last = meeting.changes.at(-1)
  const { elsewhere, quorum } = meeting
  const facts: (readonly [string, ReactNode])[] = [
    [
      t('meetings.fields.place'),
      meeting.place || t(meeting.callUrl === null ? 'meetings.fields.noPlace' : 'meetings.fields.online'),
    ],
  ]
  if ((meeting.rooms ?? []).length > 0 && rooms !== undefined)
    facts.push([t('rooms.title'), <HeldRooms key="rooms" meeting={meeting} rooms={rooms} />])
  if (meeting.series !== undefined)
    facts.push([t('series.fact'), patternWords(t, meeting.series.rule.pattern)])
  if (meeting.follows !== undefined)
    facts.push([t('series.follows'), <Earlier key="follows" id={meeting.follows} />])
  if (elsewhere === undefined) {
    facts.push([t('meetings.fields.chair'), nameOf(meeting.chair)])
    facts.push([t('meetings.fields.secretary'), nameOf(meeting.secretary)])
  } else {
    facts.push([t('meetings.fields.host'), elsewhere.agency])
    if (elsewhere.chair !== '') facts.push([t('meetings.fields.chair'), elsewhere.chair])
    facts.push([t('meetings.fields.head'), nameOf(meeting.chair)])
    if (elsewhere.people !== '')
      facts.push([t('meetings.fields.members'), <Lines key="people" text={elsewhere.people} />])
  }
  if (meeting.letter !== null)
    facts.push([t('meetings.fields.letter'), <Origin key="letter" id={meeting.letter} onOpen={onLetter} />])
  for (const { document, agencies, sequence, at } of meeting.told ?? [])
    facts.push([
      t('meetings.agencies.told', { time: formats.dateTime(at) }),
      <span key={document} className={classes.told}>
        <Told id={document} onOpen={onDocument} />
        {agencies.map(({ name }) => name).join('; ')}
        {sequence < sequenceOfMeeting(meeting) && (
          <Chip tone="soon" icon="alert-triangle">
            {t('meetings.agencies.stale')}
          </Chip>
        )}
      </span>,
    ])
  for (const { letter } of meeting.followed ?? [])
    facts.push([t('series.later.fact'), <Origin key={letter} id={letter} onOpen={onLetter} />])
  if (meeting.callUrl !== null) facts.push([t('meetings.fields.callUrl'), meeting.callUrl])
  if (quorum !== null)
    facts.push([
      t('meetings.fields.quorum'),
      quorum.of === quorum.outOf ? t('meetings.fields.wholeQuorum') : `${quorum.of}/${quorum.outOf}`,
    ])
  if (meeting.requirements !== '')
    facts.push([t('meetings.fields.requirements'), <Lines key="asked" text={meeting.requirements} />])
  if (meeting.cancelled !== null)
    facts.push([
      t('meetings.cancelledAt', { time: formats.dateTime(meeting.cancelled.at) }),
      meeting.cancelled.reason,
    ])
  if (last !== undefined)
    facts.push([
      t('meetings.changed', { time: formats.dateTime(last.at) }),
      last.names.map((name) => t(`meetings.changes.${name}`)).join(', '),
    ])
  return <FactList facts={facts} />
}

/** The earlier meeting that it goes on from. */
function Earlier({ id }: { readonly id: string }) {
  const t = useT()
  const formats = useFormats()
  const earlier = useMeeting(id)
  if (earlier == null) return <span className="dim">{t('meetings.gone')}</span>
  return `${earlier.state.title}, ${formats.date(earlier.state.from)}`
}

const Lines = ({ text }: { readonly text: string }): ReactNode => (
  <span className={classes.lines}>{text}</span>
)

/** The letter to other agencies: number and symbol once it was issued. */
function Told({ id, onOpen }: { readonly id: string; readonly onOpen: (id: string) => void }) {
  const t = useT()
  const document = useDocument(id)?.state
  if (document === undefined) return null
  const { number, fields } = document
  return (
    <Button size="small" icon="file-text" onClick={() => onOpen(id)}>
      {number === null ? t('meetings.agencies.draft') : codeOf(number.number, fields.symbol)}
    </Button>
  )
}

/** The letter that invites to it; as a word only where it is not visible here. */
function Origin({ id, onOpen }: { readonly id: string; readonly onOpen: (id: string) => void }) {
  const t = useT()
  const letter = useLetter(id)
  return letter == null ? (
    <span className="dim">{t('meetings.letterHidden')}</span>
  ) : (
    <Button size="small" icon="mail-opened" onClick={() => onOpen(id)}>
      {nameOfLetter(letter.state)}
    </Button>
  )
}
