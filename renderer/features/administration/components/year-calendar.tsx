import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { addDays, weekdayOf } from '#shared/domain/calendar/days.ts'
import { workingCalendar } from '#shared/domain/calendar/vietnam-calendar.ts'
import type { AgencySettings } from '#shared/domain/configuration/settings.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { cx } from '../../../ui/cx.ts'
import { useToday } from '../../../workplace/today.ts'
import classes from './year-calendar.module.css'

/** What a day is: `fixed` is off every year. */
type DayKind = 'worked' | 'weekend' | 'off' | 'fixed' | 'makeUp'

interface YearCalendarProps {
  readonly year: number
  readonly settings: Pick<AgencySettings, 'holidays' | 'makeUpDays'>
  readonly isReadOnly: boolean
  readonly onToggle: (date: LocalDate) => void
  readonly onYear: (year: number) => void
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)
/** A week from its Monday. */
const WEEK = Array.from({ length: 7 }, (_, index) => addDays('2026-11-16', index))
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** A year of days; one tab stop, arrows move, Space changes a day, Page Up and Page Down the year. */
export function YearCalendar({ year, settings, isReadOnly, onToggle, onYear }: YearCalendarProps) {
  const t = useT()
  const formats = useFormats()
  const today = useToday()
  const root = useRef<HTMLDivElement>(null)
  const begin = today.startsWith(String(year)) ? today : `${year}-01-01`
  const [chosen, setChosen] = useState(begin)
  const active = chosen.startsWith(String(year)) ? chosen : begin
  const kindOf = useMemo(() => dayKinds(settings, year), [settings, year])
  const go = (date: LocalDate): void => {
    setChosen(date)
    if (!date.startsWith(String(year))) onYear(Number(date.slice(0, 4)))
    setTimeout(() => root.current?.querySelector<HTMLElement>(`[data-day="${date}"]`)?.focus())
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.code]
    const years = event.code === 'PageUp' ? -1 : event.code === 'PageDown' ? 1 : 0
    if (step === undefined && years === 0) return
    event.preventDefault()
    go(step === undefined ? `${year + years}${active.slice(4)}` : addDays(active, step))
  }
  return (
    <div ref={root} className={classes.year} onKeyDown={onKeyDown} role="group" aria-label={String(year)}>
      {MONTHS.map((month) => (
        <section key={month} className={classes.month}>
          <h2>{t('administration.configuration.days.month', { month: String(month) })}</h2>
          <div className={classes.days}>
            {WEEK.map((date) => (
              <span key={date} aria-hidden="true" className={classes.weekday}>
                {formats.shortWeekday(date)}
              </span>
            ))}
            {daysOf(year, month).map((date) => {
              const kind = kindOf(date)
              const label = `${formats.fullDate(date)}, ${t(`administration.configuration.days.kinds.${kind}`)}`
              return (
                <button
                  key={date}
                  type="button"
                  data-day={date}
                  className={cx(
                    classes.day,
                    classes[kind],
                    date < today && classes.past,
                    date === today && classes.today,
                  )}
                  style={date.endsWith('-01') ? { gridColumnStart: columnOf(date) } : undefined}
                  tabIndex={date === active ? 0 : -1}
                  title={label}
                  aria-disabled={isReadOnly || date < today || kind === 'fixed'}
                  onFocus={() => setChosen(date)}
                  onClick={() => {
                    if (!isReadOnly && date >= today && kind !== 'fixed') onToggle(date)
                  }}
                >
                  {Number(date.slice(8))}
                  <span className="visually-hidden">{label}</span>
                </button>
              )
            })}
          </div>
        </section>
      ))}
    </div>
  )
}

/** Monday stands in the first column. */
const columnOf = (date: LocalDate): number => ((weekdayOf(date) + 6) % 7) + 1

function daysOf(year: number, month: number): readonly LocalDate[] {
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  return Array.from({ length: 31 }, (_, index) => addDays(first, index)).filter((date) =>
    date.startsWith(first.slice(0, 7)),
  )
}

/** What each day is with these settings. */
function dayKinds(
  { holidays, makeUpDays }: Pick<AgencySettings, 'holidays' | 'makeUpDays'>,
  year: number,
): (date: LocalDate) => DayKind {
  const fixed = new Set(workingCalendar(undefined, `${year}-06-15`).holidays)
  const [off, made] = [new Set(holidays), new Set(makeUpDays)]
  return (date) => {
    if (made.has(date)) return 'makeUp'
    if (off.has(date)) return 'off'
    if (fixed.has(date)) return 'fixed'
    return [0, 6].includes(weekdayOf(date)) ? 'weekend' : 'worked'
  }
}
