import type { RuleId } from '#shared/domain/law/rules.ts'
import { useT } from '../i18n/language-provider.tsx'
import { ruleNotice } from './refusal-notice.tsx'
import classes from './rule-words.module.css'

/** A rule in place: its words, what to do, and where it is written. */
export function RuleWords({ rule }: { readonly rule: RuleId }) {
  const { words, remedy, citation } = ruleNotice(useT(), rule)
  return (
    <div className={classes.rule}>
      <p className={classes.words}>{words}</p>
      <p>{remedy}</p>
      {citation !== null && <p className={classes.citation}>{citation}</p>}
    </div>
  )
}
