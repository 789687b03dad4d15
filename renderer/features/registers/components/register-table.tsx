import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { BookDirection } from '#shared/domain/registers/book.ts'
import type { RegisterCell, RegisterEntry } from '#shared/domain/registers/register-form.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { cx } from '../../../ui/cx.ts'
import classes from './register-table.module.css'

interface RegisterTableProps {
  readonly label: string
  readonly direction: BookDirection
  readonly entries: readonly RegisterEntry[]
  readonly chosen: number | null
  readonly onChoose: (number: number) => void
}

const columns = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9', 'c10'] as const
const ROW_PX = 28

/** A register in the columns of the law (Decree 30 Annex IV); the first two stay in sight, and only the rows in view are drawn. */
export function RegisterTable({ label, direction, entries, chosen, onChoose }: RegisterTableProps) {
  const t = useT()
  const scroller = useRef<HTMLDivElement>(null)
  // eslint-disable-next-line react-hooks/incompatible-library -- the compiler is not used; the table owns its scroll position
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  })
  const items = rows.getVirtualItems()
  const before = items[0]?.start ?? 0
  const after = rows.getTotalSize() - (items.at(-1)?.end ?? 0)
  const move = (step: number): void => {
    const at = entries.findIndex((entry) => entry.number === chosen)
    const next = entries[Math.min(Math.max(at + step, 0), entries.length - 1)]
    if (next === undefined) return
    onChoose(next.number)
    rows.scrollToIndex(entries.indexOf(next), { align: 'auto' })
  }
  return (
    <div
      ref={scroller}
      className={classes.scroll}
      data-pane
      role="region"
      aria-label={label}
      tabIndex={0}
      onKeyDown={(event) => {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.code]
        if (step === undefined) return
        event.preventDefault()
        move(step)
      }}
    >
      <table className={cx(classes.table, classes[direction])} aria-rowcount={entries.length + 1}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`registers.columns.${direction}.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr style={{ height: before }} aria-hidden />}
          {items.map(({ index }) => {
            const entry = entries[index]
            if (entry === undefined) return null
            return (
              <tr
                key={entry.number}
                aria-rowindex={index + 2}
                aria-selected={entry.number === chosen}
                className={cx(entry.isVoided && classes.voided, entry.number === chosen && classes.chosen)}
                onClick={() => onChoose(entry.number)}
              >
                {shownCells(entry).map((cell, at) => (
                  <td
                    key={columns[at]}
                    title={words(cell)}
                    colSpan={at === REASON_AT && isNumberOnly(entry) ? columns.length - REASON_AT : undefined}
                  >
                    {cell.struck !== undefined && <del>{cell.struck}</del>} {cell.text}
                  </td>
                ))}
              </tr>
            )
          })}
          {after > 0 && <tr style={{ height: after }} aria-hidden />}
        </tbody>
      </table>
    </div>
  )
}

const REASON_AT = 2

/** A number that was never given to anything: nothing stands in its line but the reason. */
const isNumberOnly = ({ isVoided, cells }: RegisterEntry): boolean =>
  isVoided && cells.slice(REASON_AT, -1).every((cell) => cell.text === '')

/** The cells as drawn: the reason of a number that was never given stands beside it, where it is seen. */
const shownCells = (entry: RegisterEntry): readonly RegisterCell[] =>
  isNumberOnly(entry) ? [...entry.cells.slice(0, REASON_AT), ...entry.cells.slice(-1)] : entry.cells

const words = ({ text, struck }: RegisterCell): string =>
  struck === undefined ? text : `${struck} → ${text}`
