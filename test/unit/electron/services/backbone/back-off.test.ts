import { expect, test } from 'vitest'
import { backOff } from '../../../../../electron/services/backbone/back-off.ts'

test('waits grow to the longest, with jitter, and start again after a success', () => {
  const longest = backOff(1000, 8000, () => 1)
  expect([1, 2, 3, 4, 5, 6].map(() => longest.next())).toEqual([1000, 2000, 4000, 8000, 8000, 8000])
  longest.reset()
  expect(longest.next()).toBe(1000)
  const shortest = backOff(1000, 8000, () => 0)
  expect([1, 2, 3].map(() => shortest.next())).toEqual([500, 1000, 2000])
})
