import type { ReactNode } from 'react'
import type { Tone } from './chip.tsx'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import classes from './timeline.module.css'
import toneClasses from './tone.module.css'

export interface TimelineStep {
  readonly id: string
  readonly icon: IconName
  readonly tone: Tone | 'faint'
  readonly title: ReactNode
  readonly time?: string | undefined
  readonly lines?: readonly ReactNode[] | undefined
  /** Has not happened yet. */
  readonly isOpen?: boolean | undefined
}

/** What happened, one under the other; what is still to come hangs on a dashed line. */
export function Timeline({
  label,
  steps,
}: {
  readonly label: string
  readonly steps: readonly TimelineStep[]
}) {
  return (
    <ol className={classes.timeline} aria-label={label}>
      {steps.map((step) => (
        <li key={step.id} className={cx(classes.step, step.isOpen === true && classes.open)}>
          <span className={cx(classes.icon, toneClasses[step.tone])}>
            <Icon name={step.icon} />
          </span>
          <div className={classes.head}>
            <span className={classes.title}>{step.title}</span>
            {step.time !== undefined && <time className={cx(classes.time, 'num')}>{step.time}</time>}
          </div>
          {step.lines?.map((line, index) => (
            <div key={index} className={cx(index === 0 ? classes.line : classes.lesser, 'num')}>
              {line}
            </div>
          ))}
        </li>
      ))}
    </ol>
  )
}
