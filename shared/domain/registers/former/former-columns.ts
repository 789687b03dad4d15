import { foldText } from '../../../kernel/text-folding.ts'
import type { SheetRow } from '../../../spreadsheet/read/read-sheet.ts'
import type { BookDirection } from '../book.ts'
import { cellText } from './former-values.ts'

/** What a column of a former register may hold; `kind` and `symbol` go with subject and code, `file` names the scan of the line. */
export const formerColumns = [
  'number',
  'date',
  'code',
  'symbol',
  'issuedOn',
  'issuer',
  'kind',
  'subject',
  'signer',
  'receivers',
  'keeper',
  'copies',
  'transferred',
  'receipt',
  'remark',
  'file',
] as const
export type FormerColumn = (typeof formerColumns)[number]

/** Columns that the register of a direction has (Decree 30 Annex IV), in the order of the form. */
export const columnsOf: Readonly<Record<BookDirection, readonly FormerColumn[]>> = {
  incoming: [
    'date',
    'number',
    'issuer',
    'code',
    'symbol',
    'issuedOn',
    'kind',
    'subject',
    'signer',
    'receivers',
    'transferred',
    'receipt',
    'remark',
    'file',
  ],
  outgoing: [
    'number',
    'code',
    'symbol',
    'date',
    'kind',
    'subject',
    'signer',
    'receivers',
    'keeper',
    'copies',
    'transferred',
    'receipt',
    'remark',
    'file',
  ],
}

type Headings = Readonly<Partial<Record<FormerColumn, readonly string[]>>>

/** Headings as the law and former programs write them, without accents and signs; the first that fits best is taken. */
const both: Headings = {
  subject: [
    'ten loai va trich yeu noi dung van ban',
    'ten loai va trich yeu noi dung',
    'ten loai trich yeu noi dung van ban',
    'trich yeu noi dung van ban',
    'trich yeu noi dung',
    'trich yeu',
    'noi dung van ban',
    'noi dung',
  ],
  kind: ['ten loai van ban', 'loai van ban', 'ten loai', 'loai vb', 'hinh thuc van ban', 'the loai'],
  signer: ['nguoi ky', 'ho ten nguoi ky', 'chuc vu nguoi ky'],
  transferred: ['ngay chuyen', 'ngay thang chuyen', 'ngay gui'],
  receipt: ['ky nhan', 'chu ky', 'nguoi nhan ky'],
  remark: ['ghi chu', 'chu thich'],
  symbol: ['ky hieu van ban', 'ky hieu'],
  file: [
    'ten tep',
    'ten file',
    'tap tin',
    'ten tap tin',
    'tep dinh kem',
    'file dinh kem',
    'ban quet',
    'file scan',
  ],
}
const headings: Readonly<Record<BookDirection, Headings>> = {
  incoming: {
    ...both,
    number: ['so den', 'so thu tu den', 'so van ban den', 'so vb den', 'so vao so', 'so cong van den'],
    date: ['ngay den', 'ngay thang den', 'ngay thang nam den', 'ngay vao so', 'ngay tiep nhan', 'ngay nhan'],
    code: [
      'so ky hieu van ban',
      'so va ky hieu van ban',
      'so ky hieu',
      'so va ky hieu',
      'so hieu van ban',
      'so hieu',
      'so kh',
    ],
    issuedOn: [
      'ngay thang van ban',
      'ngay thang nam van ban',
      'ngay van ban',
      'ngay ban hanh',
      'ngay vb',
      'ngay ky',
      'ngay thang',
    ],
    issuer: [
      'tac gia',
      'tac gia van ban',
      'co quan ban hanh',
      'noi ban hanh',
      'co quan gui',
      'noi gui',
      'don vi gui',
      'noi phat hanh',
      'cq ban hanh',
    ],
    receivers: [
      'don vi hoac nguoi nhan',
      'don vi nguoi nhan',
      'nguoi nhan',
      'don vi nhan',
      'noi nhan',
      'don vi xu ly',
      'nguoi xu ly',
      'chuyen den',
    ],
  },
  outgoing: {
    ...both,
    number: ['so van ban di', 'so di', 'so van ban', 'so vb', 'so cong van', 'so'],
    code: [
      'so ky hieu van ban',
      'so va ky hieu van ban',
      'so ky hieu',
      'so va ky hieu',
      'so hieu van ban',
      'so hieu',
      'so kh',
    ],
    date: [
      'ngay thang van ban',
      'ngay thang nam van ban',
      'ngay van ban',
      'ngay ban hanh',
      'ngay thang nam',
      'ngay thang',
      'ngay vb',
      'ngay ky',
      'ngay di',
      'ngay',
    ],
    receivers: ['noi nhan van ban', 'noi nhan', 'don vi nhan', 'nguoi nhan', 'noi gui den'],
    keeper: ['don vi nguoi nhan ban luu', 'nguoi nhan ban luu', 'don vi nhan ban luu', 'ban luu', 'luu'],
    copies: ['so luong ban', 'so luong', 'so ban', 'sl'],
  },
}

/** What the columns of a sheet hold, by their place; null: not read. */
export type ColumnPlan = readonly (FormerColumn | null)[]

/** Where the lines of a register begin in a sheet, and what its columns hold. */
export interface RecognisedSheet {
  readonly direction: BookDirection
  /** As the title says; null: not said. */
  readonly year: number | null
  /** Last line of the headings; 0 when none was found. */
  readonly headingLine: number
  readonly columns: ColumnPlan
  /** The headings as they stand there, for whoever corrects the columns. */
  readonly headings: readonly string[]
}

const TITLE_ROWS = 40
const FEWEST_HEADINGS = 3

/** Finds the headings of a register below whatever title it has, in any order, with or without accents. */
export function recogniseSheet(rows: readonly SheetRow[], wanted?: BookDirection): RecognisedSheet {
  const head = rows.slice(0, TITLE_ROWS)
  const found = (wanted === undefined ? (['incoming', 'outgoing'] as const) : [wanted])
    .map((direction) => recogniseAs(direction, head))
    .toSorted((a, b) => b.score - a.score)
  const titles = head.map((row) => foldText(row.cells.map(cellText).join(' ')))
  const said = titles.flatMap((title) => /(?:van ban|cong van) (den|di)\b/.exec(title)?.[1] ?? [])
  const named = said[0] === 'den' ? 'incoming' : 'outgoing'
  const [first, second] = found
  const isTie = second !== undefined && first?.score === second.score && said.length > 0
  const best = isTie ? (found.find((one) => one.direction === named) ?? first) : first
  if (best === undefined) throw new RangeError('no direction to recognise')
  const { direction, headingLine, columns, texts } = best
  return { direction, year: yearIn(titles), headingLine, columns, headings: texts }
}

function yearIn(titles: readonly string[]): number | null {
  for (const title of titles) {
    const year = /\bnam\s*:?\s*((?:19|20)\d\d)\b/.exec(title)?.[1]
    if (year !== undefined) return Number(year)
  }
  return null
}

interface Recognised {
  readonly direction: BookDirection
  readonly score: number
  readonly headingLine: number
  readonly columns: ColumnPlan
  readonly texts: readonly string[]
}

function recogniseAs(direction: BookDirection, rows: readonly SheetRow[]): Recognised {
  const read = rows.map((row) => ({ row, ...planOf(direction, row) }))
  const at = read.reduce((best, one, index) => (one.score > (read[best]?.score ?? 0) ? index : best), 0)
  const main = read[at]
  const width = Math.max(0, ...rows.map((row) => row.cells.length))
  const none: Recognised = {
    direction,
    score: 0,
    headingLine: 0,
    columns: Array<null>(width).fill(null),
    texts: [],
  }
  if (main === undefined || main.columns.filter((one) => one !== null).length < FEWEST_HEADINGS) return none
  const columns = Array.from({ length: width }, (_, index) => main.columns[index] ?? null)
  const texts = Array.from({ length: width }, (_, index) => cellText(main.row.cells[index] ?? null))
  let headingLine = main.row.line
  // A heading of two lines: the lower names what the upper left open.
  const below = read[at + 1]
  if (below !== undefined && below.columns.filter((one) => one !== null).length >= 2) {
    headingLine = below.row.line
    below.columns.forEach((column, index) => {
      if (column !== null && columns[index] === null && !columns.includes(column)) {
        columns[index] = column
        texts[index] = cellText(below.row.cells[index] ?? null)
      }
    })
  }
  return { direction, score: main.score, headingLine, columns, texts }
}

/** Every column of the register is taken by the cell that fits it best, and each cell once. */
function planOf(
  direction: BookDirection,
  { cells }: SheetRow,
): { readonly score: number; readonly columns: readonly (FormerColumn | null)[] } {
  const fits = cells.flatMap((cell, index) => {
    const text = plainHeading(cellText(cell))
    if (text === '' || text.length > 60) return []
    return Object.entries(headings[direction]).flatMap(([column, names]) => {
      const fit = Math.max(0, ...names.map((name) => fitOf(text, name)))
      return fit === 0 ? [] : [{ index, column: column as FormerColumn, fit }]
    })
  })
  const columns = Array<FormerColumn | null>(cells.length).fill(null)
  const taken = new Set<FormerColumn>()
  let score = 0
  for (const { index, column, fit } of fits.toSorted((a, b) => b.fit - a.fit || a.index - b.index)) {
    if (columns[index] !== null || taken.has(column)) continue
    columns[index] = column
    taken.add(column)
    score += fit
  }
  return { score, columns }
}

/** Without accents, signs and what stands in brackets. */
const plainHeading = (text: string): string =>
  foldText(text.replaceAll(/\([^)]*\)/g, ' ').replaceAll(/[^\p{L}\p{N}]+/gu, ' '))

/** The same words weigh most, then a heading that begins or ends with them; longer names weigh a little more than shorter ones. */
function fitOf(text: string, name: string): number {
  const length = name.length / 100
  if (text === name) return 3 + length
  if (name.length < 5) return 0
  if (text.startsWith(`${name} `)) return 2 + length
  return text.endsWith(` ${name}`) ? 1 + length : 0
}
