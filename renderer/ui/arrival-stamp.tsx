import { useT } from '../i18n/language-provider.tsx'
import classes from './arrival-stamp.module.css'

export interface ArrivalStampProps {
  readonly agency: string
  readonly number: string
  readonly date: string
  readonly forwardTo?: string | undefined
  /** Place on the page, in mm. */
  readonly xMm: number
  readonly yMm: number
}

/** The stamp ĐẾN, drawn over the page in view and print; its words are official and stay Vietnamese. */
export function ArrivalStamp({ agency, number, date, forwardTo, xMm, yMm }: ArrivalStampProps) {
  const t = useT()
  return (
    <div
      className={classes.stamp}
      lang="vi"
      style={{ left: `calc(${xMm} * var(--mm))`, top: `calc(${yMm} * var(--mm))` }}
    >
      <div className={classes.title}>
        {t('incoming.stamp.title', { agency: agency.toLocaleUpperCase('vi') })}
      </div>
      <div>
        {t('incoming.stamp.number')} <b>{number}</b>
      </div>
      <div>
        {t('incoming.stamp.date')} <b>{date}</b>
      </div>
      {forwardTo !== undefined && (
        <div>
          {t('incoming.stamp.forward')} <b>{forwardTo}</b>
        </div>
      )}
    </div>
  )
}
