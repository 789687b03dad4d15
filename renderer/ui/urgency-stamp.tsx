import { useT } from '../i18n/language-provider.tsx'
import classes from './urgency-stamp.module.css'

export type Urgency = 'normal' | 'urgent' | 'veryUrgent' | 'flash'

/** The stamp KHẨN, THƯỢNG KHẨN or HỎA TỐC; nothing for ordinary mail. */
export function UrgencyStamp({ urgency }: { readonly urgency: Urgency }) {
  const t = useT()
  if (urgency === 'normal') return null
  return <span className={classes.stamp}>{t(`states.urgency.${urgency}`)}</span>
}
