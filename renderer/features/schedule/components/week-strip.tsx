import { daysOfWeek, numberOfWeek, type WeekId } from '#shared/domain/schedule/iso-week.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { IconButton } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import type { WeekBox, WeekView } from '../hooks/use-week-view.ts'
import classes from './week-grid.module.css'

interface WeekStripProps {
  readonly id: WeekId
  readonly box: WeekBox
  readonly view: WeekView | undefined
  readonly onWeek: (weeks: number) => void
}

/** Which week it is, with the ways to those beside it, and how far it was published. */
export function WeekStrip({ id, box, view, onWeek }: WeekStripProps) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const days = daysOfWeek(id)
  const latest = view?.latest
  const waiting = view?.unpublished.length ?? 0
  return (
    <div className={classes.strip}>
      <IconButton icon="chevron-left" label={t('schedule.strip.before')} onClick={() => onWeek(-1)} />
      <span className={`${classes.week} num`} aria-live="polite">
        {t('schedule.strip.week', {
          week: numberOfWeek(id),
          from: formats.dayMonth(days[0] ?? ''),
          until: formats.date(days[6] ?? ''),
        })}
      </span>
      <IconButton icon="chevron-right" label={t('schedule.strip.after')} onClick={() => onWeek(1)} />
      <span className="spacer" />
      {box === 'draft' && waiting > 0 && (
        <Chip tone="soon" icon="pencil">
          {t('schedule.strip.unpublished', { count: waiting })}
        </Chip>
      )}
      {latest === undefined ? (
        <span>{t('schedule.strip.never')}</span>
      ) : (
        <Chip tone="ok" icon="check">
          {t('schedule.strip.published', {
            version: latest.number,
            time: formats.dateTime(latest.at),
            name: nameOf(latest.by.post),
          })}
        </Chip>
      )}
    </div>
  )
}
