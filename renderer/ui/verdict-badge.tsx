import { useT } from '../i18n/language-provider.tsx'
import { Chip } from './chip.tsx'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import toneClasses from './tone.module.css'
import { verdictLooks } from './verdict-looks.ts'
import type { Verdict } from './verdict.types.ts'

export interface VerdictBadgeProps {
  readonly verdict: Verdict
  /** How many signatures, said only when they are valid. */
  readonly signatures?: number | undefined
}

export function VerdictBadge({ verdict, signatures }: VerdictBadgeProps) {
  const t = useT()
  const look = verdictLooks[verdict]
  const words =
    verdict === 'valid' && signatures !== undefined && signatures > 1
      ? t('states.verdict.validCount', { count: signatures })
      : t(`states.verdict.${verdict}`)
  return (
    <Chip tone={look.tone} icon={look.icon}>
      {words}
    </Chip>
  )
}

/** The verdict as one small picture with its words for screen reader and tooltip. */
export function VerdictIcon({ verdict }: { readonly verdict: Verdict }) {
  const t = useT()
  const look = verdictLooks[verdict]
  const words = t(`states.verdict.${verdict}`)
  return (
    <span title={words} className={cx(toneClasses[look.tone])}>
      <Icon name={look.icon} size="s" label={words} />
    </span>
  )
}
