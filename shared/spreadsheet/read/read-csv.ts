import type { CellValue } from '../table.ts'
import { decodeText } from './decode-text.ts'
import { SHEET_LIMITS, SheetRefusal, type ReadSheet, type SheetLimits, type SheetRow } from './read-sheet.ts'

/** How much of a text is looked at to tell what its values are separated by. */
const SAMPLE_CHARS = 20_000
const separators = [',', ';', '\t'] as const

/**
 * Reads values separated by commas, semicolons or tabs (RFC 4180), in UTF-8, UTF-16, Windows-1258 or TCVN3, whichever the text is
 * Vietnamese in. Everything is text. Throws SheetRefusal.
 */
export function readCsv(bytes: Uint8Array, limits: SheetLimits = SHEET_LIMITS): ReadSheet {
  const text = decodeText(bytes)
  if (text.length > limits.textChars) throw new SheetRefusal('too-large')
  const rows = rowsOf(text, separatorOf(text), limits)
  if (rows.length === 0) throw new SheetRefusal('empty')
  return { name: '', rows }
}

function separatorOf(text: string): string {
  const sample = text.slice(0, SAMPLE_CHARS).replaceAll(/"[^"]*"/g, '')
  const counts = separators.map((one) => sample.split(one).length)
  return separators[counts.indexOf(Math.max(...counts))] ?? ','
}

function rowsOf(text: string, separator: string, limits: SheetLimits): readonly SheetRow[] {
  const rows: SheetRow[] = []
  let cells: CellValue[] = []
  let line = 1
  let startedAt = 1
  const endCell = (raw: string): void => {
    const value = raw.trim().replace(/^'(?=[=+@-])/, '')
    cells.push(value === '' ? null : value)
    if (cells.length > limits.columns) throw new SheetRefusal('too-many-columns')
  }
  const endRow = (): void => {
    if (cells.some((cell) => cell !== null)) rows.push({ line: startedAt, cells })
    if (rows.length > limits.rows) throw new SheetRefusal('too-many-rows')
    cells = []
  }
  let at = 0
  while (at < text.length) {
    if (cells.length === 0) startedAt = line
    let raw = ''
    if (text[at] === '"') {
      const quoted = quotedAt(text, at)
      raw = quoted.value
      line += raw.split('\n').length - 1
      at = quoted.end
    }
    const end = endOf(text, at, separator)
    endCell(raw + text.slice(at, end))
    const stop = text[end]
    at = end + 1
    if (stop === separator) {
      if (at >= text.length) endRow()
      continue
    }
    if (stop === '\r' && text[at] === '\n') at++
    line++
    endRow()
  }
  return rows
}

/** The value of a field in quotation marks, and where it ends; one that is never closed ends with the text. */
function quotedAt(text: string, start: number): { readonly value: string; readonly end: number } {
  let value = ''
  let at = start + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return { value: value + text.slice(at), end: text.length }
    value += text.slice(at, quote)
    if (text[quote + 1] !== '"') return { value, end: quote + 1 }
    value += '"'
    at = quote + 2
  }
}

function endOf(text: string, from: number, separator: string): number {
  let at = from
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}
