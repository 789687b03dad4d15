import type { LocalDate } from '#shared/kernel/instant.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { TextRow } from '../../../ui/text-row.tsx'
import { DeadlineInput } from '../../../workplace/tasks/deadline-input.tsx'
import classes from './meetings.module.css'

interface DayAndHoursProps {
  /** The day that counts while none is written. */
  readonly otherwise: LocalDate | null
  readonly onDay: (day: LocalDate | null) => void
  readonly hours: string
  readonly onHours: (hours: string) => void
  /** Whether what is written names an hour. */
  readonly isRead: boolean
  readonly hint: string | undefined
  readonly onSubmit: () => void
  /** Has the keys when it is shown. */
  readonly isAutoFocused?: boolean
}

/** When a meeting is: the day as it is spoken, and from when until when. */
export function DayAndHours(props: DayAndHoursProps) {
  const { otherwise, onDay, hours, onHours, isRead, hint, onSubmit, isAutoFocused = false } = props
  const t = useT()
  return (
    <div className={classes.pair}>
      <DeadlineInput
        label={t('meetings.fields.day')}
        otherwise={otherwise}
        onDate={onDay}
        onSubmit={onSubmit}
        isAutoFocused={isAutoFocused}
      />
      <TextRow
        label={t('meetings.fields.hours')}
        hint={hint}
        error={hours !== '' && !isRead ? t('meetings.fields.hoursUnread') : undefined}
        value={hours}
        onValue={onHours}
      />
    </div>
  )
}
