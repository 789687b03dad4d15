import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  recogniseSheet,
  type FormerColumn,
} from '../../../../../../shared/domain/registers/former/former-columns.ts'
import {
  readFormerRows,
  usualYear,
  type ReadPlan,
} from '../../../../../../shared/domain/registers/former/read-former-rows.ts'
import { dayOfCell, numberOfCell } from '../../../../../../shared/domain/registers/former/former-values.ts'
import type { CellValue } from '../../../../../../shared/spreadsheet/table.ts'
import { formerIncoming } from '../../../../../builders/former-register.ts'

const rowsOf = (cells: readonly (readonly CellValue[])[]) =>
  cells.map((one, index) => ({ line: index + 1, cells: one }))

describe('headings', () => {
  const known: readonly (readonly [string, FormerColumn])[] = [
    ['NGÀY ĐẾN', 'date'],
    ['So den', 'number'],
    ['Cơ quan ban hành', 'issuer'],
    ['Số, ký hiệu', 'code'],
    ['Ngày tháng VB', 'issuedOn'],
    ['Trích yếu nội dung', 'subject'],
    ['Người nhận', 'receivers'],
    ['Ghi chú (nếu có)', 'remark'],
  ]

  it('are found in any order, below any title', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...known], { minLength: known.length }), fc.nat(5), (order, above) => {
        const title = Array.from({ length: above }, () => ['UBND TỈNH MINH GIANG', null])
        const sheet = recogniseSheet(rowsOf([...title, order.map(([heading]) => heading)]))
        expect(sheet.direction).toBe('incoming')
        expect(sheet.headingLine).toBe(above + 1)
        expect(sheet.columns).toEqual(order.map(([, column]) => column))
      }),
    )
  })

  it('of an outgoing register with number and symbol apart', () => {
    const sheet = recogniseSheet(
      rowsOf([
        ['SỔ VĂN BẢN ĐI NĂM 2018'],
        [
          'STT',
          'Số',
          'Ký hiệu',
          'Ngày ban hành',
          'Loại văn bản',
          'Trích yếu',
          'Người ký',
          'Nơi nhận',
          'Số lượng',
          'Tên tệp',
        ],
      ]),
    )
    expect(sheet).toMatchObject({ direction: 'outgoing', year: 2018, headingLine: 2 })
    expect(sheet.columns).toEqual([
      null,
      'number',
      'symbol',
      'date',
      'kind',
      'subject',
      'signer',
      'receivers',
      'copies',
      'file',
    ])
  })

  it('that are not there leave every column to the person', () => {
    const sheet = recogniseSheet(
      rowsOf([
        ['a', 'b'],
        [1, 2],
      ]),
    )
    expect(sheet).toMatchObject({ headingLine: 0, columns: [null, null] })
  })
})

describe('values', () => {
  it.each<[CellValue, string | undefined]>([
    [{ date: '2019-03-12' }, '2019-03-12'],
    [43_536, '2019-03-12'],
    ['43536', '2019-03-12'],
    ['12/3/2019', '2019-03-12'],
    ['12-03-19', '2019-03-12'],
    ['12.3.2019 08:15', '2019-03-12'],
    ['ngày 12 tháng 3 năm 2019', '2019-03-12'],
    ['12/3', '2019-03-12'],
    ['2019-03-12T00:00:00Z', '2019-03-12'],
    ['31/2/2019', undefined],
    ['3/15/2019', undefined],
    [12, undefined],
    ['nt', undefined],
  ])('%j is the day %s', (cell, day) => expect(dayOfCell(cell, 2019)).toBe(day))

  it.each<[CellValue, number | undefined]>([
    ['4.812', 4812],
    [4.812, 4812],
    [4.81, 4810],
    ['1.204.812', 1_204_812],
    ['0125', 125],
    ['125/QĐ-UBND', 125],
    ['125a', 125],
    ['Số: 7', 7],
    [7, 7],
    [0, undefined],
    [-3, undefined],
    ['bis', undefined],
    [{ date: '2019-01-01' }, undefined],
  ])('%j is the number %s', (cell, number) => expect(numberOfCell(cell)?.number).toBe(number))

  it('that were written in any usual form are the day they say', () => {
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.constantFrom('/', '-', '.'), (date, sign) => {
        const iso = date.toISOString().slice(0, 10)
        const [year, month, dom] = iso.split('-')
        expect(dayOfCell([dom, month, year].join(sign), 2019)).toBe(iso)
        expect(dayOfCell([Number(dom), Number(month), year].join(sign), 2019)).toBe(iso)
      }),
    )
  })
})

describe('lines', () => {
  const plan: ReadPlan = {
    direction: 'incoming',
    year: 2019,
    headingLine: 1,
    columns: ['date', 'number', 'issuer', 'code', 'issuedOn', 'subject', 'remark'],
    lastNumber: null,
  }
  const read = (...rows: readonly CellValue[][]) =>
    readFormerRows(rowsOf([['heading'], ...rows]), plan).map((line) =>
      line.what === 'entry' ? line.entry.facts.number : line.reason,
    )

  it('are taken whole or refused with the reason', () => {
    expect(
      read(
        ['(1)', '(2)', '(3)', '(4)'],
        ['02/01/2019', 1, 'Sở Tài chính', '12/STC', '31/12/2018', 'Báo cáo', ''],
        ['Tháng 2', null],
        ['03/01/2019', null, 'Sở Nội vụ', '1/SNV', '', 'x'],
        [null, 5, 'Sở Nội vụ', '1/SNV', '', 'x'],
        ['32/01/2019', 6, 'Sở Nội vụ', '1/SNV', '', 'x'],
        ['03/01/2020', 7, 'Sở Nội vụ', '1/SNV', '', 'x'],
        ['03/01/2019', 'bis', 'Sở Nội vụ', '1/SNV', '', 'x'],
        ['03/01/2019', 9, 'Sở Nội vụ', '1/SNV', '', 'x'.repeat(3001)],
        ['03/01/2019', 10, 'Công an tỉnh', '1/CAT', '', 'Kế hoạch', 'Mật'],
        ['03/01/2019', 11, 'Công an tỉnh', '1/CAT', '', 'Kế hoạch (Tối mật)', ''],
        ['03/01/2019', 12, 'Sở Nông nghiệp', '1/SNN', '', 'Bảo mật thông tin, sản lượng mật ong', ''],
      ),
    ).toEqual([
      1,
      'not-a-line',
      'number-missing',
      'date-missing',
      'date-unreadable',
      'year-differs',
      'number-unreadable',
      'too-long',
      'secret',
      'secret',
      12,
    ])
  })

  it('keep a day that is none in its words, and the number of the book that is kept here from being used', () => {
    const [line] = readFormerRows(
      rowsOf([['h'], ['02/01/2019', 1, 'a', 'b', 'cuối tháng 12', 'c', 'd']]),
      plan,
    )
    expect(line).toMatchObject({ entry: { facts: { issuedOn: null, remark: 'd; cuối tháng 12' } } })
    const late = readFormerRows(rowsOf([['h'], ['02/01/2019', 9, 'a']]), { ...plan, lastNumber: 8 })
    expect(late[0]).toMatchObject({ what: 'refused', reason: 'number-in-use' })
  })

  it('of an outgoing register join number and symbol to the code', () => {
    const lines = readFormerRows(
      rowsOf([
        ['h'],
        ['125', 'QĐ-UBND', '02/01/2019'],
        ['126/TB-UBND', '', '02/01/2019'],
        ['4.812', '', '02/01/2019'],
      ]),
      { ...plan, direction: 'outgoing', columns: ['number', 'symbol', 'date'] },
    )
    expect(lines.map((line) => (line.what === 'entry' ? line.entry.facts.code : line.reason))).toEqual([
      '125/QĐ-UBND',
      '126/TB-UBND',
      '4.812',
    ])
  })

  it('of a whole register are all taken, in the year that its title or its days say', () => {
    const rows = rowsOf(formerIncoming(2019, 300))
    const sheet = recogniseSheet(rows)
    expect(sheet.year).toBe(2019)
    expect(usualYear(rows, sheet)).toBe(2019)
    const lines = readFormerRows(rows, { ...plan, ...sheet, year: 2019 })
    expect(lines).toHaveLength(300)
    expect(lines.every((line) => line.what === 'entry')).toBe(true)
  })

  it('of whatever a sheet holds are each an entry or refused, never lost', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }).map((text) => (text.trim() === '' ? null : text)),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom<CellValue>('02/01/2019', 7, null, 'Mật', { date: '2019-05-05' }, '1.200', '12/UBND'),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 12 }), (rows) => {
        const given = rowsOf([['h'], ...rows])
        expect(readFormerRows(given, plan).map((line) => line.line)).toEqual(
          given.slice(1).map((row) => row.line),
        )
      }),
    )
  })
})
