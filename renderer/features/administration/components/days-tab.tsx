import { useState } from 'react'
import { addDays, weekdayOf } from '#shared/domain/calendar/days.ts'
import type { AgencySettings } from '#shared/domain/configuration/settings.ts'
import { partsOf, type LocalDate } from '#shared/kernel/instant.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToday } from '../../../workplace/today.ts'
import type { Editing } from '../hooks/use-editing.ts'
import classes from './configuration.module.css'
import { minuteFrom, timeWords } from './hour-words.ts'
import { YearCalendar } from './year-calendar.tsx'

/** The days of a year, a whole break at once, and the hours. */
export function DaysTab({ editing: { settings, canEdit, change } }: { readonly editing: Editing }) {
  const t = useT()
  const today = useToday()
  const [year, setYear] = useState(partsOf(today).year)
  return (
    <>
      <div className={classes.line}>
        <IconButton
          icon="chevron-left"
          label={t('administration.configuration.days.earlierYear')}
          onClick={() => setYear(year - 1)}
        />
        <strong className="num" aria-live="polite">
          {year}
        </strong>
        <IconButton
          icon="chevron-right"
          label={t('administration.configuration.days.laterYear')}
          onClick={() => setYear(year + 1)}
        />
        <span className="spacer" />
        {(['off', 'fixed', 'makeUp'] as const).map((kind) => (
          <Chip
            key={kind}
            tone={kind === 'makeUp' ? 'info' : 'over'}
            icon={kind === 'makeUp' ? 'check' : 'calendar'}
          >
            {t(`administration.configuration.days.kinds.${kind}`)}
          </Chip>
        ))}
      </div>
      <YearCalendar
        year={year}
        settings={settings}
        isReadOnly={!canEdit}
        onYear={setYear}
        onToggle={(date) => change(toggled(settings, date))}
      />
      {canEdit && (
        <Break onAdd={(from, until) => change(withBreak(settings, from, until))} onYear={setYear} />
      )}
      <Hours
        key={JSON.stringify(settings.hours)}
        hours={settings.hours}
        change={canEdit ? change : undefined}
      />
    </>
  )
}

/** From the first to the last day off, as the notice has them: Tết in one line. */
function Break({
  onAdd,
  onYear,
}: {
  readonly onAdd: (from: LocalDate, until: LocalDate) => void
  readonly onYear: (year: number) => void
}) {
  const t = useT()
  const today = useToday()
  const [from, setFrom] = useState<LocalDate | null>(null)
  const [until, setUntil] = useState<LocalDate | null>(null)
  const last = until ?? from
  const isReady = from !== null && last !== null && from >= today && last >= from
  return (
    <form
      className={classes.line}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isReady) return
        onAdd(from, last)
        onYear(partsOf(from).year)
        setFrom(null)
        setUntil(null)
      }}
    >
      <DateField
        label={t('administration.configuration.days.breakFrom')}
        value={from}
        min={today}
        onChange={setFrom}
      />
      <DateField
        label={t('administration.configuration.days.breakUntil')}
        value={until}
        min={from ?? today}
        onChange={setUntil}
      />
      <Button type="submit" icon="plus" disabled={!isReady}>
        {t('administration.configuration.days.addBreak')}
      </Button>
    </form>
  )
}

interface HoursProps {
  readonly hours: AgencySettings['hours']
  readonly change: Editing['change'] | undefined
}

/** Begin and end of the morning and the afternoon, taken over when the field is left. */
function Hours({ hours, change }: HoursProps) {
  const t = useT()
  const field = (index: number, end: 'from' | 'to') => {
    const minute = hours[index]?.[end] ?? 0
    return (
      <TextField
        className={classes.time}
        defaultValue={timeWords(minute)}
        readOnly={change === undefined}
        aria-label={t(`administration.configuration.days.${end}`, { number: String(index + 1) })}
        onBlur={({ currentTarget }) => {
          const read = minuteFrom(currentTarget.value)
          if (read === undefined) currentTarget.value = timeWords(minute)
          else if (read !== minute)
            change?.({ hours: hours.map((one, at) => (at === index ? { ...one, [end]: read } : one)) })
        }}
      />
    )
  }
  return (
    <div className={classes.line} role="group" aria-label={t('administration.configuration.days.hours')}>
      <span className={classes.label}>{t('administration.configuration.days.hours')}</span>
      {hours.map((one, index) => (
        <span key={`${one.from} ${one.to}`} className={classes.span}>
          {field(index, 'from')} – {field(index, 'to')}
        </span>
      ))}
    </div>
  )
}

type Days = Pick<AgencySettings, 'holidays' | 'makeUpDays'>

/** A worked day becomes one off, a weekend a make-up day, and back. */
function toggled({ holidays, makeUpDays }: Days, date: LocalDate): Days {
  const without = (list: readonly LocalDate[]) => list.filter((one) => one !== date)
  if (holidays.includes(date) || makeUpDays.includes(date))
    return { holidays: without(holidays), makeUpDays: without(makeUpDays) }
  return isWeekend(date)
    ? { holidays, makeUpDays: [...makeUpDays, date].sort() }
    : { holidays: [...holidays, date].sort(), makeUpDays }
}

/** Every day from the first to the last that would be worked; a weekend in between is off anyway. */
function withBreak({ holidays, makeUpDays }: Days, from: LocalDate, until: LocalDate): Days {
  const days: LocalDate[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day)
  const off = days.filter((day) => !isWeekend(day))
  return {
    holidays: [...new Set([...holidays, ...off])].sort(),
    makeUpDays: makeUpDays.filter((day) => !days.includes(day)),
  }
}

const isWeekend = (date: LocalDate): boolean => [0, 6].includes(weekdayOf(date))
