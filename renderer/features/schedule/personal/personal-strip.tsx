import { addDays } from '#shared/domain/calendar/days.ts'
import { weekOf } from '#shared/domain/schedule/iso-week.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import classes from '../components/week-grid.module.css'

interface PersonalStripProps {
  /** The Monday of the week that is shown, or the day. */
  readonly first: LocalDate
  readonly isWeek: boolean
  /** Weeks, or days, onwards. */
  readonly onStep: (steps: -1 | 1) => void
  /** Entries that cannot be shown. */
  readonly unshown: number
  /** Guests who have still to be told. */
  readonly untold: number
  readonly onTell: () => void
  readonly clashing: number
}

/** Which days are shown, and what of them wants to be looked at. */
export function PersonalStrip(props: PersonalStripProps) {
  const { first, isWeek, onStep, unshown, untold, onTell, clashing } = props
  const t = useT()
  const formats = useFormats()
  return (
    <div className={classes.strip}>
      <IconButton
        icon="chevron-left"
        label={t(isWeek ? 'schedule.strip.before' : 'schedule.mine.dayBefore')}
        onClick={() => onStep(-1)}
      />
      <span className={`${classes.week ?? ''} num`} aria-live="polite">
        {isWeek
          ? t('schedule.strip.week', {
              week: Number(weekOf(first).slice(-2)),
              from: formats.dayMonth(first),
              until: formats.date(addDays(first, 6)),
            })
          : formats.fullDate(first)}
      </span>
      <IconButton
        icon="chevron-right"
        label={t(isWeek ? 'schedule.strip.after' : 'schedule.mine.dayAfter')}
        onClick={() => onStep(1)}
      />
      <span className="spacer" />
      {unshown > 0 && (
        <Chip tone="soon" icon="alert-triangle">
          {t('schedule.mine.unshown', { count: unshown })}
        </Chip>
      )}
      {untold > 0 && (
        <Button size="small" icon="send" onClick={onTell}>
          {t('schedule.mine.guests.toTell', { count: untold })}
        </Button>
      )}
      {clashing > 0 && (
        <Chip tone="soon" icon="alert-triangle">
          {t('schedule.mine.clashing', { count: clashing })}
        </Chip>
      )}
    </div>
  )
}
