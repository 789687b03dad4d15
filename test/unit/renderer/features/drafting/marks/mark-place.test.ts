import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageMark } from '../../../../../../shared/domain/documents/page-mark.ts'
import { placeBetween, wholePage } from '../../../../../../renderer/features/drafting/marks/mark-place.ts'

const point = fc.tuple(
  fc.double({ min: -2, max: 3, noNaN: true }),
  fc.double({ min: -2, max: 3, noNaN: true }),
)

test('a stroke in any direction, off the page too, becomes a place on it', () => {
  fc.assert(
    fc.property(point, point, (from, to) => {
      const place = placeBetween(2, from, to)
      expect(place).toEqual(placeBetween(2, to, from))
      if (place === null) return
      expect(pageMark.safeParse({ ...place, words: 'x' }).success).toBe(true)
      expect(place.x + place.width).toBeLessThanOrEqual(1 + Number.EPSILON)
      expect(place.y + place.height).toBeLessThanOrEqual(1 + Number.EPSILON)
    }),
  )
})

test('a click is no stroke; a whole page is one', () => {
  expect(placeBetween(1, [0.4, 0.4], [0.405, 0.402])).toBeNull()
  expect(pageMark.safeParse({ ...wholePage(3), words: 'x' }).success).toBe(true)
})
