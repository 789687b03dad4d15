import { useState, type KeyboardEvent, type Ref } from 'react'
import { quickEntry, type QuickEntry } from '#shared/domain/schedule/personal/quick-entry.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useToday } from '../../../workplace/today.ts'
import { dayStartMs, takenBy, type CalendarItem } from './calendar-item.ts'
import { RepeatWords } from './repeat-words.tsx'
import { daysWords, hoursWords } from './time-words.ts'
import classes from './personal.module.css'

interface QuickLineProps {
  /** The day that is meant when none is written. */
  readonly day: LocalDate
  readonly items: readonly CalendarItem[]
  readonly ref: Ref<HTMLInputElement>
  /** Answers whether it was taken. */
  readonly onAdd: (entry: QuickEntry) => Promise<boolean>
  readonly onLeave: () => void
}

/** An appointment in one line, as it is spoken; what was understood stands beside it before it is kept. */
export function QuickLine({ day, items, ref, onAdd, onLeave }: QuickLineProps) {
  const t = useT()
  const today = useToday()
  const [line, setLine] = useState('')
  const read = line.trim() === '' ? undefined : quickEntry(line, today, day)
  const add = (): void => {
    if (read !== undefined) void onAdd(read).then((isTaken) => isTaken && setLine(''))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.code === 'Enter' || event.code === 'NumpadEnter') add()
    else if (event.code === 'Escape' && line !== '') setLine('')
    else if (event.code === 'Escape' || event.code === 'ArrowDown') onLeave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={classes.quick}>
      <Icon name="plus" size="s" />
      <TextField
        ref={ref}
        className={classes.quickField}
        aria-label={t('schedule.mine.quick')}
        aria-describedby="quick-line-read"
        placeholder={t('schedule.mine.quickHint')}
        maxLength={500}
        value={line}
        onChange={(event) => setLine(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <span id="quick-line-read" className={classes.read} aria-live="polite">
        {read !== undefined ? (
          <Understood entry={read} items={items} />
        ) : (
          line.trim() !== '' && t('schedule.mine.noTitle')
        )}
      </span>
    </div>
  )
}

function Understood({
  entry,
  items,
}: {
  readonly entry: QuickEntry
  readonly items: readonly CalendarItem[]
}) {
  const t = useT()
  const formats = useFormats()
  const { first, last, hours, title, place, repeat, reminder } = entry
  const fromMs = dayStartMs(first) + (hours?.from ?? 0) * 60_000
  const untilMs = dayStartMs(first) + (hours?.until ?? 0) * 60_000
  const [clash] = hours === null ? [] : takenBy(items, fromMs, untilMs)
  const when = hours === null ? '' : `, ${hoursWords(formats, fromMs, untilMs)}`
  return (
    <>
      <b className="num">{`${daysWords(formats, first, last)}${when}`}</b>
      <span>{[title, place].filter((part) => part !== '').join(' · ')}</span>
      {repeat !== null && <RepeatWords repeat={repeat} />}
      {reminder !== null && (
        <span>{t('schedule.mine.remindsBefore', { time: formats.duration(reminder * 60_000) })}</span>
      )}
      {clash !== undefined && (
        <Chip tone="soon" icon="alert-triangle">
          {t('schedule.mine.clashWith', { title: clash.title })}
        </Chip>
      )}
    </>
  )
}
