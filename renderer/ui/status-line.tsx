import { useT } from '../i18n/language-provider.tsx'
import type { Tone } from './chip.tsx'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import { KeyHint } from './key-hint.tsx'
import classes from './status-line.module.css'
import toneClasses from './tone.module.css'

export interface StatusFact {
  readonly icon: IconName
  readonly text: string
  readonly tone?: Extract<Tone, 'ok' | 'soon' | 'over'> | undefined
}

export interface KeyHintText {
  readonly keys: string
  readonly text: string
}

export interface StatusLineProps {
  /** Synced, waiting or offline: see `syncFact`. */
  readonly sync: StatusFact
  /** One local fact: saved time, token, backbone. */
  readonly fact?: StatusFact | undefined
  /** Marks that stay, as the practice mark. */
  readonly marks?: readonly StatusFact[] | undefined
  /** At most four are shown. */
  readonly hints: readonly KeyHintText[]
  /** `Thứ Hai, 16/11/2026` */
  readonly date: string
  /** Opens Outbox & sync. */
  readonly onSync: () => void
}

export function StatusLine({ sync, fact, marks = [], hints, date, onSync }: StatusLineProps) {
  const t = useT()
  return (
    <footer className={classes.line} aria-label={t('shell.status.label')}>
      <button type="button" className={classes.sync} onClick={onSync}>
        <span role="status" className={cx(classes.fact, toneClasses[sync.tone ?? 'done'], 'num')}>
          <Icon name={sync.icon} size="s" />
          {sync.text}
        </span>
      </button>
      {[...(fact === undefined ? [] : [fact]), ...marks].map((one) => (
        <span
          key={one.text}
          className={cx(classes.fact, one.tone === undefined ? classes.plain : toneClasses[one.tone], 'num')}
        >
          <Icon name={one.icon} size="s" />
          <span className="ellipsis">{one.text}</span>
        </span>
      ))}
      <span className="spacer" />
      {hints.slice(0, 4).map((hint) => (
        <span key={hint.keys} className={cx(classes.fact, classes.hint)}>
          <KeyHint keys={hint.keys} />
          {hint.text}
        </span>
      ))}
      <span className={cx(classes.fact, 'num')}>{date}</span>
    </footer>
  )
}
