import { useMemo, useState, type ReactNode } from 'react'
import type { Post } from '#shared/domain/directory/directory.ts'
import { agendaItemOf } from '#shared/domain/meetings/follow.ts'
import { agendaFromLines, linesOfAgenda, namingOf } from '#shared/domain/meetings/agenda-lines.ts'
import { hoursFromWords } from '#shared/domain/meetings/hours-words.ts'
import {
  callDetails,
  type AgendaItem,
  type CallDetails,
  type Meeting,
} from '#shared/domain/meetings/meeting.ts'
import { linesOfOutsiders, outsidersFromLines } from '#shared/domain/meetings/outsider-lines.ts'
import { atMinute } from '#shared/domain/calendar/working-calendar.ts'
import { localDateOf, type LocalDate } from '#shared/kernel/instant.ts'
import type { Slot } from '#shared/domain/free/next-free.ts'
import type { Room } from '#shared/domain/rooms/room.ts'
import { useRooms } from '../../../database/use-rooms.ts'
import { usePeople } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { FormSheet } from '../../../ui/form-sheet.tsx'
import { PeopleRow } from '../../../ui/people-row.tsx'
import { TextAreaRow, TextRow } from '../../../ui/text-row.tsx'
import type { CallStart } from '../../../workplace/meetings/call-start.ts'
import { useToday } from '../../../workplace/today.ts'
import { useCalledTimes } from '../hooks/use-called-times.ts'
import { useClashes } from '../hooks/use-clashes.ts'
import { useRepeat } from '../hooks/use-repeat.ts'
import type { SeriesPlan } from '../use-cases/series-plan.ts'
import { useNewId } from '../hooks/use-meeting-acts.ts'
import { ClashNotice } from './clash-notice.tsx'
import { DayAndHours } from './day-and-hours.tsx'
import { FreeTimes } from './free-times.tsx'
import { RoomPicker } from './room-picker.tsx'
import { QuorumChoice } from './quorum-choice.tsx'
import { RepeatSection } from './repeat-section.tsx'
import classes from './meetings.module.css'

interface CallSheetProps {
  readonly title: string
  /** What is changed; absent for a new one. */
  readonly meeting?: Meeting | undefined
  readonly start?: CallStart | undefined
  readonly onClose: () => void
  readonly onDone: (details: CallDetails, items: readonly AgendaItem[], series: SeriesPlan | null) => void
  /** What is asked beside the invitation itself. */
  readonly children?: ReactNode
}

/** Everything an invitation says, in one sheet: the day in a few letters, hours as they are spoken, the agenda a line for each item. */
export function CallSheet(props: CallSheetProps) {
  const posts = usePeople()
  return posts === undefined ? null : <Filled {...props} posts={posts} />
}

interface FilledProps extends CallSheetProps {
  readonly posts: readonly Post[]
}

function Filled({ posts, title: heading, meeting, start = meeting, onClose, onDone, children }: FilledProps) {
  const t = useT()
  const formats = useFormats()
  const desk = useDesk()
  const today = useToday()
  const newId = useNewId()
  const naming = namingOf(posts)
  const people = posts.map(({ id, name, title }) => ({ id, name, detail: title }))
  const [title, setTitle] = useState(start?.title ?? '')
  const [firstDay, setFirstDay] = useState(() => (start === undefined ? today : localDateOf(start.from)))
  const [day, setDay] = useState<LocalDate | null>(firstDay)
  const [hours, setHours] = useState(
    start === undefined ? '' : `${formats.time(start.from)}-${formats.time(start.until)}`,
  )
  const [place, setPlace] = useState(start?.place ?? '')
  const allRooms = useRooms() ?? NO_ROOMS
  const [rooms, setRooms] = useState<readonly string[]>(meeting?.rooms ?? [])
  const [callUrl, setCallUrl] = useState(meeting?.callUrl ?? '')
  const [chair, setChair] = useState<readonly string[]>(meeting === undefined ? [] : [meeting.chair])
  const [members, setMembers] = useState<readonly string[]>(meeting?.members.map(({ post }) => post) ?? [])
  const [agenda, setAgenda] = useState(meeting === undefined ? '' : linesOfAgenda(meeting.items, naming))
  const [requirements, setRequirements] = useState(meeting?.requirements ?? '')
  const [outsiders, setOutsiders] = useState(linesOfOutsiders(meeting?.outsiders ?? []))
  const [quorum, setQuorum] = useState(meeting?.quorum ?? null)
  const read = hoursFromWords(hours)
  const from = day === null || read === undefined ? null : atMinute(day, read.from)
  const until = day === null || read === undefined ? null : atMinute(day, read.until)
  const repeat = useRepeat(from)
  const isRepeated = repeat.choice.kind !== 'none'
  const called = useMemo(() => [...new Set([...chair, ...members])], [chair, members])
  const clashes = useClashes(called, from, until, meeting?.id ?? null)
  const slot = useMemo(() => (from === null || until === null ? null : { from, until }), [from, until])
  /** The room that is chosen is the place, unless another one was written. */
  const chooseRooms = (next: readonly string[]): void => {
    const before = placeOfRooms(allRooms, rooms)
    if (place.trim() === '' || place === before) setPlace(placeOfRooms(allRooms, next))
    setRooms(next)
  }
  const calling = {
    ...{ called, slot, rooms: allRooms, chosen: rooms },
    day: day ?? firstDay,
    meeting: meeting?.id ?? null,
  }
  const { everybody, times, next } = useCalledTimes(calling)
  const [taken, setTaken] = useState(0)
  const take = (found: Slot): void => {
    const on = localDateOf(found.from)
    setFirstDay(on)
    setDay(on)
    setHours(`${formats.time(found.from)}-${formats.time(found.until)}`)
    if (found.place !== null) chooseRooms([...rooms, found.place])
    setTaken((count) => count + 1)
  }
  const [chairPost] = chair
  const isElsewhere = meeting?.elsewhere !== undefined
  const chairLabel = t(isElsewhere ? 'meetings.fields.head' : 'meetings.fields.chair')
  const membersLabel = t(isElsewhere ? 'meetings.invitation.going' : 'meetings.fields.members')
  const isLinkRead = callUrl.trim() === '' || callDetails.shape.callUrl.safeParse(callUrl.trim()).success
  const isReady =
    title.trim() !== '' &&
    from !== null &&
    until !== null &&
    chairPost !== undefined &&
    isLinkRead &&
    (!isRepeated || repeat.plan !== null)
  const dates = repeat.plan?.dates.filter((date) => date.day !== null).length ?? 0
  const done = (): void => {
    if (!isReady) return
    const parts = new Map(meeting?.members.map(({ post, part }) => [post, part]))
    const all = members.includes(chairPost) ? members : [chairPost, ...members]
    const details: CallDetails = {
      title: title.trim(),
      from,
      until,
      place: place.trim(),
      callUrl: callUrl.trim() === '' ? null : callUrl.trim(),
      chair: chairPost,
      members: all
        .filter((post) => post !== desk.post || parts.has(post))
        .map((post) => ({ post, part: parts.get(post) ?? 'member' })),
      outsiders: [...outsidersFromLines(outsiders)],
      quorum,
      requirements: requirements.trim(),
      letter: meeting?.letter ?? null,
      rooms: [...rooms],
    }
    onDone(
      details,
      agendaFromLines(agenda, meeting?.items.map(agendaItemOf) ?? [], naming, newId),
      repeat.plan,
    )
  }
  return (
    <FormSheet
      width={760}
      title={heading}
      confirm={isRepeated ? t('series.call', { count: dates }) : t('meetings.sheet.keep')}
      isReady={isReady}
      onClose={onClose}
      onConfirm={done}
    >
      <div
        className={classes.form}
        onKeyDown={(event) => {
          if (event.code !== 'F8' || next === undefined || isElsewhere) return
          event.preventDefault()
          take(next)
        }}
      >
        <ClashNotice clashes={clashes} />
        <TextRow
          label={t('meetings.fields.title')}
          autoFocus
          maxLength={500}
          value={title}
          onValue={setTitle}
        />
        <DayAndHours
          key={taken}
          isAutoFocused={taken > 0}
          otherwise={firstDay}
          onDay={setDay}
          hours={hours}
          onHours={setHours}
          isRead={read !== undefined}
          hint={t('meetings.fields.hoursHint')}
          onSubmit={done}
        />
        {meeting === undefined && <RepeatSection repeat={repeat} from={from} until={until} people={called} />}
        <div className={classes.pair}>
          <TextRow label={t('meetings.fields.place')} maxLength={500} value={place} onValue={setPlace} />
          <TextRow
            label={t('meetings.fields.callUrl')}
            isOptional
            error={isLinkRead ? undefined : t('meetings.fields.callUrlUnread')}
            placeholder="https://"
            value={callUrl}
            onValue={setCallUrl}
          />
        </div>
        {!isElsewhere && allRooms.length > 0 && (
          <RoomPicker
            rooms={allRooms}
            value={rooms}
            onChange={chooseRooms}
            slot={slot}
            meeting={meeting?.id ?? null}
            called={everybody.length}
          />
        )}
        <PeopleRow label={chairLabel} options={people} value={chair} onChange={setChair} />
        <PeopleRow label={membersLabel} options={people} value={members} onChange={setMembers} isMany />
        {!isElsewhere && called.length > 0 && (
          <FreeTimes {...calling} posts={everybody} times={times} next={next} onTake={take} />
        )}
        <TextAreaRow
          label={t('meetings.fields.agenda')}
          hint={t('meetings.fields.agendaHint')}
          rows={6}
          value={agenda}
          onValue={setAgenda}
        />
        {!isElsewhere && (
          <TextAreaRow
            label={t('meetings.outsiders.title')}
            hint={t('meetings.outsiders.hint')}
            isOptional
            value={outsiders}
            onValue={setOutsiders}
          />
        )}
        <TextAreaRow
          label={t('meetings.fields.requirements')}
          isOptional
          value={requirements}
          onValue={setRequirements}
        />
        {!isElsewhere && <QuorumChoice value={quorum} onChange={setQuorum} />}
        {children}
      </div>
    </FormSheet>
  )
}

const NO_ROOMS: readonly Room[] = []

function placeOfRooms(rooms: readonly Room[], chosen: readonly string[]): string {
  const room = rooms.find(({ id, kind }) => kind === 'room' && chosen.includes(id))
  return room === undefined ? '' : [room.name, room.place].filter((part) => part !== '').join(', ')
}
