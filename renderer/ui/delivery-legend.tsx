import { useT } from '../i18n/language-provider.tsx'
import { DeliveryCell } from './delivery-cell.tsx'
import classes from './delivery-legend.module.css'
import type { DeliveryCellView } from './delivery.types.ts'

const SHOWN: readonly DeliveryCellView[] = [
  { code: 'sent' },
  { code: '01' },
  { code: '01', isLate: true },
  { code: '03' },
  { code: '05' },
  { code: '06' },
  { code: '02' },
  { code: '13' },
]

/** What the cells of the matrix mean, at its foot. */
export function DeliveryLegend() {
  const t = useT()
  return (
    <ul className={classes.legend} aria-label={t('delivery.matrix.legend')}>
      {SHOWN.map((view) => (
        <li key={`${view.code}-${view.isLate ?? false}`} className={classes.entry}>
          <DeliveryCell view={view} isSmall />
          <span aria-hidden>
            {t(view.isLate === true ? 'states.delivery.late' : `states.delivery.${view.code}.legend`)}
          </span>
        </li>
      ))}
    </ul>
  )
}
