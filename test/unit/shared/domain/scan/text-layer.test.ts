import { expect, it } from 'vitest'
import { isTextLayer } from '#shared/domain/scan/text-layer.ts'

it('takes what a scanner leaves behind for no text', () => {
  expect(isTextLayer([])).toBe(false)
  expect(isTextLayer(['Scanned by X-200 25/11/2026', '1234567890'.repeat(20)])).toBe(false)
  expect(
    isTextLayer(['Kính gửi:', 'Sở Xây dựng mời họp về việc thẩm định quy hoạch chi tiết khu dân cư số 2']),
  ).toBe(true)
})
