import { useMemo } from 'react'
import { reminderDigest, type ReminderStep } from '#shared/domain/work/reminders.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { Chip, type Tone } from '../../../ui/chip.tsx'
import { useToday } from '../../../workplace/today.ts'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'
import type { RankedWork } from '../hooks/use-ranked-work.ts'
import classes from './my-work.module.css'

const tones: Record<ReminderStep, Tone> = {
  overdue: 'over',
  today: 'soon',
  in1: 'soon',
  in3: 'info',
  in7: 'done',
}

/** Everything one is reminded of today, in one line. */
export function Digest({ work }: { readonly work: readonly RankedWork[] }) {
  const t = useT()
  const today = useToday()
  const calendar = useCalendar()
  const lines = useMemo(
    () =>
      reminderDigest(
        work.map(({ row }) => row),
        today,
        calendar,
      ),
    [work, today, calendar],
  )
  if (lines.length === 0) return null
  return (
    <div role="note" aria-label={t('tasks.digest.title')} className={classes.digest}>
      <span className={classes.digestTitle}>{t('tasks.digest.title')}</span>
      {lines.map(({ step, items }) => (
        <Chip key={step} tone={tones[step]} icon={step === 'overdue' ? 'alert-circle' : 'clock'}>
          {t(`tasks.digest.${step}`, { count: items.length })}
        </Chip>
      ))}
    </div>
  )
}
