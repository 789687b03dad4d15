import type { Refusal } from '#shared/domain/decision.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { ruleNotice } from '../../../workplace/refusal-notice.tsx'
import classes from './configuration.module.css'

/** Why these settings may not be published, while they are still being written. */
export function RefusalLine({ refusal: { rule, facts } }: { readonly refusal: Refusal }) {
  const t = useT()
  const { words, remedy, citation } = ruleNotice(t, rule, facts)
  return (
    <p className={classes.refusal} role="alert">
      <Icon name="alert-triangle" size="s" />
      <span>
        {words} {remedy}
        {citation !== null && <span className={classes.source}>{citation}</span>}
      </span>
    </p>
  )
}
