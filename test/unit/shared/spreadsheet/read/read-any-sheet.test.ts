import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { csvOf } from '../../../../../shared/spreadsheet/csv.ts'
import { readAnySheet } from '../../../../../shared/spreadsheet/read/read-any-sheet.ts'
import { SHEET_LIMITS, SheetRefusal } from '../../../../../shared/spreadsheet/read/read-sheet.ts'
import { byteEncodings, type ByteEncoding } from '../../../../../shared/spreadsheet/read/vietnamese-bytes.ts'
import type { CellValue } from '../../../../../shared/spreadsheet/table.ts'
import { xlsxOf } from '../../../../../shared/spreadsheet/xlsx.ts'
import { workbookOf } from '../../../../builders/former-register.ts'

const columns = ['Số đến', 'Ngày đến', 'Tác giả'].map((heading) => ({ heading, widthChars: 12 }))

const problemOf = async (bytes: Uint8Array, limits = SHEET_LIMITS): Promise<unknown> =>
  readAnySheet(bytes, limits).then(
    () => 'read',
    (error: unknown) => (error instanceof SheetRefusal ? error.problem : error),
  )

describe('a workbook', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 20 }).map((one) =>
    one
      .normalize('NFC')
      .replaceAll(/[\p{C}\s]+/gu, ' ')
      .toWellFormed()
      .trim(),
  )
  const cell: fc.Arbitrary<CellValue> = fc.oneof(
    text.map((one) => (one === '' ? null : one)),
    fc.integer({ min: -1e9, max: 1e9 }),
    fc.integer({ min: 1, max: 80_000 }).map((day) => ({
      date: new Date(Date.UTC(1905, 0, 1) + day * 86_400_000).toISOString().slice(0, 10),
    })),
  )

  it('says what was written into it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 20 }),
        async (rows) => {
          const [sheet] = await readAnySheet(xlsxOf([{ name: 'Sổ', columns, rows }]))
          const read = new Map(sheet?.rows.map((row) => [row.line, row.cells]))
          rows.forEach((cells, index) => {
            const got = read.get(index + 2) ?? []
            cells.forEach((one, at) => expect(got[at] ?? null).toEqual(one))
          })
        },
      ),
      { numRuns: 60 },
    )
  })

  it('gives a value that was merged downwards to every line of it', async () => {
    const bytes = workbookOf({
      cells: [
        ['Ngày đến', 'Số đến'],
        [{ serial: 43_500 }, 1],
        [null, 2],
      ],
      merges: ['A2:A3'],
    })
    const [sheet] = await readAnySheet(bytes)
    expect(sheet?.rows.map((row) => row.cells)).toEqual([
      ['Ngày đến', 'Số đến'],
      [{ date: '2019-02-04' }, 1],
      [{ date: '2019-02-04' }, 2],
    ])
  })

  it('counts days from 1904 when it says so', async () => {
    const [sheet] = await readAnySheet(workbookOf({ cells: [[{ serial: 42_038 }]], is1904: true }))
    expect(sheet?.rows[0]?.cells).toEqual([{ date: '2019-02-04' }])
  })

  it('is told from a text typed in a font of before Unicode', async () => {
    const [sheet] = await readAnySheet(
      workbookOf({ cells: [['Sè ®Õn', 'Ngµy th¸ng', 'TrÝch yÕu néi dung']] }),
    )
    expect(sheet?.rows[0]?.cells).toEqual(['Số đến', 'Ngày tháng', 'Trích yếu nội dung'])
  })

  it('that is damaged, old, too long or a bomb is refused with the reason', async () => {
    const good = workbookOf({ cells: [['a']] })
    expect(await problemOf(good.subarray(0, good.length - 30))).toBe('broken')
    expect(await problemOf(zipSync({ 'a.txt': strToU8('a') }))).toBe('broken')
    expect(await problemOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1))).toBe('old-format')
    expect(await problemOf(new Uint8Array())).toBe('empty')
    expect(await problemOf(workbookOf({ cells: [[null]] }))).toBe('empty')
    expect(await problemOf(good, { ...SHEET_LIMITS, rows: 0 })).toBe('too-many-rows')
    expect(await problemOf(workbookOf({ raw: '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>' }))).toBe('broken')
    expect(
      await problemOf(workbookOf({ raw: `<worksheet>${' '.repeat(12 * 1024 * 1024)}</worksheet>` })),
    ).toBe('too-large')
  })

  it('whose bytes were changed never does worse than being refused', async () => {
    const good = workbookOf({
      cells: [
        ['Số đến', 'Ngày đến'],
        [1, { serial: 43_500 }],
      ],
    })
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), async (at, byte) => {
        const changed = good.slice()
        changed[at] = byte
        expect([
          'read',
          'broken',
          'not-a-sheet',
          'empty',
          'too-large',
          'encoding-unknown',
          'too-many-columns',
        ]).toContain(await problemOf(changed))
      }),
      { numRuns: 200 },
    )
  })
})

describe('separated values', () => {
  it('come back as they were written, but for what spreadsheets are guarded from', async () => {
    const rows = [
      ['12', 'Sở "Xây dựng"', 'a;b\nc'],
      ['=1+1', null, 'x'],
    ]
    const [sheet] = await readAnySheet(csvOf({ name: '', columns, rows }))
    expect(sheet?.rows.map((row) => [row.line, ...row.cells])).toEqual([
      [1, 'Số đến', 'Ngày đến', 'Tác giả'],
      [2, '12', 'Sở "Xây dựng"', 'a;b\nc'],
      [4, '=1+1', null, 'x'],
    ])
  })

  it.each([';', '\t'])('may be separated by %j', async (separator) => {
    const [sheet] = await readAnySheet(
      strToU8(['Số,đến', 'b'].join(separator) + '\n' + ['1', '2'].join(separator)),
    )
    expect(sheet?.rows.map((row) => row.cells)).toEqual([
      ['Số,đến', 'b'],
      ['1', '2'],
    ])
  })

  it.each(Object.keys(byteEncodings) as ByteEncoding[])('are read in %s', async (encoding) => {
    const text = 'Số đến;Ngày tháng văn bản;Nơi gửi\n1;Sở Tài chính;Về việc báo cáo quyết định của tỉnh'
    const [sheet] = await readAnySheet(inBytes(text, encoding))
    expect(sheet?.rows[0]?.cells).toEqual(['Số đến', 'Ngày tháng văn bản', 'Nơi gửi'])
    expect(sheet?.rows[1]?.cells[2]).toBe('Về việc báo cáo quyết định của tỉnh')
  })

  it('in UTF-16 are read, and what is no text or in another encoding is not', async () => {
    const units = Array.from('\uFEFFSố;2', (one) => one.charCodeAt(0))
    const [sheet] = await readAnySheet(Uint8Array.from(units.flatMap((unit) => [unit & 255, unit >> 8])))
    expect(sheet?.rows[0]?.cells).toEqual(['Số', '2'])
    expect(await problemOf(Uint8Array.of(1, 2, 3, 4))).toBe('not-a-sheet')
    expect(await problemOf(Uint8Array.of(0xc0, 0xc1, 0xf8, 0x41))).toBe('encoding-unknown')
  })
})

/** The reverse of reading: Windows-1258 writes tones behind their letters. */
function inBytes(text: string, encoding: ByteEncoding): Uint8Array {
  const bytes = new Map(Array.from(byteEncodings[encoding], ([byte, letter]) => [letter, byte]))
  const loose = encoding === 'tcvn3' ? text : Array.from(text, (letter) => apart(letter, bytes)).join('')
  return Uint8Array.from(Array.from(loose), (letter) => bytes.get(letter) ?? letter.charCodeAt(0))
}

/** The tone taken off, the letter kept whole. */
function apart(letter: string, known: ReadonlyMap<string, number>): string {
  if (known.has(letter) || letter.charCodeAt(0) < 0x100) return letter
  const parts = letter.normalize('NFD')
  const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(parts)?.[0] ?? ''
  return parts.replace(tone, '').normalize('NFC') + tone
}
