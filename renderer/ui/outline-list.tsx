import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import classes from './outline-list.module.css'
import toneClasses from './tone.module.css'

export interface OutlineEntry {
  readonly id: string
  readonly label: string
  /** `link` and `file` have no state of their own. */
  readonly state: 'ok' | 'later' | 'warning' | 'missing' | 'file' | 'link'
  /** The state in words for the screen reader. */
  readonly stateWords?: string | undefined
  /** Count of findings, `khi ký`, `1 nơi`. */
  readonly note?: string | undefined
}

export interface OutlineListProps {
  readonly heading: string
  readonly entries: readonly OutlineEntry[]
  readonly activeId?: string | undefined
  readonly onChoose: (id: string) => void
}

const LOOKS: Record<
  OutlineEntry['state'],
  { readonly icon: IconName; readonly tone: 'ok' | 'faint' | 'soon' | 'over' }
> = {
  ok: { icon: 'circle-check', tone: 'ok' },
  later: { icon: 'clock', tone: 'faint' },
  warning: { icon: 'alert-triangle', tone: 'soon' },
  missing: { icon: 'alert-circle', tone: 'over' },
  file: { icon: 'paperclip', tone: 'faint' },
  link: { icon: 'file-text', tone: 'faint' },
}

/** The parts of the official form, or the papers that go along, each with its state. */
export function OutlineList({ heading, entries, activeId, onChoose }: OutlineListProps) {
  return (
    <section>
      <h3 className={classes.heading}>{heading}</h3>
      <ul className={classes.list}>
        {entries.map((entry) => {
          const look = LOOKS[entry.state]
          const isActive = entry.id === activeId
          return (
            <li key={entry.id}>
              <button
                type="button"
                className={cx(classes.entry, classes.choice, isActive && classes.active)}
                aria-current={isActive ? 'true' : undefined}
                onClick={() => onChoose(entry.id)}
              >
                <span className={toneClasses[look.tone]}>
                  <Icon
                    name={look.icon}
                    size="s"
                    {...(entry.stateWords === undefined ? {} : { label: entry.stateWords })}
                  />
                </span>
                <span className="ellipsis num">{entry.label}</span>
                <span className="spacer" />
                {entry.note !== undefined && <span className={cx(classes.note, 'num')}>{entry.note}</span>}
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
