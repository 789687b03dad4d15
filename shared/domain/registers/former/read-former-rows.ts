import type { SheetRow } from '../../../spreadsheet/read/read-sheet.ts'
import type { CellValue } from '../../../spreadsheet/table.ts'
import type { ColumnPlan, FormerColumn, RecognisedSheet } from './former-columns.ts'
import {
  formerEntryId,
  formerFacts,
  isSecretLine,
  type FormerEntry,
  type FormerFacts,
  type FormerShelf,
} from './former-entry.ts'
import { cellText, dayOfCell, numberOfCell } from './former-values.ts'

/**
 * Why a line of the source is not taken. Stored in reports: a value is never reused for another meaning.
 * - `not-a-line`: a heading, a sum, a month's name: no line of a register.
 * - `number-missing`, `number-unreadable`, `date-missing`, `date-unreadable`: what every line of a register has (Decree 30 Annex IV).
 * - `year-differs`: its day is not in the year of the register.
 * - `number-in-use`: a number of this year that is given by the book kept here.
 * - `secret`: it bears a secrecy mark.
 * - `too-long`: more in a cell than a line can hold.
 * - `unreadable`: a message that is none, or no document.
 */
export const refusedReasons = [
  'not-a-line',
  'number-missing',
  'number-unreadable',
  'date-missing',
  'date-unreadable',
  'year-differs',
  'number-in-use',
  'secret',
  'too-long',
  'unreadable',
] as const
export type RefusedReason = (typeof refusedReasons)[number]

/** A line of the source: an entry, or why it is none. Nothing of a refused line is kept but its place. */
export type ReadLine =
  | {
      readonly what: 'entry'
      readonly line: number
      readonly entry: FormerEntry
      /** Name of the file that the line itself says is its scan; empty: it says none. */
      readonly fileName: string
    }
  | { readonly what: 'refused'; readonly line: number; readonly reason: RefusedReason }

/** How a sheet is to be read. */
export interface ReadPlan extends FormerShelf {
  readonly headingLine: number
  readonly columns: ColumnPlan
  /** In this year's register: the last number it may bear (Decree 30 Art 15.1, 22.2); null in a former year. */
  readonly lastNumber: number | null
}

/** Every line below the headings, in order; the line of column numbers below them is none. */
export function readFormerRows(rows: readonly SheetRow[], plan: ReadPlan): readonly ReadLine[] {
  return rows
    .filter((row) => row.line > plan.headingLine && !isColumnNumbers(row))
    .map((row) => {
      const read = readRow(row, plan)
      return typeof read === 'string'
        ? { what: 'refused', line: row.line, reason: read }
        : {
            what: 'entry',
            line: row.line,
            entry: { id: formerEntryId(plan, read), line: row.line, facts: read, files: [] },
            fileName: cellText(row.cells[plan.columns.indexOf('file')] ?? null),
          }
    })
}

/** `(1) (2) (3)`, as the forms of Annex IV have below their headings. */
const isColumnNumbers = ({ cells }: SheetRow): boolean => {
  const texts = cells.map(cellText).filter((text) => text !== '')
  return texts.length >= 3 && texts.every((text, index) => text.replaceAll(/[()]/g, '') === String(index + 1))
}

/** The year most days of the lines are in; null when none can be read. */
export function usualYear(
  rows: readonly SheetRow[],
  { columns, headingLine }: RecognisedSheet,
): number | null {
  const at = columns.indexOf('date')
  if (at < 0) return null
  const counts = new Map<number, number>()
  for (const { line, cells } of rows) {
    const day = line > headingLine ? dayOfCell(cells[at] ?? null, 0) : undefined
    const year = Number(day?.slice(0, 4) ?? 0)
    if (year > 1900) counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

function readRow({ cells }: SheetRow, plan: ReadPlan): FormerFacts | RefusedReason {
  const texts = cells.map(cellText)
  if (isSecretLine(cells.map((one) => (typeof one === 'string' ? one : '')))) return 'secret'
  const cell = (column: FormerColumn): CellValue => cells[plan.columns.indexOf(column)] ?? null
  const text = (column: FormerColumn): string => cellText(cell(column))
  const code = codeOf(text('code'), text('symbol'))
  const numberCell = plan.direction === 'outgoing' && text('number') === '' ? code : cell('number')
  const number = numberOfCell(numberCell)
  const date = dayOfCell(cell('date'), plan.year)
  if (number === undefined && date === undefined) {
    const isAlone = new Set(texts.filter((one) => one !== '')).size <= 2
    if (isAlone || cellText(numberCell) === '') return 'not-a-line'
  }
  if (number === undefined) return cellText(numberCell) === '' ? 'number-missing' : 'number-unreadable'
  if (date === undefined) return text('date') === '' ? 'date-missing' : 'date-unreadable'
  if (Number(date.slice(0, 4)) !== plan.year) return 'year-differs'
  if (plan.lastNumber !== null && number.number > plan.lastNumber) return 'number-in-use'
  const issuedOn = plan.direction === 'outgoing' ? date : (dayOfCell(cell('issuedOn'), plan.year) ?? null)
  const hasOddDay = plan.direction === 'incoming' && issuedOn === null && text('issuedOn') !== ''
  const facts: FormerFacts = {
    number: number.number,
    date,
    code: plan.direction === 'outgoing' ? outgoingCode(number.number, code, text('number')) : code,
    issuedOn,
    issuer: text('issuer'),
    subject: [text('kind'), text('subject')].filter((part) => part !== '').join(' '),
    signer: text('signer'),
    receivers: text('receivers'),
    keeper: text('keeper'),
    copies: text('copies'),
    transferred: dayOfCell(cell('transferred'), plan.year) ?? text('transferred'),
    receipt: text('receipt'),
    // A day that cannot be read is kept in its words.
    remark: [text('remark'), hasOddDay ? text('issuedOn') : ''].filter((part) => part !== '').join('; '),
  }
  return formerFacts.safeParse(facts).success ? facts : 'too-long'
}

/** Number and symbol in one column, or in two. */
const codeOf = (code: string, symbol: string): string =>
  symbol === '' || code.includes('/') ? code : [code, symbol].filter((part) => part !== '').join('/')

/** Some write the symbol beside the number, some the number alone. */
function outgoingCode(number: number, code: string, numberText: string): string {
  if (code === '') return numberText === '' ? String(number) : numberText
  return /^\d/.test(code) ? code : `${number}/${code.replace(/^\//, '')}`
}
