import type { SheetTable } from '../../spreadsheet/table.ts'
import type { BookDirection } from './book.ts'
import { registerHeadings, type RegisterCell, type RegisterEntry } from './register-form.ts'

const WIDTHS = [16, 14, 30, 20, 16, 60, 26, 14, 22, 40] as const

/** The register as a sheet: the same ten columns; what was corrected or voided says so in words, since a sheet strikes nothing out. */
export function registerSheet(
  name: string,
  direction: BookDirection,
  entries: readonly RegisterEntry[],
): SheetTable {
  return {
    name,
    columns: registerHeadings[direction].map((heading, index) => ({
      heading,
      widthChars: WIDTHS[index] ?? 20,
    })),
    rows: entries.map((entry) => entry.cells.map(words)),
  }
}

const words = ({ text, struck }: RegisterCell): string =>
  struck === undefined ? text : `${text} [${struck}]`
