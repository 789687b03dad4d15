import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findInPages,
  findInWords,
  passageOf,
  placesOf,
} from '../../../../../shared/domain/notes/find-passage.ts'
import { wordsOfPieces } from '../../../../../shared/domain/notes/page-word.ts'

const word = fc.constantFrom('kinh', 'phí', 'Kế', 'hoạch', 'năm', '2027', 'bổ', 'sung;', 'là', 'tỷ')
const words = fc.array(word, { minLength: 1, maxLength: 60 })
const stretch = words.chain((all) =>
  fc
    .tuple(fc.nat(all.length - 1), fc.nat(all.length - 1))
    .map(([a, b]) => ({ all, first: Math.min(a, b), last: Math.max(a, b) })),
)

describe('a passage', () => {
  it('is found again on the page it was taken from, where it stood', () => {
    fc.assert(
      fc.property(stretch, ({ all, first, last }) => {
        const passage = passageOf(all, first, last)
        const found = passage === undefined ? null : findInWords(all, passage)
        expect(found).not.toBeNull()
        expect(all.slice(found?.first, (found?.last ?? 0) + 1).join(' ')).toBe(passage?.quote)
        expect(findInPages(['', all.join(' ')], passage!, 1)).toBe(2)
      }),
    )
  })

  it('is found however the text layer parts its words, and whatever is put in before or behind', () => {
    fc.assert(
      fc.property(stretch, words, words, ({ all, first, last }, ahead, behind) => {
        const passage = passageOf(all, first, last)!
        const letters = Array.from([...ahead, ...all, ...behind].join(''))
        const found = findInWords(letters, passage)
        expect(found).not.toBeNull()
        expect(letters.slice(found!.first, found!.last + 1).join('')).toBe(
          passage.quote.replaceAll(' ', '').normalize('NFC'),
        )
      }),
    )
  })

  it('of several places is the one with the surroundings that were kept, else the nearest page', () => {
    const page = 'Mục một: kinh phí bổ sung cho tỉnh. Mục hai: kinh phí bổ sung cho xã.'.split(' ')
    const passage = passageOf(page, 10, 13)!
    expect(passage.quote).toBe('kinh phí bổ sung')
    expect(findInWords(page, passage)?.first).toBe(10)
    const bare = { quote: 'kinh phí', before: '', after: '' }
    expect(findInPages(['kinh phí', 'khác', 'Kinh  phí', ''], bare, 4)).toBe(3)
  })

  it('is not found where its words are gone, nor on a page that is a picture', () => {
    const passage = { quote: 'kinh phí', before: '', after: '' }
    expect(findInWords(['kinh', 'doanh'], passage)).toBeNull()
    expect(findInPages(['', 'kinh doanh'], passage, 1)).toBeNull()
  })
})

it('stands in one rectangle a line', () => {
  const line = (text: string, top: number) => ({ text, left: 0.1, top, width: 0.8, height: 0.02 })
  const all = wordsOfPieces([line('một hai ba bốn', 0.1), line('năm sáu bảy tám', 0.13)])
  expect(all.map(({ text }) => text)).toEqual(['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám'])
  const places = placesOf(all, 2, 5)
  expect(places.map(({ top }) => top)).toEqual([0.1, 0.13])
  expect(places[0]?.left).toBeCloseTo(0.1 + 0.8 * (8 / 14))
})
