import { figuresOf } from '#shared/domain/meetings/figures.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { FactList, PanelSection } from '../../../ui/panel.tsx'
import classes from './concluding.module.css'

/** The meeting in numbers: who was there, how long, how many decisions an hour, the time of each item. */
export function FiguresPanel({ meeting }: { readonly meeting: Meeting }) {
  const t = useT()
  const formats = useFormats()
  const figures = figuresOf(meeting)
  if (figures === undefined) return null
  const { present, members, minutes, decisionsPerHour, items } = figures
  const spent = items.filter((item) => item.spent > 0)
  return (
    <PanelSection heading={t('concluding.steps.figures')} isLast>
      <FactList
        facts={[
          [t('concluding.figures.present'), `${formats.number(present)}/${formats.number(members)}`],
          [t('concluding.figures.duration'), formats.duration(minutes * 60_000)],
          ...(decisionsPerHour === null
            ? []
            : ([[t('concluding.figures.decisions'), formats.number(decisionsPerHour)]] as const)),
        ]}
      />
      {spent.length > 0 && (
        <ul className={classes.spent} aria-label={t('concluding.figures.spentOnItems')}>
          {spent.map((item) => (
            <li key={item.id} className={classes.spentItem}>
              <span className="ellipsis">{item.title}</span>
              <span className="dim num">
                {t('concluding.figures.item', { spent: item.spent, allotted: item.allotted })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </PanelSection>
  )
}
