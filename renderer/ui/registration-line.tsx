import { useState } from 'react'
import { useT } from '../i18n/language-provider.tsx'
import { cx } from './cx.ts'
import classes from './registration-line.module.css'

export interface RegistrationField {
  readonly id: string
  readonly label: string
  /** As shown: `4.812`, `16/11/2026`. */
  readonly value: string
  /** Given by the node or the book; shown without the dashed line. */
  readonly isFixed?: boolean | undefined
  /** Choices instead of free text; `chosen` is the value of the one that holds. */
  readonly chosen?: string | undefined
  readonly choices?: readonly { readonly value: string; readonly label: string }[] | undefined
  /** Said under the field, as `cấp khi có mạng`. */
  readonly note?: string | undefined
}

export interface RegistrationLineProps {
  readonly fields: readonly RegistrationField[]
  readonly onChange: (id: string, value: string) => void
}

/** The proposed registration: read as text, edited in place where dashed. */
export function RegistrationLine({ fields, onChange }: RegistrationLineProps) {
  const t = useT()
  const [editing, setEditing] = useState<string | null>(null)
  return (
    <dl className={classes.line} aria-label={t('incoming.registration.label')}>
      {fields.map((field) => (
        <div key={field.id}>
          <dt className={classes.label}>{field.label}</dt>
          <dd className={classes.value}>
            {editing === field.id ? (
              <FieldEditor
                field={field}
                onDone={(value) => {
                  setEditing(null)
                  if (value !== null && value !== field.value) onChange(field.id, value)
                }}
              />
            ) : field.isFixed === true ? (
              <span className={cx(classes.fixed, 'num')}>{field.value}</span>
            ) : (
              <button
                type="button"
                className={cx(classes.open, 'num')}
                aria-label={`${t('common.edit')} ${field.label}: ${field.value}`}
                onClick={() => setEditing(field.id)}
              >
                {field.value}
              </button>
            )}
            {field.note !== undefined && <span className={classes.note}>{field.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

interface FieldEditorProps {
  readonly field: RegistrationField
  /** null: left without change. */
  readonly onDone: (value: string | null) => void
}

function FieldEditor({ field, onDone }: FieldEditorProps) {
  const [value, setValue] = useState(field.chosen ?? field.value)
  if (field.choices !== undefined) {
    return (
      <select
        autoFocus
        className={classes.editor}
        aria-label={field.label}
        value={value}
        onChange={(event) => onDone(event.currentTarget.value)}
        onBlur={() => onDone(null)}
      >
        {field.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    )
  }
  return (
    <input
      autoFocus
      className={cx(classes.editor, 'num')}
      aria-label={field.label}
      value={value}
      size={Math.max(value.length, 6)}
      onChange={(event) => setValue(event.currentTarget.value)}
      onBlur={() => onDone(value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.code === 'Enter') onDone(value)
        if (event.code === 'Escape') onDone(null)
      }}
    />
  )
}
