import { useId } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../i18n/language-provider.tsx'
import { cx } from './cx.ts'
import classes from './field-row.module.css'

export interface FieldIds {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean
}

export interface FieldRowProps {
  readonly label: string
  readonly hint?: string | undefined
  /** In plain words, with the remedy; shown in place. */
  readonly error?: string | undefined
  readonly isOptional?: boolean
  /** Label at the left instead of above. */
  readonly isSideways?: boolean
  /** Gives the ids to spread on the control. */
  readonly children: (field: FieldIds) => ReactNode
}

/** What a row shows beside its control. */
export type RowProps = Omit<FieldRowProps, 'children'>

/** What of these is the row's, and what its control's. */
export function partRow<P extends RowProps>({ label, hint, error, isOptional, isSideways, ...control }: P) {
  const row: RowProps = {
    label,
    hint,
    error,
    isOptional: isOptional ?? false,
    isSideways: isSideways ?? false,
  }
  return [row, control] as const
}

/** Label, control, hint and error, tied together for screen readers; an error is said when it comes. */
export function FieldRow({
  label,
  hint,
  error,
  isOptional = false,
  isSideways = false,
  children,
}: FieldRowProps) {
  const t = useT()
  const id = useId()
  return (
    <div className={cx(classes.row, isSideways && classes.sideways)}>
      <label htmlFor={id} className={classes.label}>
        {label}
        {isOptional && ' '}
        {isOptional && <span className={classes.optional}>{t('common.optional')}</span>}
      </label>
      <div className={classes.control}>
        {children({
          id,
          'aria-describedby': (error ?? hint) === undefined ? undefined : `${id}-note`,
          'aria-invalid': error !== undefined,
        })}
        {error === undefined && hint !== undefined && (
          <p id={`${id}-note`} className={classes.note}>
            {hint}
          </p>
        )}
        <div aria-live="polite">
          {error !== undefined && (
            <p id={`${id}-note`} className={cx(classes.note, classes.error)}>
              {error}
            </p>
          )}
        </div>
      </div>
    </div>
  )
}
