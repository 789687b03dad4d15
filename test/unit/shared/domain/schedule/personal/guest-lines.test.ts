import { expect, it } from 'vitest'
import { guestsFromLines, linesOfGuests, MOST_GUESTS } from '#shared/domain/schedule/personal/guest-lines.ts'

it('reads a guest from each line, however the address is set apart', () => {
  const text =
    'Nguyễn Văn An, an@truong.example\nLê Bình <BINH@cty.example>\n\nchi@cty.example\nan@truong.example'
  const { guests, unread } = guestsFromLines(text)
  expect(unread).toEqual([])
  expect(guests).toEqual([
    { name: 'Nguyễn Văn An', address: 'an@truong.example' },
    { name: 'Lê Bình', address: 'binh@cty.example' },
    { name: '', address: 'chi@cty.example' },
  ])
  expect(guestsFromLines(linesOfGuests(guests)).guests).toEqual(guests)
})

it('tells which lines name nobody who could be written to', () => {
  expect(guestsFromLines('Lê Bình\nAn, an@\nChi, chi@cty.example').unread).toEqual(['Lê Bình', 'An, an@'])
})

it('tells how many are more than may be called', () => {
  const lines = Array.from({ length: MOST_GUESTS + 2 }, (_, one) => `k${String(one)}@cty.example`).join('\n')
  expect(guestsFromLines(lines)).toMatchObject({ surplus: 2 })
  expect(guestsFromLines(lines).guests).toHaveLength(MOST_GUESTS)
})
