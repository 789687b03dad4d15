import { useState, type Ref } from 'react'
import { deadlineFromWords } from '#shared/domain/work/deadline-words.ts'
import { isWorkingDay, workingDaysBetween } from '#shared/domain/calendar/working-calendar.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { useFormats, useT } from '../../i18n/language-provider.tsx'
import { FieldRow } from '../../ui/field-row.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToday } from '../today.ts'
import { useCalendar } from './use-calendar.ts'

interface DeadlineInputProps {
  readonly label: string
  /** What holds while nothing is written. */
  readonly otherwise: LocalDate | null
  readonly onDate: (date: LocalDate | null) => void
  readonly onSubmit: () => void
  readonly isAutoFocused?: boolean
  readonly ref?: Ref<HTMLInputElement>
}

/** A day in a few letters: `t6`, `3n`, `25/11`, `mai`, `fri`, `3d`; says at once which day that is. */
export function DeadlineInput(props: DeadlineInputProps) {
  const { label, otherwise, onDate, onSubmit, isAutoFocused = false, ref } = props
  const t = useT()
  const formats = useFormats()
  const today = useToday()
  const calendar = useCalendar()
  const [words, setWords] = useState('')
  const read = words.trim() === '' ? (otherwise ?? undefined) : deadlineFromWords(words, today, calendar)
  const change = (text: string): void => {
    setWords(text)
    onDate(text.trim() === '' ? otherwise : (deadlineFromWords(text, today, calendar) ?? null))
  }
  const isUnread = words.trim() !== '' && read === undefined
  const hint =
    read === undefined
      ? t('tasks.deadline.hint')
      : [
          formats.fullDate(read),
          read === today
            ? t('tasks.deadline.today')
            : t('tasks.deadline.workingDays', { count: workingDaysBetween(calendar, today, read) }),
          ...(isWorkingDay(calendar, read) ? [] : [t('tasks.deadline.dayOff')]),
        ].join(' · ')
  return (
    <FieldRow label={label} hint={hint} error={isUnread ? t('tasks.deadline.unread') : undefined}>
      {(field) => (
        <TextField
          {...field}
          {...(ref === undefined ? {} : { ref })}
          autoFocus={isAutoFocused}
          placeholder={t('tasks.deadline.placeholder')}
          value={words}
          onChange={(event) => change(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || event.code !== 'Enter' || isUnread) return
            event.preventDefault()
            // The box around it hears Ctrl Enter too: it is done once.
            event.stopPropagation()
            onSubmit()
          }}
        />
      )}
    </FieldRow>
  )
}
