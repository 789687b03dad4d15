import { describe, expect, test } from 'vitest'
import { parseQuery } from '../../../../renderer/search/query.ts'

const TODAY = '2026-11-16'
const read = (text: string) => parseQuery(text, TODAY)
const folded = (text: string) => read(text).words.map((word) => word.folded)

describe('words', () => {
  test.each([
    ['Quyết định', ['quyet', 'dinh']],
    ['đường sá', ['duong', 'sa']],
    ['  125/QĐ-UBND ', ['125', 'qd', 'ubnd']],
    ['125qd', ['125', 'qd']],
    ['số 05/KH', ['5', 'kh']],
    ['', []],
    ['-- // ??', []],
  ])('%j', (text, words) => {
    expect(folded(text)).toEqual(words)
  })

  test('only the last word may go on, and not behind a blank', () => {
    expect(read('bao ca').words.map((word) => word.isOpen)).toEqual([false, true])
    expect(read('bao cao ').words.map((word) => word.isOpen)).toEqual([false, false])
  })

  test('marks are kept when they were typed, in whatever spelling', () => {
    expect(read('hòa').words).toEqual(read('hoà').words)
    expect(read('hoa').words[0]?.marked).toBeNull()
    expect(read('đ').words[0]).toMatchObject({ folded: 'd', marked: 'dd' })
  })

  test('quotation marks make a phrase', () => {
    const { words, phrases } = read('“thủ tục hành chính” xã')
    expect(phrases.map((phrase) => phrase.map((word) => word.folded))).toEqual([
      ['thu', 'tuc', 'hanh', 'chinh'],
    ])
    expect(words.map((word) => word.folded)).toEqual(['xa'])
  })

  test('a number is known as one', () => {
    expect(read('125 qd').number).toBe('125')
    expect(read('biên chế').number).toBeNull()
  })
})

describe('dates', () => {
  test.each([
    ['16/11/2026', '2026-11-16', '2026-11-16', []],
    ['ngày 5.9.2025', '2025-09-05', '2025-09-05', []],
    ['họp 12/11', '2026-11-12', '2026-11-12', ['hop']],
    ['20/12', '2025-12-20', '2025-12-20', []],
    ['tháng 10/2026 báo cáo', '2026-10-01', '2026-10-31', ['bao', 'cao']],
    ['hôm qua', '2026-11-15', '2026-11-15', []],
    ['giấy mời tuần này', '2026-11-16', '2026-11-22', ['giay', 'moi']],
    ['tháng trước', '2026-10-01', '2026-10-31', []],
  ])('%j', (text, from, to, words) => {
    expect(read(text).date).toMatchObject({ from, to })
    expect(folded(text)).toEqual(words)
  })

  test.each(['31/02/2026', '125/2025/QĐ-UBND', 'năm 2026', '12/11-KH', 'quý 3'])('%j is none', (text) => {
    expect(read(text).date).toBeNull()
  })
})
