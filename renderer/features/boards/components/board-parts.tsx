import type { ReactNode } from 'react'
import type { FigureId } from '#shared/domain/boards/figures.ts'
import type { Selection } from '#shared/domain/boards/narrow.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { cx } from '../../../ui/cx.ts'
import { Icon } from '../../../ui/icon.tsx'
import type { IconName } from '../../../ui/icons.ts'
import classes from './boards.module.css'
import { figureKey } from './figure-words.ts'

/** Opens the list behind a number. */
export type OpenFigure = (selection: Selection) => void

interface TileProps {
  readonly title: string
  readonly icon: IconName
  readonly head?: ReactNode
  readonly note?: string
  readonly children: ReactNode
}

/** One question the boards answer: a main number, and what it is made of. */
export function Tile({ title, icon, head, note, children }: TileProps) {
  return (
    <section className={classes.tile} aria-label={title}>
      <h2 className={classes.tileTitle}>
        <Icon name={icon} size="s" />
        {title}
      </h2>
      {head !== undefined && <p className={cx(classes.headline, 'num')}>{head}</p>}
      {children}
      {note !== undefined && <p className={classes.note}>{note}</p>}
    </section>
  )
}

interface FigureLineProps {
  readonly figure: FigureId
  readonly count: number
  readonly onOpen: OpenFigure
  /** In place of the name of the figure, where the tile says part of it. */
  readonly name?: string | undefined
  /** Beside the number: a share, or how long it took. */
  readonly beside?: string | undefined
  readonly look?:
    { readonly icon: IconName; readonly tone: 'ok' | 'soon' | 'over' | 'done' | 'shared' } | undefined
}

/** A number with its name; it opens its list, unless it is none. */
export function FigureLine({ figure, count, onOpen, name, beside, look }: FigureLineProps) {
  const t = useT()
  const formats = useFormats()
  const words = name ?? t(figureKey(figure))
  return (
    <button type="button" className={classes.line} disabled={count === 0} onClick={() => onOpen({ figure })}>
      <span className={cx(classes.lineName, look !== undefined && count > 0 && classes[look.tone])}>
        {look !== undefined && <Icon name={look.icon} size="s" />}
        <span className="ellipsis" title={words}>
          {words}
        </span>
      </span>
      <span className="num">{formats.number(count)}</span>
      {beside !== undefined && <span className={cx(classes.beside, 'num')}>{beside}</span>}
    </button>
  )
}

interface ShareBarProps {
  readonly label: string
  readonly parts: readonly { readonly tone: string; readonly count: number }[]
}

/** Parts of a whole side by side; the numbers stand in the lines under it. */
export function ShareBar({ label, parts }: ShareBarProps) {
  return (
    <div className={classes.bar} role="img" aria-label={label}>
      {parts
        .filter(({ count }) => count > 0)
        .map(({ tone, count }) => (
          <span key={tone} className={classes[`${tone}Bar`]} style={{ flexGrow: count }} />
        ))}
    </div>
  )
}
