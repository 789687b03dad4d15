import { useMemo, useState } from 'react'
import type { Post } from '#shared/domain/directory/directory.ts'
import { overlaps } from '#shared/domain/free/span.ts'
import { wholeDay } from '#shared/domain/free/next-free.ts'
import { mayKeepRooms, type Booking, type Room } from '#shared/domain/rooms/room.ts'
import { daysOfWeek, numberOfWeek, weekFrom, weekOf } from '#shared/domain/schedule/iso-week.ts'
import { localDateOf } from '#shared/kernel/instant.ts'
import type { Command } from '../../../commands/command.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { FactList } from '../../../ui/panel.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { ReasonSheet } from '../../../workplace/reason-sheet.tsx'
import { DayStrip } from '../../../workplace/rooms/day-strip.tsx'
import { useToday } from '../../../workplace/today.ts'
import { useAct } from '../../../workplace/use-act.ts'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import classes from './rooms.module.css'

interface RoomPaneProps {
  readonly me: Post
  readonly room: Room
  /** Something stands over it that has the keys. */
  readonly isBusy: boolean
  readonly onChange: () => void
}

const NONE: readonly Command[] = []

/** A room with what is in it, and who holds it when, week by week. */
export function RoomPane({ me, room, isBusy, onChange }: RoomPaneProps) {
  const t = useT()
  const act = useAct()
  const [taking, setTaking] = useState<Booking | null>(null)
  const mayKeep = mayKeepRooms(me)
  const commands = useMemo(
    () => [
      verb('rooms.change', 'rooms.verbs.change', onChange, {
        icon: 'pencil',
        shortcut: 'Enter',
        rule: mayKeep ? undefined : 'room-keepers-only',
      }),
    ],
    [mayKeep, onChange],
  )
  const verbs = useVerbs(isBusy || taking !== null ? NONE : commands)
  const { kind, seats, place, has } = room
  const facts: (readonly [string, string])[] = []
  if (kind === 'room')
    facts.push([
      t('rooms.fields.seats'),
      seats === null ? t('rooms.seatsUnknown') : t('rooms.seats', { count: seats }),
    ])
  if (place !== '') facts.push([t('rooms.fields.place'), place])
  if (has.length > 0) facts.push([t('rooms.fields.has'), has.join(', ')])
  return (
    <article className={classes.pane} aria-label={room.name}>
      <div className={classes.head}>
        <h2 className={classes.title}>{room.name}</h2>
        <Chip tone={room.isInUse ? 'ok' : 'over'} icon={room.isInUse ? 'circle-check' : 'circle-x'}>
          {t(room.isInUse ? 'rooms.inUse' : 'rooms.outOfUse')}
        </Chip>
        <span className="spacer" />
        {verbs.length > 0 && <VerbBar verbs={verbs} isInline hasPrimary={false} />}
      </div>
      {facts.length > 0 && <FactList facts={facts} />}
      <RoomWeek room={room} mayTake={mayKeep} onTake={setTaking} />
      {taking !== null && (
        <ReasonSheet
          title={t('rooms.release.title')}
          description={t('rooms.release.explain')}
          label={t('rooms.release.label')}
          confirm={t('rooms.release.confirm')}
          onClose={() => setTaking(null)}
          onConfirm={(reason) => {
            setTaking(null)
            void act({ kind: 'room', id: room.id }, 'room.release', { meeting: taking.meeting, reason })
          }}
        />
      )}
    </article>
  )
}

interface RoomWeekProps {
  readonly room: Room
  readonly mayTake: boolean
  readonly onTake: (booking: Booking) => void
}

function RoomWeek({ room, mayTake, onTake }: RoomWeekProps) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const thisWeek = weekOf(useToday())
  const [ahead, setAhead] = useState(0)
  const week = weekFrom(thisWeek, ahead)
  const days = daysOfWeek(week)
  const [monday = '', sunday = ''] = [days[0], days[6]]
  const span = { from: wholeDay(monday).from, until: wholeDay(sunday).until }
  const bookings = room.bookings.filter((one) => overlaps(one, span))
  const label = t('rooms.week.of', {
    week: numberOfWeek(week),
    from: formats.dayMonth(monday),
    until: formats.date(sunday),
  })
  return (
    <>
      <div className={classes.week}>
        <h3 className={classes.heading}>{t('rooms.week.title')}</h3>
        <span className="spacer" />
        <IconButton icon="chevron-left" label={t('rooms.week.before')} onClick={() => setAhead(ahead - 1)} />
        <span className="num" aria-live="polite">
          {label}
        </span>
        <IconButton icon="chevron-right" label={t('rooms.week.after')} onClick={() => setAhead(ahead + 1)} />
      </div>
      <DayStrip
        label={label}
        rows={days.map((day) => ({
          id: day,
          day,
          busy: bookings,
          name: `${formats.weekday(day)} ${formats.dayMonth(day)}`,
        }))}
      />
      {bookings.length === 0 ? (
        <p className="dim">{t('rooms.week.none')}</p>
      ) : (
        <ul className={classes.bookings} aria-label={t('rooms.week.title')}>
          {bookings.map((booking) => (
            <li key={booking.meeting} className={classes.booking}>
              <span className="num">
                {formats.weekday(booking.from)} {formats.dayMonth(booking.from)} {formats.time(booking.from)}–
                {localDateOf(booking.from) === localDateOf(booking.until)
                  ? formats.time(booking.until)
                  : formats.near(booking.until, booking.from)}
              </span>
              <span>{t('rooms.week.holder', { name: nameOf(booking.post) })}</span>
              <span className="spacer" />
              {mayTake && (
                <Button size="small" onClick={() => onTake(booking)}>
                  {t('rooms.verbs.release')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
