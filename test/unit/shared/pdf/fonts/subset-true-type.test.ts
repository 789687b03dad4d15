import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FIELD_CHARACTERS } from '../../../../../electron/services/pdf/base/field-fonts.ts'
import { subsetTrueType } from '../../../../../shared/pdf/fonts/subset-true-type.ts'
import { readTrueType } from '../../../../../shared/pdf/fonts/true-type.ts'
import type { TrueTypeFont } from '../../../../../shared/pdf/fonts/true-type.ts'
import { tinosFace } from '../../../../builders/official-letter.ts'

const font = readTrueType(tinosFace('400Regular/Tinos_400Regular.ttf'))

/** Outline and advance of a glyph in a subset file, which has no character map of its own. */
function glyphIn(file: Uint8Array, glyph: number) {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const tables = new Map<string, number>()
  for (let i = 0; i < view.getUint16(4); i++) {
    tables.set(String.fromCharCode(...file.subarray(12 + 16 * i, 16 + 16 * i)), view.getUint32(20 + 16 * i))
  }
  const at = (tag: string) => tables.get(tag) ?? Number.NaN
  const [from, to] = [0, 4].map((next) => at('glyf') + view.getUint32(at('loca') + 4 * glyph + next))
  return { outline: file.subarray(from, to), advance: view.getUint16(at('hmtx') + 4 * glyph) }
}

function isComposite(outline: Uint8Array): boolean {
  return outline.length > 0 && new DataView(outline.buffer, outline.byteOffset).getInt16(0) < 0
}

/** A simple glyph must be the same; a composite one the same but for the numbers of its parts. */
function expectSame(original: TrueTypeFont, file: Uint8Array, codeUnit: number, glyph: number) {
  const expected = original.outlineOf(original.glyphOf(codeUnit))
  const { outline, advance } = glyphIn(file, glyph)
  expect(advance).toBe(original.metricsOf(original.glyphOf(codeUnit)).advance)
  expect(outline.length - expected.length).toBeLessThan(4)
  if (!isComposite(expected)) expect(outline.subarray(0, expected.length)).toEqual(expected)
  else expect(outline.subarray(0, 12)).toEqual(expected.subarray(0, 12))
}

describe('a subset', () => {
  test('has every character a field can need', () => {
    const { glyphs } = subsetTrueType(font, FIELD_CHARACTERS)
    const missing = Array.from(FIELD_CHARACTERS).filter((character) => !glyphs.has(character.charCodeAt(0)))
    expect(missing).toEqual([])
    expect(FIELD_CHARACTERS).toContain('Ữ')
    expect(FIELD_CHARACTERS.normalize('NFC')).toBe(FIELD_CHARACTERS)
  })

  test('keeps outlines and advances of any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...Array.from(FIELD_CHARACTERS)), { maxLength: 30 }),
        (characters) => {
          const { file, glyphs, advances } = subsetTrueType(font, characters.join(''))
          expect(new Set(glyphs.values()).size).toBeLessThanOrEqual(new Set(characters).size)
          for (const [codeUnit, glyph] of glyphs) {
            expectSame(font, file, codeUnit, glyph)
            expect(advances[glyph]).toBe(glyphIn(file, glyph).advance)
          }
        },
      ),
      { numRuns: 50 },
    )
  })

  test('adds up to the checksum that the format asks for', () => {
    const { file } = subsetTrueType(font, 'ngày 05 tháng 11')
    const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
    let sum = 0
    for (let at = 0; at < file.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
    expect(sum).toBe(0xb1b0afba)
  })
})

test('what is no font is refused', () => {
  for (const bytes of [new Uint8Array(), new Uint8Array(64), new TextEncoder().encode('OTTO'.repeat(9))]) {
    expect(() => readTrueType(bytes)).toThrow(RangeError)
  }
})
