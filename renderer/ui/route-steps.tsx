import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import classes from './outline-list.module.css'
import toneClasses from './tone.module.css'

export interface RouteStep {
  readonly id: string
  readonly name: string
  /** `ký nháy`, `ký số` */
  readonly act: string
  readonly state: 'done' | 'current' | 'waiting' | 'returned'
  /** As shown: `10:47`. */
  readonly time?: string | undefined
}

const LOOKS = {
  done: { icon: 'circle-check', tone: 'ok' },
  current: { icon: 'progress', tone: 'info' },
  waiting: { icon: 'circle', tone: 'faint' },
  returned: { icon: 'arrow-back-up', tone: 'over' },
} as const

/** Who does what, in order, and how far it is. */
export function RouteSteps({
  label,
  steps,
}: {
  readonly label: string
  readonly steps: readonly RouteStep[]
}) {
  return (
    <ol className={classes.list} aria-label={label}>
      {steps.map((step) => {
        const look = LOOKS[step.state]
        return (
          <li
            key={step.id}
            className={cx(classes.entry, step.state === 'current' && classes.strong)}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            <span className={toneClasses[look.tone]}>
              <Icon name={look.icon} size="s" />
            </span>
            <span className="ellipsis">{step.name}</span>
            <span className="spacer" />
            <span className={cx(classes.note, 'num')}>{step.time ?? step.act}</span>
          </li>
        )
      })}
    </ol>
  )
}
