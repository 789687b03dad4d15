import type { ReactNode } from 'react'
import { atMinute } from '#shared/domain/calendar/working-calendar.ts'
import { overlaps, within, type Span } from '#shared/domain/free/span.ts'
import { millisOf, type LocalDate } from '#shared/kernel/instant.ts'
import { useFormats, useT } from '../../i18n/language-provider.tsx'
import { cx } from '../../ui/cx.ts'
import { Icon } from '../../ui/icon.tsx'
import classes from './day-strip.module.css'

/** Hours that are shown of a day. */
const FIRST_HOUR = 7
const LAST_HOUR = 18
const TICKS = [7, 9, 11, 13, 15, 17] as const

/** Somebody or something over one day. */
export interface DayRow {
  readonly id: string
  readonly name: ReactNode
  readonly day: LocalDate
  /** Undefined: nothing is known. */
  readonly busy: readonly Span[] | undefined
}

interface DayStripProps {
  readonly label: string
  /** Over the names. */
  readonly heading?: string
  readonly rows: readonly DayRow[]
  /** What is looked at: rows that are busy then are marked. */
  readonly slot?: Span | null
}

/** A line for each with its busy hours on one scale; said in words to whoever does not see it. */
export function DayStrip({ label, heading = '', rows, slot = null }: DayStripProps) {
  return (
    <div className={classes.strip}>
      <div className={cx(classes.row, classes.scale)} aria-hidden>
        <span className={cx('num', 'ellipsis')}>{heading}</span>
        <span className={classes.track}>
          {TICKS.map((hour) => (
            <span key={hour} className={cx(classes.tick, 'num')} style={{ left: `${shareOf(hour * 60)}%` }}>
              {hour}
            </span>
          ))}
        </span>
      </div>
      <ul className={classes.rows} aria-label={label}>
        {rows.map((row) => (
          <Row key={row.id} row={row} slot={slot} />
        ))}
      </ul>
    </div>
  )
}

const shareOf = (minute: number): number =>
  Math.min(100, Math.max(0, ((minute - FIRST_HOUR * 60) / ((LAST_HOUR - FIRST_HOUR) * 60)) * 100))

function Row({ row: { name, day, busy }, slot }: { readonly row: DayRow; readonly slot: Span | null }) {
  const t = useT()
  const formats = useFormats()
  const whole = { from: atMinute(day, 0), until: atMinute(day, 1440) }
  const shown = within(busy ?? [], whole)
  const isClash = slot !== null && shown.some((one) => overlaps(one, slot))
  const place = (span: Span) => {
    const left = shareOf((millisOf(span.from) - millisOf(whole.from)) / 60_000)
    const right = shareOf((millisOf(span.until) - millisOf(whole.from)) / 60_000)
    return { left: `${left}%`, width: `${Math.max(0, right - left)}%` }
  }
  const hours = shown.map(({ from, until }) => `${formats.time(from)}–${formats.time(until)}`).join(', ')
  const words =
    busy === undefined
      ? t('rooms.strip.unknown')
      : shown.length === 0
        ? t('rooms.strip.free')
        : t('rooms.strip.busy', { hours })
  return (
    <li className={classes.row}>
      <span className={cx(classes.name, isClash && classes.clashName)}>
        {isClash && <Icon name="alert-triangle" size="s" label={t('rooms.strip.clash')} />}
        <span className="ellipsis">{name}</span>
      </span>
      <span className={cx(classes.track, classes.lane, busy === undefined && classes.unknown)} title={words}>
        <span className="visually-hidden">{words}</span>
        {slot !== null && <span className={classes.slot} style={place(slot)} aria-hidden />}
        {shown.map((span) => (
          <span
            key={span.from}
            aria-hidden
            className={cx(classes.block, slot !== null && overlaps(span, slot) && classes.clash)}
            style={place(span)}
          />
        ))}
      </span>
    </li>
  )
}
