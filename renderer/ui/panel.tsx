import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import classes from './panel.module.css'

export interface SidePanelProps {
  readonly label: string
  readonly isNarrow?: boolean
  readonly children: ReactNode
  /** Docked under every tab. */
  readonly foot?: ReactNode
  /** Tabs over the scrolling part. */
  readonly head?: ReactNode
}

/** The column at the right of a document or board. */
export function SidePanel({ label, isNarrow = false, children, head, foot }: SidePanelProps) {
  return (
    <aside data-pane className={cx(classes.panel, isNarrow && classes.narrow)} aria-label={label}>
      <h2 className="visually-hidden">{label}</h2>
      {head}
      <div className={classes.scroll}>{children}</div>
      {foot !== undefined && <div className={classes.foot}>{foot}</div>}
    </aside>
  )
}

export interface PanelSectionProps {
  readonly heading?: string | undefined
  readonly children: ReactNode
  readonly isLast?: boolean
}

export function PanelSection({ heading, children, isLast = false }: PanelSectionProps) {
  return (
    <section className={cx(classes.section, isLast && classes.last)}>
      {heading !== undefined && <h3 className={classes.heading}>{heading}</h3>}
      {children}
    </section>
  )
}

/** Label and value, one under the other in two columns. */
export function FactList({
  facts,
}: {
  readonly facts: readonly (readonly [label: string, value: ReactNode])[]
}) {
  return (
    <dl className={classes.facts}>
      {facts.map(([label, value]) => (
        <div key={label} className={classes.fact}>
          <dt>{label}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
