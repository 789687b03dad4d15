import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { millisOf } from '#shared/kernel/instant.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { cx } from '../../../ui/cx.ts'
import { Icon } from '../../../ui/icon.tsx'
import type { IconName } from '../../../ui/icons.ts'
import { useNow } from '../../../workplace/today.ts'
import { useKeysInGrid } from '../hooks/use-keys-in-grid.ts'
import { dayOfMs, itemsOn, minuteOfMs, type CalendarItem } from './calendar-item.ts'
import { placedOn } from './day-lanes.ts'
import { hoursWords } from './time-words.ts'
import classes from './personal.module.css'

/** Where one is: a day, and an item of it; -1: the day itself. */
export interface PersonalPlace {
  readonly day: LocalDate
  readonly key: string | null
}

interface PersonalGridProps {
  readonly days: readonly LocalDate[]
  readonly today: LocalDate
  readonly items: readonly CalendarItem[]
  readonly clashing: ReadonlySet<string>
  readonly place: PersonalPlace
  readonly onPlace: (place: PersonalPlace) => void
  /** An item, or a day on which something is to be written. */
  readonly onOpen: (day: LocalDate, item: CalendarItem | undefined) => void
}

const icons: Readonly<Record<CalendarItem['kind'], IconName>> = {
  appointment: 'calendar',
  meeting: 'users-group',
  ballot: 'checklist',
  task: 'flag',
  feed: 'link',
}
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const FIRST_SHOWN = 7
/** What of the first hour's label stands above its line. */
const LABEL_PX = 9
const HOUR_PX = 44

/** Days side by side, hours down. One tab stop: arrows go from item to item and from day to day, Enter opens. */
export function PersonalGrid(props: PersonalGridProps) {
  const { days, today, items, clashing, place, onPlace, onOpen } = props
  const t = useT()
  const formats = useFormats()
  const root = useKeysInGrid<HTMLDivElement>()
  const scroll = useRef<HTMLDivElement>(null)
  const nowMs = millisOf(useNow())
  useEffect(() => {
    if (scroll.current !== null) scroll.current.scrollTop = FIRST_SHOWN * HOUR_PX - LABEL_PX
  }, [])
  const go = (next: PersonalPlace): void => {
    onPlace(next)
    root.current?.querySelector<HTMLElement>(`[data-stop="${stopOf(next)}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey)
      return
    const next = movedTo(days, items, place, event.code)
    if (next !== undefined) go(next)
    else if (event.code === 'Enter' || event.code === 'NumpadEnter')
      onOpen(
        place.day,
        items.find(({ key }) => key === place.key),
      )
    else return
    event.preventDefault()
  }
  const dayWords = (day: LocalDate): string => `${formats.weekday(day)} ${formats.dayMonth(day)}`
  const stop = (own: PersonalPlace, item: CalendarItem | undefined) => ({
    type: 'button' as const,
    'data-stop': stopOf(own),
    tabIndex: stopOf(own) === stopOf(place) ? 0 : -1,
    onFocus: () => onPlace(own),
    onClick: () => onOpen(own.day, item),
  })
  const card = (day: LocalDate, item: CalendarItem) => {
    const isClashing = clashing.has(item.key)
    const hours = item.days === null ? hoursWords(formats, item.startMs, item.endMs) : ''
    const coming =
      item.guests === null || item.guests.all === 0
        ? ''
        : t('schedule.mine.guests.coming', { accepted: item.guests.accepted, count: item.guests.all })
    const untold = item.guests?.untold ?? 0
    const states = [
      ...(isClashing ? [t('schedule.mine.clashes')] : []),
      ...(item.isCancelled ? [t('schedule.mine.cancelled')] : []),
      ...(coming === '' ? [] : [coming]),
      ...(untold > 0 ? [t('schedule.mine.guests.toTell', { count: untold })] : []),
    ]
    return {
      ...stop({ day, key: item.key }, item),
      'data-mark': item.from?.mark,
      title: item.title,
      className: cx(
        classes.item,
        classes[item.kind],
        isClashing && classes.clashing,
        item.isCancelled && classes.off,
        !item.isBusy && item.days === null && classes.free,
      ),
      children: (
        <>
          <span className={classes.itemTitle}>
            <Icon name={isClashing ? 'alert-triangle' : icons[item.kind]} size="s" />
            <span className="visually-hidden">{t(`schedule.mine.kinds.${item.kind}`)}, </span>
            <span className={classes.titleWords}>{item.title === '' ? t('schedule.busy') : item.title}</span>
            {item.isRepeated && <Icon name="repeat" size="s" />}
            {coming !== '' && (
              <span className={classes.coming} aria-hidden="true" title={coming}>
                <Icon name="users" size="s" />
                <span className="num">{`${String(item.guests?.accepted)}/${String(item.guests?.all)}`}</span>
              </span>
            )}
            {untold > 0 && <Icon name="send" size="s" />}
          </span>
          {item.days === null && (
            <span className={cx(classes.itemTime, 'num')}>
              {[hours, item.from?.name ?? '', item.place].filter((part) => part !== '').join(' · ')}
            </span>
          )}
          {item.days !== null && item.from !== null && (
            <span className={classes.itemTime}>{item.from.name}</span>
          )}
          {states.length > 0 && <span className="visually-hidden">, {states.join(', ')}</span>}
        </>
      ),
    }
  }
  return (
    <div
      ref={root}
      role="group"
      aria-label={t('schedule.mine.title')}
      className={classes.week}
      onKeyDown={onKeyDown}
    >
      <div className={classes.heads}>
        <span className={classes.corner} />
        {days.map((day) => (
          <div
            key={day}
            role="group"
            aria-label={dayWords(day)}
            className={cx(classes.head, day === today && classes.today)}
          >
            <button
              {...stop({ day, key: null }, undefined)}
              className={classes.dayName}
              aria-label={t('schedule.mine.addOn', { day: dayWords(day) })}
            >
              {formats.weekday(day)} <span className="num">{formats.dayMonth(day)}</span>
            </button>
            {itemsOn(items, day).flatMap((item) =>
              item.days === null ? [] : [<button key={item.key} {...card(day, item)} />],
            )}
          </div>
        ))}
      </div>
      <div
        ref={scroll}
        role="group"
        tabIndex={0}
        aria-label={t('schedule.fields.hours')}
        className={classes.scroll}
      >
        <div className={classes.hours} aria-hidden="true">
          {HOURS.map((hour) => (
            <span key={hour} className="num">
              {hour === 0 ? '' : `${String(hour)}:00`}
            </span>
          ))}
        </div>
        {days.map((day) => (
          <div
            key={day}
            role="group"
            aria-label={dayWords(day)}
            className={cx(classes.column, day === today && classes.todayColumn)}
          >
            {placedOn(
              day,
              itemsOn(items, day).filter((item) => item.days === null),
            ).map(({ item, from, until, lane, lanes }) => (
              <button
                key={item.key}
                {...card(day, item)}
                style={{
                  top: `${String((from / 60) * HOUR_PX)}px`,
                  height: `${String(((until - from) / 60) * HOUR_PX - 2)}px`,
                  left: `${String((lane / lanes) * 100)}%`,
                  width: `calc(${String(100 / lanes)}% - 3px)`,
                }}
              />
            ))}
            {dayOfMs(nowMs) === day && (
              <div
                className={classes.now}
                style={{ top: `${String((minuteOfMs(nowMs) / 60) * HOUR_PX)}px` }}
              />
            )}
          </div>
        ))}
      </div>
    </div>
  )
}

const stopOf = ({ day, key }: PersonalPlace): string => `${day}/${encodeURIComponent(key ?? '')}`

/** Where an arrow leads; undefined for every other key. */
function movedTo(
  days: readonly LocalDate[],
  items: readonly CalendarItem[],
  { day, key }: PersonalPlace,
  code: string,
): PersonalPlace | undefined {
  const at = days.indexOf(day)
  const here = itemsOn(items, day)
  const index = here.findIndex((item) => item.key === key)
  const on = (next: LocalDate | undefined, wanted: number): PersonalPlace => {
    const there = itemsOn(items, next ?? day)
    return { day: next ?? day, key: there[Math.min(wanted, there.length - 1)]?.key ?? null }
  }
  switch (code) {
    case 'ArrowDown':
      return { day, key: here[Math.min(index + 1, here.length - 1)]?.key ?? null }
    case 'ArrowUp':
      return { day, key: index <= 0 ? null : (here[index - 1]?.key ?? null) }
    case 'ArrowLeft':
      return index === -1 ? { day: days[at - 1] ?? day, key: null } : on(days[at - 1], index)
    case 'ArrowRight':
      return index === -1 ? { day: days[at + 1] ?? day, key: null } : on(days[at + 1], index)
    default:
      return undefined
  }
}
