import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backOffMs } from '../../../../renderer/sync/back-off.ts'

test('between half a second and a minute, longer the more often it failed', () => {
  const bytes = fc.uint8Array({ minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(fc.nat(40), bytes, (attempts, random) => {
      const wait = backOffMs(attempts, random)
      expect(wait).toBeGreaterThanOrEqual(500)
      expect(wait).toBeLessThanOrEqual(Math.min(60_000, 1_000 * 2 ** Math.min(attempts, 10)))
    }),
  )
  const most = new Uint8Array(4).fill(255)
  expect(backOffMs(0, most)).toBe(1_000)
  expect(backOffMs(3, most)).toBe(8_000)
  expect(backOffMs(30, most)).toBe(60_000)
})
