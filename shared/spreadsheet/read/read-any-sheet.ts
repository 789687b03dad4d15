import { isZip } from '../../exchange/edxml/zip-archive.ts'
import type { CellValue } from '../table.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import { SHEET_LIMITS, SheetRefusal, type ReadSheet, type SheetLimits } from './read-sheet.ts'
import { tcvn3Mender } from './vietnamese-bytes.ts'

const SAMPLE_ROWS = 60

/** Reads a workbook or a text of separated values, told by the bytes. Throws SheetRefusal with the reason when it is neither. */
export async function readAnySheet(
  bytes: Uint8Array,
  limits: SheetLimits = SHEET_LIMITS,
): Promise<readonly ReadSheet[]> {
  if (bytes.length === 0) throw new SheetRefusal('empty')
  // Workbooks of before 2007 and encrypted ones are compound files ([MS-CFB]).
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0)
    throw new SheetRefusal('old-format')
  const sheets = isZip(bytes) ? await readXlsx(bytes, limits) : [readCsv(bytes, limits)]
  return sheets.map(mended)
}

function mended(sheet: ReadSheet): ReadSheet {
  const sample = sheet.rows
    .slice(0, SAMPLE_ROWS)
    .flatMap((row) => row.cells.filter((cell) => typeof cell === 'string'))
    .join('\n')
  const mend = tcvn3Mender(sample)
  const cellOf = (cell: CellValue): CellValue =>
    typeof cell === 'string' ? mend(cell).normalize('NFC') : cell
  return { name: sheet.name, rows: sheet.rows.map(({ line, cells }) => ({ line, cells: cells.map(cellOf) })) }
}
