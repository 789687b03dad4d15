import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPng } from '../../../../../../electron/services/pdf/increment/png-picture.ts'
import { PdfErrorCode } from '../../../../../../electron/services/pdf/pdf-error.ts'
import { drawPng, pngOf, signaturePng } from '../../../../../builders/a-picture.ts'

const plain = (data: Uint8Array | undefined) => [...inflateSync(data ?? new Uint8Array())]

describe('every kind of PNG keeps its colours', () => {
  test('colour with transparency', () => {
    const picture = readPng(drawPng(2, 1, (x) => (x === 0 ? [1, 2, 3, 4] : [250, 251, 252, 253])))
    expect(picture).toMatchObject({ width: 2, height: 1, colorSpace: 'DeviceRGB' })
    expect(plain(picture.color)).toEqual([1, 2, 3, 250, 251, 252])
    expect(plain(picture.alpha)).toEqual([4, 253])
  })

  test('a palette of two bits, with transparency for its first colour', () => {
    const rows = Uint8Array.of(0, 0b00_01_10_00)
    const extra = { PLTE: Uint8Array.of(9, 9, 9, 200, 20, 20, 20, 20, 200), tRNS: Uint8Array.of(0) }
    const picture = readPng(pngOf({ width: 3, height: 1, bits: 2, type: 3 }, rows, extra))
    expect(plain(picture.color)).toEqual([9, 9, 9, 200, 20, 20, 20, 20, 200])
    expect(plain(picture.alpha)).toEqual([0, 255, 255])
  })

  test('grey of one bit', () => {
    const picture = readPng(
      pngOf({ width: 10, height: 1, bits: 1, type: 0 }, Uint8Array.of(0, 0b10101010, 0b01000000)),
    )
    expect(picture).toMatchObject({ colorSpace: 'DeviceGray', alpha: undefined })
    expect(plain(picture.color)).toEqual([255, 0, 255, 0, 255, 0, 255, 0, 0, 255])
  })

  test('grey with transparency in sixteen bits', () => {
    const picture = readPng(
      pngOf({ width: 1, height: 1, bits: 16, type: 4 }, Uint8Array.of(0, 0x80, 1, 0x40, 2)),
    )
    expect([plain(picture.color), plain(picture.alpha)]).toEqual([[0x80], [0x40]])
  })
})

test('all row filters give back the picture they were made from', () => {
  const paeth = (a: number, b: number, c: number) => {
    const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)]
    return pa <= pb && pa <= pc ? a : pb <= pc ? b : c
  }
  const width = 5
  const row = fc.tuple(
    fc.integer({ min: 0, max: 4 }),
    fc.uint8Array({ minLength: 3 * width, maxLength: 3 * width }),
  )
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
      const filtered = rows.map(([filter, pixels], y) =>
        Uint8Array.of(
          filter,
          ...pixels.map((value, x) => {
            const above = rows[y - 1]?.[1]
            const [a, b, c] = [pixels[x - 3] ?? 0, above?.[x] ?? 0, x >= 3 ? (above?.[x - 3] ?? 0) : 0]
            return value - ([0, a, b, (a + b) >> 1, paeth(a, b, c)][filter] ?? 0)
          }),
        ),
      )
      const png = pngOf(
        { width, height: rows.length, bits: 8, type: 2 },
        new Uint8Array(Buffer.concat(filtered)),
      )
      expect(plain(readPng(png).color)).toEqual(rows.flatMap(([, pixels]) => [...pixels]))
    }),
  )
})

describe('refused, never thrown otherwise', () => {
  test.each([
    ['no PNG', new TextEncoder().encode('GIF89a')],
    ['interlaced', pngOf({ width: 1, height: 1, bits: 8, type: 0, interlace: 1 }, Uint8Array.of(0, 0))],
    ['a palette without colours', pngOf({ width: 1, height: 1, bits: 8, type: 3 }, Uint8Array.of(0, 0))],
    ['pixels missing', pngOf({ width: 9, height: 9, bits: 8, type: 2 }, Uint8Array.of(0, 0))],
    ['larger than any seal', pngOf({ width: 60_000, height: 60_000, bits: 8, type: 2 }, Uint8Array.of(0))],
  ])('%s', (_, png) => {
    expect(() => readPng(png)).toThrow(expect.objectContaining({ code: PdfErrorCode.badPicture }))
  })

  test('any damage', () => {
    const png = signaturePng()
    fc.assert(
      fc.property(fc.nat(200), fc.nat(255), fc.nat(png.length), (at, value, length) => {
        const damaged = png.slice(0, Math.max(length, 8))
        if (at < damaged.length) damaged[at] = value
        try {
          readPng(damaged)
        } catch (error) {
          expect(error).toMatchObject({ code: PdfErrorCode.badPicture })
        }
      }),
      { numRuns: 60 },
    )
  })
})
