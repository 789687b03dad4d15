import type { DraftMeeting } from '#shared/domain/schedule/week-draft.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import classes from './week-grid.module.css'

interface LeftOutProps {
  readonly meetings: readonly DraftMeeting[]
  /** Absent where it may not be changed. */
  readonly onTakeIn: ((meeting: string) => void) | undefined
}

/** Meetings of leaders that the office leaves out of the schedule. */
export function LeftOut({ meetings, onTakeIn }: LeftOutProps) {
  const t = useT()
  const formats = useFormats()
  const out = meetings.filter(({ treatment }) => treatment === 'leftOut')
  if (out.length === 0) return null
  return (
    <section className={classes.leftOut} aria-label={t('schedule.treatment.leftOut')}>
      <span>{t('schedule.treatment.leftOut')}:</span>
      {out.map(({ meeting, title, from }) => (
        <span key={meeting} className={classes.outOne}>
          <span className="num">{formats.dayMonth(from)}</span> {title}
          {onTakeIn !== undefined && (
            <Button size="small" variant="quiet" icon="plus" onClick={() => onTakeIn(meeting)}>
              {t('schedule.treatment.takeIn')}
            </Button>
          )}
        </span>
      ))}
    </section>
  )
}
