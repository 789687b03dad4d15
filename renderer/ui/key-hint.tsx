import classes from './key-hint.module.css'
import { cx } from './cx.ts'

export interface KeyHintProps {
  /** As shown on the key: `R`, `Ctrl Enter`, `G I`. */
  readonly keys: string
  /** Without the box, inside a button. */
  readonly bare?: boolean
}

/** A key as a hint for the eye; the control it belongs to carries `aria-keyshortcuts` or says the verb itself. */
export function KeyHint({ keys, bare = false }: KeyHintProps) {
  return (
    <kbd className={cx(classes.key, bare && classes.bare)} aria-hidden>
      {keys}
    </kbd>
  )
}
