import { cx } from './cx.ts'
import classes from './choice-bar.module.css'

export interface ChoiceBarProps<T extends string> {
  readonly label: string
  readonly choices: readonly { readonly value: T; readonly label: string }[]
  readonly value: T
  readonly onChange: (value: T) => void
  /** One below the other, for names that are long. */
  readonly isStacked?: boolean
}

/** A few choices side by side, one of them taken. */
export function ChoiceBar<T extends string>({
  label,
  choices,
  value,
  onChange,
  isStacked = false,
}: ChoiceBarProps<T>) {
  return (
    <div role="radiogroup" aria-label={label} className={cx(classes.bar, isStacked && classes.stacked)}>
      {choices.map((choice) => (
        <label key={choice.value} className={cx(classes.choice, choice.value === value && classes.taken)}>
          <input
            type="radio"
            name={label}
            className="visually-hidden"
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </div>
  )
}
