import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedWords, type WordChange } from '../../../../../shared/domain/papers/changed-words.ts'

const text = fc.array(fc.constantFrom('một', 'hai', 'ba', 'bốn', 'năm'), { maxLength: 40 })

/** What is left of either text without its changes: the words that stayed. */
const staying = (words: readonly string[], changes: readonly WordChange[], side: 'before' | 'after') =>
  words.filter((_, index) => !changes.some(({ [side]: [from, until] }) => index >= from && index < until))

function mustFit(before: readonly string[], after: readonly string[]): readonly WordChange[] {
  const changes = changedWords(before, after)
  expect(staying(before, changes, 'before')).toEqual(staying(after, changes, 'after'))
  let [b, a] = [0, 0]
  for (const { before: old, after: now } of changes) {
    expect(old[1] - old[0] + now[1] - now[0]).toBeGreaterThan(0)
    expect(old[0] - b).toBe(now[0] - a)
    expect(old[0]).toBeGreaterThanOrEqual(b)
    ;[b, a] = [old[1], now[1]]
  }
  expect(before.length - b).toBe(after.length - a)
  return changes
}

describe('words of two versions', () => {
  it('that are not said to have changed are the same, in the same order', () => {
    fc.assert(fc.property(text, text, (before, after) => void mustFit(before, after)))
  })

  it('are the same text without a change', () => {
    fc.assert(fc.property(text, (words) => changedWords(words, words).length === 0))
  })

  it('put in or taken out at one place are one change', () => {
    expect(changedWords(['a', 'b', 'c'], ['a', 'x', 'y', 'b', 'c'])).toEqual([
      { before: [1, 1], after: [1, 3] },
    ])
    expect(changedWords(['a', 'b', 'c'], ['a', 'c'])).toEqual([{ before: [1, 2], after: [1, 1] }])
    expect(changedWords([], ['a'])).toEqual([{ before: [0, 0], after: [0, 1] }])
  })

  it('of a paper of three hundred pages are compared by what is alike, whatever was put in', () => {
    const before = Array.from({ length: 150_000 }, (_, index) => `w${index % 7}-${Math.floor(index / 9)}`)
    const after = [
      ...before.slice(0, 40_000),
      'mới',
      ...before.slice(40_000, 90_000),
      ...before.slice(90_300),
    ]
    expect(changedWords(before, after)).toEqual([
      { before: [40_000, 40_000], after: [40_000, 40_001] },
      { before: [90_000, 90_300], after: [90_001, 90_001] },
    ])
  })

  it('that have nothing in common, or the same word always, come to an end', () => {
    const [one, other] = [
      Array.from({ length: 60_000 }, (_, i) => `a${i}`),
      Array.from({ length: 60_000 }, (_, i) => `b${i}`),
    ]
    expect(changedWords(one, other)).toEqual([{ before: [0, 60_000], after: [0, 60_000] }])
    const same = Array.from({ length: 60_000 }, () => 'và')
    expect(changedWords(['x', ...same, 'y'], ['z', ...same, 'và', 'u']).length).toBeGreaterThan(0)
  })
})
