import { Button } from './button.tsx'
import classes from './empty-state.module.css'

export interface EmptyStateProps {
  /** One line: what it means that nothing is here. */
  readonly text: string
  /** What comes next, as `Bộ tiếp theo: Chờ bút phê 9.` */
  readonly hint?: string | undefined
  readonly verb?: { readonly label: string; readonly keys?: string; readonly run: () => void } | undefined
}

export function EmptyState({ text, hint, verb }: EmptyStateProps) {
  return (
    <div className={classes.state}>
      <p className={classes.text}>{text}</p>
      {hint !== undefined && <p className={classes.hint}>{hint}</p>}
      {verb !== undefined && (
        <Button keyHint={verb.keys} onClick={verb.run}>
          {verb.label}
        </Button>
      )}
    </div>
  )
}
