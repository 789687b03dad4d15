import { printedHours } from '#shared/domain/schedule/week-form.ts'
import type { WeekLine } from '#shared/domain/schedule/week-line.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { Icon } from '../../../ui/icon.tsx'
import classes from './week-grid.module.css'

interface LineCardProps {
  readonly line: WeekLine
  readonly isChanged: boolean
}

/** A line as it stands in a cell: when and what, then where and who. */
export function LineCard({ line, isChanged }: LineCardProps) {
  const t = useT()
  const hours = printedHours(line)
  const mark = isChanged && <span className="visually-hidden">{t('schedule.grid.changed')}</span>
  if (line.busy)
    return (
      <span className={classes.busy}>
        <Icon name="lock" size="s" /> {hours !== '' && <b className="num">{hours}</b>} {t('schedule.busy')}
        {mark}
      </span>
    )
  const beside = [line.place, line.attendees].filter((part) => part !== '').join(' · ')
  return (
    <>
      <span className={classes.content}>
        {hours !== '' && <b className="num">{hours}</b>} {line.content}
      </span>
      {beside !== '' && <span className={classes.beside}>{beside}</span>}
      {mark}
    </>
  )
}
