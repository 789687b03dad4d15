import { dateFormatsOf } from './date-formats.ts'
import { readWorksheet } from './read-worksheet.ts'
import { SHEET_LIMITS, SheetRefusal, type ReadSheet, type SheetLimits } from './read-sheet.ts'
import { XmlParts } from './xml-parts.ts'

/**
 * Reads every sheet of a workbook (Office Open XML, ECMA-376): texts, numbers, and days where a cell is shown as one. A value that was merged
 * over several lines stands in each of them. Throws SheetRefusal; what is hostile costs no more than the limits.
 */
export async function readXlsx(
  bytes: Uint8Array,
  limits: SheetLimits = SHEET_LIMITS,
): Promise<readonly ReadSheet[]> {
  const parts = await XmlParts.open(bytes, limits.partBytes)
  const { sheets, is1904 } = await readWorkbook(parts)
  const strings = await readStrings(parts, limits)
  const dateStyles = await dateFormatsOf(parts)
  const read: ReadSheet[] = []
  const budget = { rows: limits.rows, textChars: limits.textChars }
  for (const { name, part } of sheets) {
    const rows = await readWorksheet(parts, part, { strings, dateStyles, is1904, limits, budget })
    if (rows.length > 0) read.push({ name, rows })
  }
  if (read.length === 0) throw new SheetRefusal('empty')
  return read
}

/** Sheets in the order of the workbook, with the part each is in. */
async function readWorkbook(parts: XmlParts): Promise<{
  readonly sheets: readonly { readonly name: string; readonly part: string }[]
  readonly is1904: boolean
}> {
  const targets = new Map<string, string>()
  await parts.parse('xl/_rels/workbook.xml.rels', {
    open: (name, attribute) => {
      const target = attribute('Target')
      if (name === 'Relationship' && target !== undefined)
        targets.set(
          attribute('Id') ?? '',
          target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`,
        )
    },
  })
  const sheets: { name: string; part: string }[] = []
  let is1904 = false
  await parts.parse('xl/workbook.xml', {
    open: (name, attribute) => {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attribute('date1904') ?? '')
      if (name !== 'sheet') return
      const part = targets.get(attribute('id') ?? '')
      if (part !== undefined) sheets.push({ name: (attribute('name') ?? '').slice(0, 31), part })
    },
  })
  return { sheets: sheets.filter(({ part }) => part.includes('worksheets/')), is1904 }
}

/** The texts that cells name by their place. */
async function readStrings(parts: XmlParts, limits: SheetLimits): Promise<readonly string[]> {
  const strings: string[] = []
  if (!parts.has('xl/sharedStrings.xml')) return strings
  let text = ''
  let isText = false
  let phonetic = 0
  let chars = 0
  await parts.parse('xl/sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') text = ''
      if (name === 'rPh') phonetic++
      isText = name === 't' && phonetic === 0
    },
    close: (name) => {
      if (name === 'rPh') phonetic--
      if (name === 't') isText = false
      if (name === 'si') strings.push(text)
    },
    text: (piece) => {
      if (!isText) return
      chars += piece.length
      if (chars > limits.textChars) throw new SheetRefusal('too-large')
      text += piece
    },
  })
  return strings
}
