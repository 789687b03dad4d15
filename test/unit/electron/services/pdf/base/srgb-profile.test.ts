import { expect, test } from 'vitest'
import { srgbProfile } from '../../../../../../electron/services/pdf/base/srgb-profile.ts'

const profile = srgbProfile()
const view = new DataView(profile.buffer)
const text = (at: number, length = 4) => String.fromCharCode(...profile.subarray(at, at + length))

test('says its own size, class and colour spaces', () => {
  expect(view.getUint32(0)).toBe(profile.length)
  expect(text(12, 12)).toBe('mntrRGB XYZ ')
  expect(text(36)).toBe('acsp')
})

test('every tag lies inside the file, on a multiple of four', () => {
  const count = view.getUint32(128)
  expect(count).toBe(9)
  for (let i = 0; i < count; i++) {
    const at = view.getUint32(136 + 12 * i)
    expect(at % 4).toBe(0)
    expect(at + view.getUint32(140 + 12 * i)).toBeLessThanOrEqual(profile.length)
  }
})

test('primaries add up to the white of the connection space', () => {
  const sums = [0, 0, 0]
  for (let i = 0; i < 9; i++) {
    if (!/^[rgb]XYZ$/.test(text(132 + 12 * i))) continue
    const at = view.getUint32(136 + 12 * i) + 8
    sums.forEach((sum, axis) => (sums[axis] = sum + view.getInt32(at + 4 * axis) / 65536))
  }
  ;[0.9642, 1, 0.8249].forEach((white, axis) => expect(sums[axis]).toBeCloseTo(white, 3))
})
