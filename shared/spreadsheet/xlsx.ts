import { strToU8, zipSync } from 'fflate'
import { escapeXml } from './escape-xml.ts'
import type { CellValue, SheetTable } from './table.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const DAY_MS = 86_400_000
/** Day 0 of the 1900 date system, as spreadsheets count it. */
const EPOCH_MS = Date.UTC(1899, 11, 30)

/** Cell formats in the order of `cellXfs`. */
const Style = { plain: 0, heading: 1, date: 2, wrapped: 3 } as const

/**
 * A workbook (Office Open XML, ECMA-376) with a sheet per table: bold headings that stay in sight, days as days, numbers as numbers, texts
 * never as formulas. The same tables make the same bytes.
 */
export function xlsxOf(tables: readonly SheetTable[]): Uint8Array {
  const names = uniqueNames(tables.map((table) => table.name))
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': text(contentTypes(tables.length)),
    '_rels/.rels': text(relationships([['rId1', `${RELATIONS}/officeDocument`, 'xl/workbook.xml']])),
    'xl/workbook.xml': text(workbook(names)),
    'xl/_rels/workbook.xml.rels': text(
      relationships([
        ...names.map((_, index): Relationship => [
          `rId${index + 1}`,
          `${RELATIONS}/worksheet`,
          `worksheets/sheet${index + 1}.xml`,
        ]),
        [`rId${names.length + 1}`, `${RELATIONS}/styles`, 'styles.xml'],
      ]),
    ),
    'xl/styles.xml': text(STYLES),
  }
  tables.forEach((table, index) => {
    files[`xl/worksheets/sheet${index + 1}.xml`] = text(sheet(table))
  })
  return zipSync(files, { level: 6, mtime: new Date(Date.UTC(1980, 0, 2)) })
}

type Relationship = readonly [id: string, type: string, target: string]

const text = (xml: string): Uint8Array => strToU8(HEAD + xml)

function contentTypes(sheets: number): string {
  const part = (name: string, type: string): string =>
    `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`
  const each = Array.from({ length: sheets }, (_, index) =>
    part(`/xl/worksheets/sheet${index + 1}.xml`, 'worksheet'),
  )
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('/xl/workbook.xml', 'sheet.main')}${part('/xl/styles.xml', 'styles')}${each.join('')}</Types>`
}

function relationships(all: readonly Relationship[]): string {
  const each = all.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`
}

function workbook(names: readonly string[]): string {
  const each = names.map(
    (name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${each.join('')}</sheets></workbook>`
}

const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="12"/><name val="Times New Roman"/></font><font><b/><sz val="12"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment wrapText="1" vertical="center"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

function sheet({ columns, rows }: SheetTable): string {
  const widths = columns.map(
    ({ widthChars }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${widthChars}" customWidth="1"/>`,
  )
  const lines = [
    row(
      1,
      columns.map((column) => cell(column.heading, Style.heading)),
    ),
  ]
  let at = 1
  for (const values of rows) {
    at++
    lines.push(
      row(
        at,
        values.map((value) => cell(value)),
      ),
    )
  }
  return `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`
}

const row = (at: number, cells: readonly string[]): string => `<row r="${at}">${cells.join('')}</row>`

function cell(value: CellValue, style?: number): string {
  if (value === null || value === '') return '<c/>'
  if (typeof value === 'number') return `<c s="${style ?? Style.plain}"><v>${value}</v></c>`
  if (typeof value === 'string')
    return `<c t="inlineStr" s="${style ?? Style.wrapped}"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`
  const day = (Date.parse(`${value.date}T00:00:00Z`) - EPOCH_MS) / DAY_MS
  return Number.isInteger(day) ? `<c s="${style ?? Style.date}"><v>${day}</v></c>` : cell(value.date)
}

/** Names as sheets may have them: no `[]:*?/\\`, at most 31 characters, each once whatever the case. */
function uniqueNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return wanted.map((name, index) => {
    const plain =
      name
        .replaceAll(/[[\]:*?/\\]/g, ' ')
        .trim()
        .slice(0, 31) || `${index + 1}`
    let unique = plain
    for (let again = 2; taken.has(unique.toLowerCase()); again++)
      unique = `${plain.slice(0, 31 - String(again).length - 1)} ${again}`
    taken.add(unique.toLowerCase())
    return unique
  })
}
