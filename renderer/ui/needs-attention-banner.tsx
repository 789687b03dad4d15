import { useT } from '../i18n/language-provider.tsx'
import { Icon } from './icon.tsx'
import classes from './needs-attention-banner.module.css'

export interface NeedsAttentionBannerProps {
  /** Full sentences; two are shown. */
  readonly facts: readonly string[]
  readonly count: number
  readonly onView: () => void
}

/** One per screen, under its header; stays while what it says is true. */
export function NeedsAttentionBanner({ facts, count, onView }: NeedsAttentionBannerProps) {
  const t = useT()
  return (
    <div className={classes.banner} role="status">
      <Icon name="alert-circle" />
      <span className="ellipsis num">
        <strong>{t('shell.banner.lead')}</strong> {facts.slice(0, 2).join(' ')}
      </span>
      <span className="spacer" />
      <button type="button" className={classes.view} onClick={onView}>
        {t('shell.banner.view', { count })}
      </button>
    </div>
  )
}
