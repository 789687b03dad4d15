import { strToU8 } from 'fflate'
import type { SheetTable } from './table.ts'

/** Tables as JSON: each a name and its rows, every row under the headings of its columns; days as `2026-11-22`. */
export function jsonOf(tables: readonly SheetTable[]): Uint8Array {
  const all = tables.map(({ name, columns, rows }) => ({
    name,
    rows: Array.from(rows, (cells) =>
      Object.fromEntries(
        columns.map(({ heading }, index) => {
          const value = cells[index] ?? null
          return [heading, typeof value === 'object' && value !== null ? value.date : value]
        }),
      ),
    ),
  }))
  return strToU8(JSON.stringify(all, null, 1))
}
