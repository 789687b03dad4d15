import { useMemo } from 'react'
import { overlaps, type Span } from '#shared/domain/free/span.ts'
import type { Slot } from '#shared/domain/free/next-free.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { DayStrip, type DayRow } from '../../../workplace/rooms/day-strip.tsx'
import type { Calling } from '../hooks/use-called-times.ts'
import type { BusyTimes } from '../hooks/use-busy-times.ts'
import classes from './free-times.module.css'

interface FreeTimesProps extends Omit<Calling, 'called'> {
  readonly posts: readonly string[]
  readonly times: BusyTimes
  readonly next: Slot | undefined
  readonly onTake: (slot: Slot) => void
}

/** The day of everybody who is called and of what is held, clashes first; and the next time that suits all, one key away. */
export function FreeTimes(props: FreeTimesProps) {
  const { day, slot, posts, times, rooms, chosen, meeting, next, onTake } = props
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const rows = useMemo(() => {
    const held = rooms
      .filter(({ id }) => chosen.includes(id))
      .map(({ id, name, bookings }): DayRow => {
        return { id, name, day, busy: bookings.filter((one) => one.meeting !== meeting) }
      })
    const people = posts.map((post): DayRow => ({ id: post, name: nameOf(post), day, busy: times.of(post) }))
    const clashes = ({ busy = [] }: DayRow): number =>
      slot !== null && busy.some((one) => overlaps(one, slot)) ? 0 : 1
    return [...held, ...people].toSorted((a, b) => clashes(a) - clashes(b))
  }, [rooms, chosen, posts, times, meeting, day, slot, nameOf])
  if (posts.length === 0) return null
  const label = t('rooms.strip.label', { date: formats.date(day) })
  const when = (one: Span): string =>
    `${formats.weekday(one.from)} ${formats.date(one.from)}, ${formats.time(one.from)}–${formats.time(one.until)}`
  const room = rooms.find(({ id }) => id === next?.place)
  return (
    <section className={classes.times} aria-label={label}>
      <div className={classes.rows} role="region" tabIndex={0} aria-label={label}>
        <DayStrip label={label} heading={formats.fullDate(day)} rows={rows} slot={slot} />
      </div>
      <p className={classes.note}>
        {times.asOf === null
          ? times.hasFailed && t('rooms.strip.own')
          : t('rooms.strip.asOf', { time: formats.dateTime(times.asOf) })}
      </p>
      <div className={classes.next}>
        <span className="num" aria-live="polite">
          {next === undefined
            ? t('rooms.strip.none')
            : room === undefined
              ? t('rooms.strip.next', { when: when(next) })
              : t('rooms.strip.nextRoom', { when: when(next), room: room.name })}
        </span>
        {next !== undefined && (
          <Button size="small" keyHint="F8" onClick={() => onTake(next)}>
            {t('rooms.strip.take')}
          </Button>
        )}
      </div>
    </section>
  )
}
