import type { KeyboardEvent, ReactNode } from 'react'
import { useT } from '../i18n/language-provider.tsx'
import { Button } from './button.tsx'
import { cx } from './cx.ts'
import classes from './directive-box.module.css'
import { Icon } from './icon.tsx'
import { KeyHint } from './key-hint.tsx'
import { TextArea } from './text-field.tsx'

export interface UsualDirective {
  readonly id: string
  readonly text: string
  /** `trước hạn 1 ngày` */
  readonly detail?: string | undefined
}

export interface DirectiveBoxProps {
  readonly usual: readonly UsualDirective[]
  readonly chosenId?: string | undefined
  readonly onUsual: (id: string) => void
  /** Opens the usual directives for changes. */
  readonly onEdit?: (() => void) | undefined
  readonly text: string
  readonly onText: (text: string) => void
  /** What was read out of the text: lead, co-workers, deadline. */
  readonly readOut: ReactNode
  /** Pickers for who leads and by when, beside the verb. */
  readonly children?: ReactNode
  readonly isOffline: boolean
  /** Why it cannot be given yet, in plain words. */
  readonly reason?: string | undefined
  /** The key outside of the text, where `Ctrl Enter` always works. */
  readonly keys?: string
  readonly onDirect: () => void
}

/** Bút phê: the usual directives under 1–9, the text, what it means, and the verb. */
export function DirectiveBox(props: DirectiveBoxProps) {
  const { usual, chosenId, onUsual, onEdit, text, onText, readOut, children, isOffline, reason } = props
  const { keys = 'Ctrl Enter', onDirect } = props
  const t = useT()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.code !== 'Enter' || !event.ctrlKey || reason !== undefined)
      return
    event.preventDefault()
    onDirect()
  }
  return (
    <section aria-label={t('incoming.directive.title')}>
      <div className={classes.head}>
        <h3 className={classes.title}>{t('incoming.directive.title')}</h3>
        <span className="spacer" />
        {onEdit !== undefined && (
          <Button size="small" variant="quiet" icon="pencil" onClick={onEdit}>
            {t('incoming.usual.edit')}
          </Button>
        )}
        <span className={classes.hint}>{t('incoming.directive.usual')}</span>
      </div>
      <div className={classes.usuals}>
        {usual.slice(0, 9).map((directive, index) => (
          <button
            key={directive.id}
            type="button"
            className={cx(classes.usual, directive.id === chosenId && classes.chosen)}
            aria-keyshortcuts={String(index + 1)}
            aria-pressed={directive.id === chosenId}
            onClick={() => onUsual(directive.id)}
          >
            <KeyHint keys={String(index + 1)} />
            <span className="ellipsis">{directive.text}</span>
            <span className="spacer" />
            {directive.detail !== undefined && (
              <span className={cx(classes.hint, 'num')}>{directive.detail}</span>
            )}
          </button>
        ))}
      </div>
      <TextArea
        className={classes.text}
        aria-label={t('incoming.directive.label')}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {readOut !== false && <div className={classes.chips}>{readOut}</div>}
      <div className={classes.foot}>
        {children}
        {isOffline && reason === undefined && (
          <span className={classes.note}>
            <Icon name="cloud-off" size="s" /> {t('common.offlineNote')}
          </span>
        )}
        <span className="spacer" />
        <Button
          variant="primary"
          keyHint={keys}
          disabled={reason !== undefined}
          title={reason}
          onClick={onDirect}
        >
          {t('verbs.direct')}
        </Button>
      </div>
    </section>
  )
}
