import { useState } from 'react'
import { hoursFromWords } from '#shared/domain/meetings/hours-words.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import type { Appointment } from '#shared/exchange/calendar/personal/compose-entry.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { ChoiceBar } from '../../../ui/choice-bar.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { FormSheet } from '../../../ui/form-sheet.tsx'
import { TextAreaRow, TextRow } from '../../../ui/text-row.tsx'
import { fieldsOf, timeOf } from './appointment-time.ts'
import { takenBy, type CalendarItem } from './calendar-item.ts'
import { GuestFields, useGuestFields, type Calling, type CallingStart } from './guests/guest-fields.tsx'
import { choiceOf, lastOf, repeatChoices, repeatOf, type RepeatChoice } from './repeat-choice.ts'
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
        <TextRow
          label={t('schedule.mine.fields.title')}
          autoFocus
          maxLength={500}
          value={words}
          onValue={setWords}
        />
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
            <TextRow
              label={t('schedule.fields.hours')}
              error={read === undefined ? t('schedule.fields.hoursUnread') : undefined}
              value={hours}
              onValue={setHours}
            />
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
        <TextRow
          label={t('schedule.fields.place')}
          isOptional
          maxLength={500}
          value={place}
          onValue={setPlace}
        />
        {offersGuests && <GuestFields state={guests} known={calling.known} />}
        {calling !== null && !offersGuests && calling.guests.length > 0 && (
          <p className={classes.label}>{t('schedule.mine.guests.seriesOnly')}</p>
        )}
        {offersRepeat && (
          <div className={classes.labelled}>
            <span className={classes.label}>{t('schedule.mine.fields.repeat')}</span>
            <ChoiceBar
              label={t('schedule.mine.fields.repeat')}
              choices={repeatChoices(choiceOf(start.repeat)).map((value) => ({
                value,
                label: t(`schedule.mine.repeats.${value}`),
              }))}
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
        <TextAreaRow
          label={t('schedule.mine.fields.notes')}
          isOptional
          maxLength={8000}
          value={notes}
          onValue={setNotes}
        />
      </div>
    </FormSheet>
  )
}

const isUsualReminder = (minutes: number | null): boolean =>
  minutes === null || (reminderChoices as readonly string[]).includes(String(minutes))
