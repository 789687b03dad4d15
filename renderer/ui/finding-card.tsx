import { useT } from '../i18n/language-provider.tsx'
import { Button } from './button.tsx'
import { cx } from './cx.ts'
import classes from './finding-card.module.css'
import { Icon } from './icon.tsx'
import toneClasses from './tone.module.css'

export interface FindingView {
  readonly id: string
  readonly severity: 'warning' | 'error'
  readonly title: string
  /** The rule in plain words. */
  readonly words: string
  readonly before?: string | undefined
  readonly after?: string | undefined
  /** `Nghị định 30/2020, Phụ lục I, phần II` */
  readonly citation?: string | undefined
}

export interface FindingCardProps {
  readonly finding: FindingView
  readonly isCurrent: boolean
  readonly onFix?: (() => void) | undefined
  readonly onSkip?: (() => void) | undefined
}

/** A finding of the form check with its rule, the repair and the source in one card. */
export function FindingCard({ finding, isCurrent, onFix, onSkip }: FindingCardProps) {
  const t = useT()
  const isError = finding.severity === 'error'
  return (
    <article className={cx(classes.card, isCurrent && classes.current)}>
      <h4 className={classes.title}>
        <span className={toneClasses[isError ? 'over' : 'soon']}>
          <Icon name={isError ? 'alert-circle' : 'alert-triangle'} size="s" />
        </span>
        {finding.title}
      </h4>
      <p className={cx(classes.words, 'num')}>{finding.words}</p>
      {finding.after !== undefined && (
        <div className={cx(classes.repair, 'num')}>
          {finding.before !== undefined && <del className={classes.before}>{finding.before}</del>}
          <ins className={classes.after}>{finding.after}</ins>
        </div>
      )}
      {finding.citation !== undefined && <p className={cx(classes.citation, 'num')}>{finding.citation}</p>}
      {isCurrent && (onFix !== undefined || onSkip !== undefined) && (
        <div className={classes.acts}>
          {onFix !== undefined && (
            <Button variant="primary" size="small" keyHint="Enter" onClick={onFix}>
              {t('verbs.fix')}
            </Button>
          )}
          {onSkip !== undefined && (
            <Button size="small" keyHint="Del" onClick={onSkip}>
              {t('verbs.skip')}
            </Button>
          )}
        </div>
      )}
    </article>
  )
}
