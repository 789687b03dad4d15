import { useState } from 'react'
import { hoursFromWords } from '#shared/domain/meetings/hours-words.ts'
import { OFFICE_DAYS, type Repeat } from '#shared/domain/schedule/personal/repeat.ts'
import { printedHours } from '#shared/domain/schedule/week-form.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import type { Appointment, AppointmentTime } from '#shared/exchange/calendar/personal/compose-entry.ts'
import { isOfficeDays } from '#shared/exchange/calendar/personal/repeat-rule.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { ChoiceBar } from '../../../ui/choice-bar.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { FormSheet } from '../../../ui/form-sheet.tsx'
import { TextArea, TextField } from '../../../ui/text-field.tsx'
import { dayOfMs, dayStartMs, minuteOfMs, takenBy, type CalendarItem } from './calendar-item.ts'
import { GuestFields, useGuestFields, type Calling, type CallingStart } from './guests/guest-fields.tsx'
import classes from './personal.module.css'

/** One occurrence, or all of them. */
export type Scope = 'one' | 'all'

interface AppointmentSheetProps {
  readonly title: string
  readonly start: Appointment
  /** It comes more than once: which are meant is asked. */
  readonly isRepeated: boolean
  readonly items: readonly CalendarItem[]
  /** The item that is changed: it does not clash with itself. */
  readonly except: string | undefined
  /** Who may be called to it; null: it was called by somebody else, or is off. */
  readonly calling: CallingStart | null
  readonly onClose: () => void
  /** `calling`: who is called from now on; null: nothing was said of it. */
  readonly onDone: (appointment: Appointment, scope: Scope, calling: Calling | null) => void
}

const repeatChoices = ['none', 'day', 'officeDays', 'week', 'month', 'year'] as const
type RepeatChoice = (typeof repeatChoices)[number] | 'other' | 'asNow'
const reminderChoices = ['none', '0', '10', '15', '30', '60', '1440'] as const

const NAMED_REMINDERS: Readonly<Record<string, 'none' | 'atStart' | 'hour' | 'day'>> = {
  none: 'none',
  '0': 'atStart',
  '60': 'hour',
  '1440': 'day',
}

/** An appointment in one sheet. */
export function AppointmentSheet(props: AppointmentSheetProps) {
  const { title, start, isRepeated, items, except, calling, onClose, onDone } = props
  const t = useT()
  const formats = useFormats()
  const begun = fieldsOf(start.time)
  const [words, setWords] = useState(start.title)
  const [place, setPlace] = useState(start.place)
  const [notes, setNotes] = useState(start.notes)
  const [first, setFirst] = useState<LocalDate>(begun.first)
  const [last, setLast] = useState<LocalDate>(begun.last)
  const [isWhole, setWhole] = useState(start.time.kind === 'days')
  const [hours, setHours] = useState(begun.hours)
  const [scope, setScope] = useState<Scope>(isRepeated ? 'one' : 'all')
  const [choice, setChoice] = useState<RepeatChoice>(() => choiceOf(start.repeat))
  const [until, setUntil] = useState<LocalDate | null>(lastOf(start.repeat))
  const [reminder, setReminder] = useState(start.reminder)
  const guests = useGuestFields(calling)
  const read = hoursFromWords(hours)
  const time = timeOf(
    isWhole,
    first,
    last,
    hours === begun.hours && first === begun.first ? start.time : undefined,
    read,
  )
  const offersGuests = calling !== null && scope === 'all'
  const called = offersGuests ? guests.calling : null
  const isReady = words.trim() !== '' && time !== undefined && called !== undefined
  const clash = time?.kind === 'hours' ? takenBy(items, time.fromMs, time.untilMs, except)[0] : undefined
  const done = (): void => {
    if (!isReady) return
    const repeat = scope === 'one' && isRepeated ? null : repeatOf(choice, until, start.repeat)
    const texts = { title: words.trim(), place: place.trim(), notes: notes.trim() }
    onDone({ ...texts, time, repeat, reminder }, scope, called)
  }
  const reminderWords = (value: string): string => {
    const named = NAMED_REMINDERS[value]
    return named === undefined
      ? formats.duration(Number(value) * 60_000)
      : t(`schedule.mine.reminders.${named}`)
  }
  const offersRepeat = scope === 'all'
  const choices: readonly RepeatChoice[] =
    choice === 'other' || choice === 'asNow' ? [...repeatChoices, choice] : repeatChoices
  const reminders = [...reminderChoices, ...(isUsualReminder(start.reminder) ? [] : [String(start.reminder)])]
  return (
    <FormSheet
      width={680}
      title={title}
      confirm={t('schedule.sheet.keep')}
      isReady={isReady}
      onClose={onClose}
      onConfirm={done}
    >
      <div className={classes.form}>
        {isRepeated && (
          <ChoiceBar
            label={t('schedule.mine.scope.label')}
            choices={(['one', 'all'] as const).map((value) => ({
              value,
              label: t(`schedule.mine.scope.${value}`),
            }))}
            value={scope}
            onChange={setScope}
          />
        )}
        <FieldRow label={t('schedule.mine.fields.title')}>
          {(field) => (
            <TextField
              {...field}
              autoFocus
              maxLength={500}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
          )}
        </FieldRow>
        <div className={classes.when}>
          <DateField
            label={t(isWhole ? 'schedule.mine.fields.first' : 'schedule.fields.day')}
            value={first}
            onChange={(day) => {
              if (day === null) return
              setFirst(day)
              if (last < day) setLast(day)
            }}
          />
          {isWhole ? (
            <DateField
              label={t('schedule.mine.fields.last')}
              value={last}
              min={first}
              onChange={(day) => day !== null && setLast(day)}
            />
          ) : (
            <FieldRow
              label={t('schedule.fields.hours')}
              error={read === undefined ? t('schedule.fields.hoursUnread') : undefined}
            >
              {(field) => (
                <TextField
                  {...field}
                  value={hours}
                  onChange={(event) => setHours(event.currentTarget.value)}
                />
              )}
            </FieldRow>
          )}
          <div className={classes.check}>
            <Checkbox label={t('schedule.mine.fields.whole')} checked={isWhole} onChange={setWhole} />
            <span aria-hidden="true">{t('schedule.mine.fields.whole')}</span>
          </div>
        </div>
        {clash !== undefined && (
          <p className={classes.clash}>
            <Chip tone="soon" icon="alert-triangle">
              {t('schedule.mine.clashWith', { title: clash.title })}
            </Chip>
          </p>
        )}
        <FieldRow label={t('schedule.fields.place')} isOptional>
          {(field) => (
            <TextField
              {...field}
              maxLength={500}
              value={place}
              onChange={(event) => setPlace(event.currentTarget.value)}
            />
          )}
        </FieldRow>
        {offersGuests && <GuestFields state={guests} known={calling.known} />}
        {calling !== null && !offersGuests && calling.guests.length > 0 && (
          <p className={classes.label}>{t('schedule.mine.guests.seriesOnly')}</p>
        )}
        {offersRepeat && (
          <div className={classes.labelled}>
            <span className={classes.label}>{t('schedule.mine.fields.repeat')}</span>
            <ChoiceBar
              label={t('schedule.mine.fields.repeat')}
              choices={choices.map((value) => ({ value, label: t(`schedule.mine.repeats.${value}`) }))}
              value={choice}
              onChange={setChoice}
            />
            {choice !== 'none' && choice !== 'other' && (
              <DateField
                label={t('schedule.mine.fields.until')}
                value={until}
                min={first}
                onChange={setUntil}
              />
            )}
          </div>
        )}
        <div className={classes.labelled}>
          <span className={classes.label}>{t('schedule.mine.fields.reminder')}</span>
          <ChoiceBar
            label={t('schedule.mine.fields.reminder')}
            choices={reminders.map((value) => ({
              value,
              label: reminderWords(value),
            }))}
            value={reminder === null ? 'none' : String(reminder)}
            onChange={(value) => setReminder(value === 'none' ? null : Number(value))}
          />
        </div>
        <FieldRow label={t('schedule.mine.fields.notes')} isOptional>
          {(field) => (
            <TextArea
              {...field}
              maxLength={8000}
              value={notes}
              onChange={(event) => setNotes(event.currentTarget.value)}
            />
          )}
        </FieldRow>
      </div>
    </FormSheet>
  )
}

const isUsualReminder = (minutes: number | null): boolean =>
  minutes === null || (reminderChoices as readonly string[]).includes(String(minutes))

function fieldsOf(time: AppointmentTime): {
  readonly first: LocalDate
  readonly last: LocalDate
  readonly hours: string
} {
  if (time.kind === 'days') return { first: time.first, last: time.last, hours: '8h – 9h' }
  const first = dayOfMs(time.fromMs)
  const from = minuteOfMs(time.fromMs)
  const until = Math.min(24 * 60, Math.round((time.untilMs - dayStartMs(first)) / 60_000))
  return { first, last: first, hours: printedHours({ hours: { from, until } }) }
}

/** What was not touched stays to the second, and over midnight. */
function timeOf(
  isWhole: boolean,
  first: LocalDate,
  last: LocalDate,
  untouched: AppointmentTime | undefined,
  hours: ReturnType<typeof hoursFromWords>,
): AppointmentTime | undefined {
  if (isWhole) return { kind: 'days', first, last }
  if (untouched?.kind === 'hours') return untouched
  if (hours === undefined) return undefined
  const start = dayStartMs(first)
  return { kind: 'hours', fromMs: start + hours.from * 60_000, untilMs: start + hours.until * 60_000 }
}

const lastOf = (repeat: Appointment['repeat']): LocalDate | null =>
  repeat === null || repeat === 'other' ? null : repeat.last

function choiceOf(repeat: Appointment['repeat']): RepeatChoice {
  if (repeat === null) return 'none'
  if (repeat === 'other') return 'other'
  if (repeat.interval > 1) return 'asNow'
  if (repeat.every === 'week' && isOfficeDays(repeat)) return 'officeDays'
  return repeat.weekdays.length > 1 ? 'asNow' : repeat.every
}

function repeatOf(
  choice: RepeatChoice,
  last: LocalDate | null,
  before: Appointment['repeat'],
): Appointment['repeat'] {
  if (choice === 'none') return null
  if (choice === 'other' || before === 'other') return choice === 'other' ? 'other' : plain(choice, last)
  if (choice === 'asNow') return before === null ? null : { ...before, last }
  return plain(choice, last)
}

function plain(choice: Exclude<RepeatChoice, 'none' | 'other'>, last: LocalDate | null): Repeat {
  const weekdays = choice === 'officeDays' ? OFFICE_DAYS : []
  const every = choice === 'officeDays' || choice === 'asNow' ? 'week' : choice
  return { every, interval: 1, weekdays, last }
}
