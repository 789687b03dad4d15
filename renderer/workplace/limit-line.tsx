import { standingOf, type LegalLimit, type LimitStanding } from '#shared/domain/law/limits.ts'
import { useFormats, useT } from '../i18n/language-provider.tsx'
import { Chip, type Tone } from '../ui/chip.tsx'
import type { IconName } from '../ui/icons.ts'
import classes from './limit-line.module.css'
import { ruleNotice } from './refusal-notice.tsx'
import { useNow } from './today.ts'

type Owed = Exclude<LimitStanding, 'kept' | 'broken'>
const looks: Readonly<Record<Owed, { readonly tone: Tone; readonly icon: IconName }>> = {
  open: { tone: 'ok', icon: 'clock' },
  lastDay: { tone: 'soon', icon: 'clock' },
  late: { tone: 'over', icon: 'alert-circle' },
}

/** Until when the law, or the agency before it, wants an act that is still to be done, how that stands, and where it is written. */
export function LimitLine({ limit }: { readonly limit: LegalLimit }) {
  const t = useT()
  const formats = useFormats()
  const now = useNow()
  const standing = standingOf(limit, null, now)
  if (standing === 'kept' || standing === 'broken') return null
  const { tone, icon } = looks[standing]
  const { citation } = ruleNotice(t, limit.rule)
  return (
    <p className={classes.line}>
      <Chip tone={tone} icon={icon}>
        {t(standing === 'late' ? `law.limits.late` : 'law.limits.until', {
          act: t(`law.limits.acts.${actOf(limit)}`),
          when: formats.near(limit.until, now),
        })}
      </Chip>
      <span className={classes.source}>{limit.isOwn === true ? t('law.limits.own') : citation}</span>
    </p>
  )
}

const acts = {
  'number-late': 'number',
  'send-late': 'send',
  'send-at-once': 'send',
  'register-late': 'register',
  'register-at-once': 'register',
  'present-late': 'present',
  'present-at-once': 'present',
  'receipt-late': 'receipt',
} as const satisfies Record<LegalLimit['rule'], string>
const actOf = ({ rule }: LegalLimit): (typeof acts)[LegalLimit['rule']] => acts[rule]
