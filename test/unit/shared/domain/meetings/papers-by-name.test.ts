import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placesOfPapers, titleOfPaper } from '#shared/domain/meetings/papers-by-name.ts'

const items = [
  { id: 'plan', title: 'Kế hoạch biên chế năm 2027' },
  { id: 'budget', title: 'Dự toán ngân sách năm 2027' },
]

test.each([
  ['01_To-trinh_de-an.pdf', 'To trinh de an'],
  ['2.1a. Phụ lục số liệu.xlsx', 'Phụ lục số liệu'],
  ['báo cáo tháng 11.docx', 'Báo cáo tháng 11'],
  ['2027.pdf', '2027'],
  ['3.pdf', '3'],
])('%s is called %s', (name, title) => {
  expect(titleOfPaper(name)).toBe(title)
})

test.each([
  ['2. Tờ trình.pdf', 'budget'],
  ['ke-hoach-bien-che.pdf', 'plan'],
  ['Dự toán ngân sách.xlsx', 'budget'],
  ['năm 2027.pdf', null],
  ['Quy chế làm việc.pdf', null],
])('%s goes to %s', (name, item) => {
  expect(placesOfPapers([name], items)).toMatchObject([{ item }])
})

test('files that begin with the same number make one item, called as the first', () => {
  expect(placesOfPapers(['01 Tờ trình.pdf', '1a Phụ lục.pdf', 'Quy chế.pdf'], [])).toEqual([
    { item: null, key: 'number 1', title: 'Tờ trình' },
    { item: null, key: 'number 1', title: 'Tờ trình' },
    { item: null, key: 'file 2', title: 'Quy chế' },
  ])
})

test('every file has a place: an item that is there, or a new one with a title', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1, unit: 'grapheme' })),
      fc.array(fc.string({ unit: 'grapheme' })),
      (names, titles) => {
        const known = titles.map((title, index) => ({ id: String(index), title }))
        const places = placesOfPapers(names, known)
        expect(places).toHaveLength(names.length)
        for (const place of places)
          if (place.item === null) expect(place.title).not.toBe('')
          else expect(known.map(({ id }) => id)).toContain(place.item)
      },
    ),
  )
})
