import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { csvOf } from '../../../../shared/spreadsheet/csv.ts'
import type { SheetTable } from '../../../../shared/spreadsheet/table.ts'
import { xlsxOf } from '../../../../shared/spreadsheet/xlsx.ts'

/** The texts and values of a sheet, row by row, read as any XML reader would. */
function cellsOf(xml: string): string[][] {
  const rows: string[][] = []
  const parser = new SaxesParser({ xmlns: true })
  let isValue = false
  parser.on('opentag', ({ local }) => {
    if (local === 'row') rows.push([])
    if (local === 'c') rows.at(-1)?.push('')
    isValue = local === 'v' || local === 't'
  })
  parser.on('text', (text) => {
    const row = rows.at(-1)
    if (isValue && row !== undefined) row.push(`${row.pop() ?? ''}${text}`)
  })
  parser.on('closetag', () => (isValue = false))
  parser.write(xml).close()
  return rows
}
const sheetOf = (table: SheetTable, index = 1): string[][] =>
  cellsOf(strFromU8(unzipSync(xlsxOf([table]))[`xl/worksheets/sheet${index}.xml`]!))
const column = { heading: 'Trích yếu', widthChars: 40 }

describe('a workbook', () => {
  it('opens to the same texts, numbers and days, whatever they hold', () => {
    const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.constant(null))
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 20 }), (rows) => {
        const read = sheetOf({ name: 'Sổ', columns: [column, column], rows }).slice(1)
        const written = rows.map((row) =>
          row.map((one) =>
            String(one ?? '')
              .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
              .replaceAll(/\r\n?/g, '\n'),
          ),
        )
        expect(read).toEqual(written)
      }),
    )
  })

  it('writes days as days', () => {
    const rows = [[{ date: '2026-11-22' }, { date: '1900-03-01' }]]
    expect(sheetOf({ name: 'Sổ', columns: [column, column], rows })[1]).toEqual(['46348', '61'])
  })

  it('has every part it names, sheets of names that a sheet may have, and no cap on rows', () => {
    const rows = Array.from({ length: 70_000 }, (_, index) => [index])
    const table = { name: 'Văn bản đến/đi: 2026 [bản in của văn thư]', columns: [column], rows }
    const files = unzipSync(xlsxOf([table, table]))
    const names = strFromU8(files['xl/workbook.xml']!).match(/name="[^"]*"/g)
    expect(names).toEqual([
      'name="Văn bản đến đi  2026  bản in củ"',
      'name="Văn bản đến đi  2026  bản in  2"',
    ])
    for (const part of strFromU8(files['[Content_Types].xml']!).matchAll(/PartName="\/([^"]+)"/g))
      expect(Object.keys(files)).toContain(part[1])
    expect(cellsOf(strFromU8(files['xl/worksheets/sheet2.xml']!))).toHaveLength(70_001)
    expect(xlsxOf([table])).toEqual(xlsxOf([table]))
  })
})

describe('comma separated values', () => {
  it('are UTF-8 with a mark, quoted where needed, and never a formula', () => {
    const rows = [['a"b', 'c,d', '=1+1', null, 5, { date: '2026-11-22' }]]
    const columns = Array.from({ length: 6 }, () => column)
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(csvOf({ name: '', columns, rows }))
    expect(text.startsWith('\uFEFFTrích yếu,')).toBe(true)
    expect(text.split('\r\n')[1]).toBe(`"a""b","c,d",'=1+1,,5,2026-11-22`)
  })
})
