import { useT } from '../i18n/language-provider.tsx'
import { cx } from './cx.ts'
import classes from './readiness-meter.module.css'

/** `Sẵn sàng trình 10/12` with its bar. */
export function ReadinessMeter({ passed, total }: { readonly passed: number; readonly total: number }) {
  const t = useT()
  const label = t('drafting.ready')
  return (
    <span className={classes.meter}>
      <span
        role="meter"
        aria-label={label}
        aria-valuenow={passed}
        aria-valuemin={0}
        aria-valuemax={total}
        className={classes.bar}
      >
        <span
          className={cx(classes.fill, passed === total && classes.full)}
          style={{ width: `${total === 0 ? 0 : (passed / total) * 100}%` }}
        />
      </span>
      <span>{label}</span>
      <b className={cx(classes.figure, 'num')}>{t('drafting.readyCount', { passed, total })}</b>
    </span>
  )
}
