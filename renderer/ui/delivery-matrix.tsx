import { useEffect, useId, useRef } from 'react'
import type { KeyboardEvent } from 'react'
import { useT } from '../i18n/language-provider.tsx'
import { cx } from './cx.ts'
import { DeliveryCell } from './delivery-cell.tsx'
import classes from './delivery-matrix.module.css'
import { cellAfter, cellKey } from './delivery-moves.ts'
import type { CellPlace, DeliveryColumn, DeliveryRow } from './delivery.types.ts'
import { Icon } from './icon.tsx'
import { listActOf } from './list-keys.ts'

export interface DeliveryMatrixProps {
  readonly columns: readonly DeliveryColumn[]
  readonly rows: readonly DeliveryRow[]
  readonly active: CellPlace | null
  readonly onActivate: (place: CellPlace) => void
  /** Keys of the selected cells. */
  readonly selected?: ReadonlySet<string>
  /** Without it cells cannot be selected. */
  readonly onSelect?: ((what: CellSelection) => void) | undefined
}

/** Everything that may be selected, nothing, or one cell more or less. */
export type CellSelection = 'all' | 'none' | { readonly toggle: CellPlace }

const NOTHING: ReadonlySet<string> = new Set()

/** Room of the first two columns, and of one recipient. */
const FIXED_PX = 270
const COLUMN_PX = 49

const MOVES: Record<string, readonly [down: number, right: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Documents by recipients. One tab stop; the arrows walk from addressed cell to addressed cell, Space selects one, Ctrl A all that may be. */
export function DeliveryMatrix({
  columns,
  rows,
  active,
  onActivate,
  selected = NOTHING,
  onSelect,
}: DeliveryMatrixProps) {
  const t = useT()
  const gridId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  useEffect(() => scroller.current?.focus({ preventScroll: true }), [])
  const cellId = (place: CellPlace) => `${gridId}-${place.row}-${place.column}`

  const selectionOf = (event: KeyboardEvent): CellSelection | undefined => {
    const act = onSelect === undefined ? undefined : listActOf(event)
    if (act?.kind === 'selectAll') return 'all'
    if (act?.kind === 'toggle' && active !== null) return { toggle: active }
    return act?.kind === 'clear' && selected.size > 0 ? 'none' : undefined
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const selection = selectionOf(event)
    if (selection !== undefined) {
      event.preventDefault()
      onSelect?.(selection)
      return
    }
    const move = MOVES[event.code]
    if (move === undefined) return
    event.preventDefault()
    const target = cellAfter(columns, rows, active, move)
    if (target !== undefined) onActivate(target)
  }

  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      aria-label={t('delivery.matrix.label')}
      aria-activedescendant={active === null ? undefined : cellId(active)}
      className={classes.scroller}
      onKeyDown={onKeyDown}
    >
      <table
        role="presentation"
        className={classes.matrix}
        style={{ minWidth: FIXED_PX + columns.length * COLUMN_PX }}
      >
        <colgroup>
          <col />
          <col className={classes.receivedColumn} />
          {columns.map((column) => (
            <col key={column.id} style={{ width: COLUMN_PX }} />
          ))}
        </colgroup>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" className={classes.documentHead}>
              {t('delivery.matrix.document')}
            </th>
            <th role="columnheader" className={classes.receivedHead}>
              {t('delivery.matrix.received')}
            </th>
            {columns.map((column) => (
              <th key={column.id} role="columnheader" aria-label={column.name} title={column.name}>
                {column.heading.map((line) => (
                  <span key={line} className={classes.headingLine}>
                    {line}
                  </span>
                ))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={row.id} role="row" className={cx(row.id === active?.row && classes.active)}>
              <th role="rowheader" scope="row" className={classes.document}>
                <span className={classes.documentLine}>
                  <span className={cx(classes.number, 'num')}>{row.number}</span>
                  <span className={cx(classes.date, 'num')}>{row.date}</span>
                </span>
                <span className={classes.documentLine}>
                  <span className={cx(classes.subject, 'num')} title={row.subject}>
                    {row.subject}
                  </span>
                  {row.chased !== undefined && (
                    <span className={cx(classes.chased, 'num')}>
                      <Icon name="bell-ringing" size="s" />
                      {t('delivery.chase.on', { date: row.chased })}
                    </span>
                  )}
                </span>
              </th>
              <td role="gridcell" className={cx(classes.received, 'num')}>
                <span className="visually-hidden">
                  {t('delivery.matrix.receivedOf', { received: row.received, total: row.total })}
                </span>
                <span aria-hidden>
                  <b>{row.received}</b>/{row.total}
                </span>
              </td>
              {columns.map((column) => {
                const place = { row: row.id, column: column.id }
                const cell = row.cells[column.id]
                const isSelected = selected.has(cellKey(place))
                const isActive = active?.row === row.id && active.column === column.id
                return (
                  <td
                    key={column.id}
                    id={cellId(place)}
                    role="gridcell"
                    aria-selected={selected.size > 0 ? isSelected : isActive}
                    className={cx(cell !== undefined && classes.addressed, isSelected && classes.selected)}
                    onClick={cell === undefined ? undefined : () => onActivate(place)}
                  >
                    {cell === undefined ? (
                      <>
                        <span className={classes.none} aria-hidden>
                          ·
                        </span>
                        <span className="visually-hidden">{t('states.delivery.notSent')}</span>
                      </>
                    ) : (
                      <DeliveryCell view={cell} isFocused={isActive} />
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
