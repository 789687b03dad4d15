import { useEffect, useRef } from 'react'
import classes from './checkbox.module.css'

export interface CheckboxProps {
  readonly checked: boolean
  /** Some but not all. */
  readonly mixed?: boolean
  readonly label: string
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
  /** Reached through its row by keyboard, so kept out of the tab order. */
  readonly inRow?: boolean
}

/** A 16 px box without visible words, for rows and tool rows. */
export function Checkbox({
  checked,
  mixed = false,
  label,
  onChange,
  disabled = false,
  inRow = false,
}: CheckboxProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (input.current !== null) input.current.indeterminate = mixed
  }, [mixed])
  return (
    <input
      ref={input}
      type="checkbox"
      className={classes.box}
      checked={checked}
      disabled={disabled}
      aria-label={label}
      tabIndex={inRow ? -1 : 0}
      onChange={(event) => onChange(event.currentTarget.checked)}
      onClick={(event) => event.stopPropagation()}
    />
  )
}
