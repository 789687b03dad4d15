import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findInWords } from '../../../../../shared/domain/notes/find-passage.ts'
import { comparingPages, type PaperChanges } from '../../../../../shared/domain/papers/changed-pages.ts'

function changesOf(before: readonly string[], after: readonly string[]): PaperChanges {
  const work = comparingPages(before, after)
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}
const shortly = ({ changes }: PaperChanges) =>
  changes.map(({ page, removed, added }) => [page, removed, added?.quote ?? ''])

it('tells for each page what was put in and what is gone', () => {
  const before = ['Tổng dự toán là 120 tỷ đồng\n1', 'Bổ sung 14 chỉ tiêu biên chế cho năm 2027\n2']
  const after = ['Tổng dự toán là 135 tỷ đồng\n1', 'Bổ sung 14 chỉ tiêu cho năm 2027 theo kết luận\n2']
  expect(shortly(changesOf(before, after))).toEqual([
    [1, '120', '135'],
    [2, 'biên chế', ''],
    [2, '', 'theo kết luận'],
  ])
})

it('words that only move to another page did not change, nor did the numbers of the pages', () => {
  const before = ['một hai ba bốn\n1', 'năm sáu bảy tám\n2']
  const after = ['Trang bìa mới\n1', 'một hai\n2', 'ba bốn năm sáu bảy\n3', 'tám\n4']
  expect(shortly(changesOf(before, after))).toEqual([[1, '', 'Trang bìa mới']])
})

it('what was put in over several pages stands on each of them', () => {
  const after = ['đầu', 'mới một', 'mới hai', 'cuối']
  expect(shortly(changesOf(['đầu', 'cuối'], after))).toEqual([
    [2, '', 'mới một'],
    [3, '', 'mới hai'],
  ])
})

it('says which pages are pictures only', () => {
  expect(changesOf(['', 'a'], ['', 'a', ' '])).toMatchObject({ changes: [], pictures: [1, 3] })
})

const page = fc.array(fc.constantFrom('kinh', 'phí', 'năm', 'sau', 'tỷ'), { maxLength: 20 })
const pages = fc.array(
  page.map((words) => words.join(' ')),
  { maxLength: 6 },
)

it('what is new is found on its page, and a version has nothing new since itself', () => {
  fc.assert(
    fc.property(pages, pages, (before, after) => {
      for (const { page: number, added } of changesOf(before, after).changes) {
        expect(number).toBeLessThanOrEqual(Math.max(1, after.length))
        if (added !== null) expect(findInWords((after[number - 1] ?? '').split(' '), added)).not.toBeNull()
      }
      expect(changesOf(after, after).changes).toEqual([])
    }),
  )
})
