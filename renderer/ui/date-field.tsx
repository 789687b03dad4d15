import { DateInput } from '@mantine/dates'
import '@mantine/dates/styles.css'
import 'dayjs/locale/vi'
import { useLanguage, useT } from '../i18n/language-provider.tsx'
import classes from './date-field.module.css'
import { readDate } from './read-date.ts'

export interface DateFieldProps {
  readonly label: string
  /** `2026-11-22`, or null. */
  readonly value: string | null
  readonly min?: string
  readonly onChange: (value: string | null) => void
}

/** A day, written and shown as `22/11/2026`; the week begins on Monday. */
export function DateField({ label, value, min, onChange }: DateFieldProps) {
  const { language } = useLanguage()
  const t = useT()
  return (
    <label className={classes.field}>
      {label}
      <DateInput
        value={value}
        onChange={onChange}
        {...(min === undefined ? {} : { minDate: min })}
        valueFormat="DD/MM/YYYY"
        dateParser={readDate}
        locale={language}
        firstDayOfWeek={1}
        clearable
        hideOutsideDates
        previousLabel={t('common.picker.before')}
        nextLabel={t('common.picker.after')}
        clearButtonProps={{ 'aria-label': t('common.picker.clear') }}
        classNames={{ day: classes.day ?? '' }}
        size="sm"
        w={150}
        aria-label={label}
      />
    </label>
  )
}
