import { useT } from '../i18n/language-provider.tsx'
import { Button } from './button.tsx'
import classes from './error-state.module.css'
import { Icon } from './icon.tsx'

export interface ErrorStateProps {
  /** What happened. */
  readonly title: string
  /** What is safe. */
  readonly safe: string
  readonly remedy?: { readonly label: string; readonly run: () => void } | undefined
  /** Article of the rule, or the code of the fault; never the only thing said. */
  readonly source?: string | undefined
  readonly code?: string | undefined
}

/** In place of the content that could not be shown. */
export function ErrorState({ title, safe, remedy, source, code }: ErrorStateProps) {
  const t = useT()
  return (
    <div className={classes.state} role="alert">
      <Icon name="alert-circle" size="l" className={classes.icon} />
      <div>
        <h2 className={classes.title}>{title}</h2>
        <p className={classes.safe}>{safe}</p>
        {remedy !== undefined && <Button onClick={remedy.run}>{remedy.label}</Button>}
        {source !== undefined && <p className={classes.source}>{t('common.rule', { article: source })}</p>}
        {code !== undefined && <p className={classes.source}>{t('common.error.code', { code })}</p>}
      </div>
    </div>
  )
}
