import { expect, test } from 'vitest'
import { onBaseLine } from '../../../../../../electron/services/pdf/base/base-lines.ts'
import { textOrigins } from '../../../../../../electron/services/pdf/base/text-origins.ts'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const font = { unitsPerEm: 1000, ascent: 900, descent: -200 }
const place = { left: 100, bottom: 50, right: 140, top: 66 }

test('origins follow the matrices of page, state and line', () => {
  const content =
    '.5 0 0 -.5 0 800 cm q 2 0 0 2 10 20 cm BT /F 9 Tf 1 0 0 -1 8 36 Tm <01> Tj 5 0 Td <02> Tj ET Q BT (c) Tj ET'
  expect(textOrigins(bytes(content))).toEqual([
    { x: 13, y: 754 },
    { x: 18, y: 754 },
    { x: 0, y: 800 },
  ])
})

test('a field stands on the line of the text beside it', () => {
  const origins = [
    { x: 90, y: 52.7 },
    { x: 300, y: 52.2 },
    { x: 95, y: 70 },
    { x: 100.3, y: 51 },
  ]
  expect(onBaseLine(place, 10, font, origins)).toEqual({ left: 100, right: 140, bottom: 50.7, top: 61.7 })
})

test('a field alone stays where it was put', () => {
  expect(onBaseLine(place, 10, font, [{ x: 90, y: 20 }])).toEqual({
    left: 100,
    right: 140,
    bottom: 50,
    top: 61,
  })
})
