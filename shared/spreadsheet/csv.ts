import { strToU8 } from 'fflate'
import type { CellValue, SheetTable } from './table.ts'

/** A byte order mark first, so that spreadsheets read the text as UTF-8; lines end with CR LF (RFC 4180). */
export function csvOf(table: SheetTable): Uint8Array {
  const lines = [line(table.columns.map((column) => column.heading))]
  for (const row of table.rows) lines.push(line(row))
  return strToU8(`\uFEFF${lines.join('')}`)
}

const line = (cells: readonly CellValue[]): string => `${cells.map(field).join(',')}\r\n`

function field(value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = typeof value === 'string' ? value : value.date
  const safe = harmless(text)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A text that a spreadsheet would take for a formula begins with an apostrophe instead. */
function harmless(text: string): string {
  return /^[=+@\t\r-]/.test(text) ? `'${text}` : text
}
