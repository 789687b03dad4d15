import type { CellValue } from '../table.ts'
import { SheetRefusal, type SheetLimits, type SheetRow } from './read-sheet.ts'
import { dayOfSerial } from './serial-day.ts'
import type { XmlParts } from './xml-parts.ts'

interface Context {
  readonly strings: readonly string[]
  readonly dateStyles: ReadonlySet<number>
  readonly is1904: boolean
  readonly limits: SheetLimits
  /** What is left for all sheets of the workbook together. */
  readonly budget: { rows: number; textChars: number }
}

interface Merge {
  readonly fromLine: number
  readonly toLine: number
  readonly column: number
}

/** How many lines a spreadsheet has at most; what names one further is damaged. */
const LAST_LINE = 1_048_576

/** The lines of one sheet. Cells that were merged downwards all get the value of the first. */
export async function readWorksheet(
  parts: XmlParts,
  part: string,
  context: Context,
): Promise<readonly SheetRow[]> {
  const rows = new Map<number, CellValue[]>()
  const merges: Merge[] = []
  let line = 0
  let column = -1
  let type = ''
  let style = 0
  let value = ''
  let isValue = false
  const keep = (): void => {
    const cell = valueOf(type, style, value, context)
    if (cell === null) return
    if (column >= context.limits.columns) throw new SheetRefusal('too-many-columns')
    put(rows, line, column, cell, context)
  }
  await parts.parse(part, {
    open: (name, attribute) => {
      if (name === 'row') {
        line = numberOf(attribute('r')) ?? line + 1
        if (line > LAST_LINE) throw new SheetRefusal('broken')
        column = -1
      } else if (name === 'c') {
        const place = placeOf(attribute('r') ?? '')
        column = place?.column ?? column + 1
        line = place?.line ?? line
        type = attribute('t') ?? 'n'
        style = numberOf(attribute('s')) ?? 0
        value = ''
      } else if (name === 'mergeCell') {
        const merge = mergeOf(attribute('ref') ?? '')
        if (merge !== undefined) merges.push(merge)
      }
      isValue = name === 'v' || (name === 't' && type === 'inlineStr')
    },
    close: (name) => {
      if (name === 'v' || name === 't') isValue = false
      if (name === 'c') keep()
    },
    text: (piece) => {
      if (isValue) value += piece
    },
  })
  spread(rows, merges, context)
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([at, cells]) => ({ line: at, cells: Array.from(cells, (cell) => cell ?? null) }))
}

function valueOf(type: string, style: number, value: string, context: Context): CellValue {
  if (value === '') return null
  switch (type) {
    case 's':
      return textOf(context.strings[Number(value)] ?? '')
    case 'str':
    case 'inlineStr':
      return textOf(value)
    case 'd':
      return /^\d{4}-\d\d-\d\d/.test(value) ? { date: value.slice(0, 10) } : textOf(value)
    case 'b':
    case 'e':
      return null
    default: {
      const number = Number(value)
      if (!Number.isFinite(number)) return textOf(value)
      const day = context.dateStyles.has(style) ? dayOfSerial(number, context.is1904) : undefined
      return day === undefined ? number : { date: day }
    }
  }
}

const textOf = (text: string): CellValue => {
  const plain = text.replaceAll(/_x000D_/g, ' ').trim()
  return plain === '' ? null : plain
}

function put(
  rows: Map<number, CellValue[]>,
  line: number,
  column: number,
  cell: CellValue,
  { budget }: Context,
): void {
  let cells = rows.get(line)
  if (cells === undefined) {
    if (--budget.rows < 0) throw new SheetRefusal('too-many-rows')
    rows.set(line, (cells = []))
  }
  if (typeof cell === 'string' && (budget.textChars -= cell.length) < 0) throw new SheetRefusal('too-large')
  cells[column] = cell
}

/** Only into lines that have something of their own: a merge over empty lines makes none. */
function spread(rows: Map<number, CellValue[]>, merges: readonly Merge[], context: Context): void {
  for (const { fromLine, toLine, column } of merges) {
    const first = rows.get(fromLine)?.[column] ?? null
    if (first === null || toLine - fromLine > context.limits.rows) continue
    for (let line = fromLine + 1; line <= toLine; line++) {
      const cells = rows.get(line)
      if (cells !== undefined && (cells[column] ?? null) === null) put(rows, line, column, first, context)
    }
  }
}

function mergeOf(ref: string): Merge | undefined {
  const [from, to] = ref.split(':').map(placeOf)
  if (from === undefined || to === undefined || to.line <= from.line) return undefined
  return { fromLine: from.line, toLine: to.line, column: from.column }
}

/** `AB12` → line 12, column 27. */
function placeOf(ref: string): { readonly line: number; readonly column: number } | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref) ?? []
  if (letters === undefined || digits === undefined) return undefined
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  const line = Number(digits)
  if (line < 1 || line > LAST_LINE) throw new SheetRefusal('broken')
  return { line, column: column - 1 }
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}
