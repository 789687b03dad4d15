import type { CellPlace, DeliveryColumn, DeliveryRow } from './delivery.types.ts'

/** The key of a cell in a selection. */
export const cellKey = ({ row, column }: CellPlace): string => `${row}/${column}`

/** The next addressed cell in one direction; across rows the column is kept, or the nearest addressed one taken. */
export function cellAfter(
  columns: readonly DeliveryColumn[],
  rows: readonly DeliveryRow[],
  from: CellPlace | null,
  [down, right]: readonly [down: number, right: number],
): CellPlace | undefined {
  const order = columns.map((column) => column.id)
  const addressed = (row: DeliveryRow) => order.filter((id) => row.cells[id] !== undefined)
  const firstOf = (row: DeliveryRow | undefined): CellPlace | undefined => {
    const column = row === undefined ? undefined : addressed(row)[0]
    return row === undefined || column === undefined ? undefined : { row: row.id, column }
  }
  const at = from === null ? -1 : rows.findIndex((row) => row.id === from.row)
  const row = rows[at]
  if (from === null || row === undefined) return firstOf(rows.find((one) => addressed(one).length > 0))
  if (right !== 0) {
    const cells = addressed(row)
    const column = cells[cells.indexOf(from.column) + right]
    return column === undefined ? undefined : { row: row.id, column }
  }
  for (let index = at + down; index >= 0 && index < rows.length; index += down) {
    const candidate = rows[index]
    if (candidate === undefined) break
    const nearest = addressed(candidate).toSorted(
      (one, other) => distance(order, one, from.column) - distance(order, other, from.column),
    )[0]
    if (nearest !== undefined) return { row: candidate.id, column: nearest }
  }
  return undefined
}

const distance = (order: readonly string[], one: string, other: string): number =>
  Math.abs(order.indexOf(one) - order.indexOf(other))
