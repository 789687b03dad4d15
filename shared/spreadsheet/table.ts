/** What a cell may hold: a text, a number, or a day (`2026-11-22`); null is empty. */
export type CellValue = string | number | null | { readonly date: string }

/** A table to be written as a sheet, of any number of rows. */
export interface SheetTable {
  /** At most 31 characters; what a sheet's name may not hold is left out. */
  readonly name: string
  readonly columns: readonly { readonly heading: string; readonly widthChars: number }[]
  readonly rows: Iterable<readonly CellValue[]>
}
