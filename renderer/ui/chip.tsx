import type { ReactNode } from 'react'
import classes from './chip.module.css'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'

/** Colour always stands beside an icon and a word that say the same. */
export type Tone = 'ok' | 'soon' | 'over' | 'shared' | 'flash' | 'done' | 'info'

export interface ChipProps {
  readonly tone: Tone
  readonly icon?: IconName | undefined
  readonly children: ReactNode
  readonly title?: string | undefined
}

export function Chip({ tone, icon, children, title }: ChipProps) {
  return (
    <span className={cx(classes.chip, classes[tone], icon === undefined && classes.plain)} title={title}>
      {icon !== undefined && <Icon name={icon} size="s" />}
      <span className="num">{children}</span>
    </span>
  )
}
