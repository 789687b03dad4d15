import { describe, expect, it } from 'vitest'
import { registerHeadings, type RegisterEntry } from '../../../../../shared/domain/registers/register-form.ts'
import { registerPage } from '../../../../../shared/domain/registers/register-page.ts'
import { registerSheet } from '../../../../../shared/domain/registers/register-sheet.ts'

const cover = {
  superior: 'ỦY BAN NHÂN DÂN TỈNH MINH GIANG',
  agency: 'SỞ NỘI VỤ',
  year: 2026,
  fromDate: '01/11/2026',
  untilDate: '30/11/2026',
  first: '4.812',
  last: '4.814',
  volume: 3,
}
const cells = (...texts: string[]) => Array.from({ length: 10 }, (_, index) => ({ text: texts[index] ?? '' }))
const entries: RegisterEntry[] = [
  { number: 4812, isVoided: false, cells: cells('16/11/2026', '4812', 'Sở <Tài chính>') },
  {
    number: 4813,
    isVoided: true,
    cells: [...cells('16/11/2026', '4813').slice(0, 9), { text: 'Huỷ số: cấp nhầm' }],
  },
  {
    number: 4814,
    isVoided: false,
    cells: [...cells('16/11/2026').slice(0, 9), { text: 'đúng', struck: 'sai' }],
  },
]

describe('a printed register (Decree 30 Annex IV)', () => {
  it.each(['incoming', 'outgoing'] as const)(
    'has the ten literal headings and the cover: %s',
    (direction) => {
      const page = registerPage(direction, cover, entries, '')
      expect(registerHeadings[direction]).toHaveLength(10)
      for (const heading of registerHeadings[direction])
        expect(page).toContain(`<th scope="col">${heading}</th>`)
      for (const line of ['Năm: 2026', 'Từ ngày 01/11/2026 đến ngày 30/11/2026', 'Từ số 4.812 đến số 4.814'])
        expect(page).toContain(line)
      expect(page).toContain('Quyển số: 3')
    },
  )

  it('strikes voided lines and corrected values, and keeps the reason readable', () => {
    const page = registerPage('incoming', cover, entries, '')
    expect(page).toContain('<del>4813</del>')
    expect(page).toContain('<td>Huỷ số: cấp nhầm</td>')
    expect(page).toContain('<del>sai</del> đúng')
    expect(page).toContain('Sở &#60;Tài chính')
  })

  it('goes into a sheet with the same columns', () => {
    const sheet = registerSheet('Sổ đến', 'incoming', entries)
    expect(sheet.columns.map((column) => column.heading)).toEqual(registerHeadings.incoming)
    expect([...sheet.rows].map((row) => row[9])).toEqual(['', 'Huỷ số: cấp nhầm', 'đúng [sai]'])
  })
})
