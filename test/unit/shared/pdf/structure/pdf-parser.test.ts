import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PdfStructureError } from '#shared/pdf/structure/pdf-error.ts'
import { parseIndirectAt, parseValueAt } from '#shared/pdf/structure/pdf-parser.ts'
import { dictionaryOf, isKind, textOf, type PdfValue } from '#shared/pdf/structure/pdf-value.ts'

function parse(text: string): PdfValue {
  return parseValueAt(Buffer.from(text, 'latin1'), 0).value
}

function textIn(text: string): string | undefined {
  return textOf(parse(text))
}

describe('values', () => {
  test('numbers, names, keywords and references', () => {
    expect(parse('[1 -2.5 +3 .5 true false null /A#20b 12 0 R 7 8]')).toEqual({
      kind: 'array',
      items: [
        1,
        -2.5,
        3,
        0.5,
        true,
        false,
        null,
        { kind: 'name', name: 'A b' },
        { kind: 'reference', object: 12, generation: 0 },
        7,
        8,
      ],
    })
  })

  test('literal strings with nesting, escapes and octal digits', () => {
    expect(
      textIn(String.raw`(a(b)c\)\101\n\
d)`),
    ).toBe('a(b)c)A\nd')
  })

  test('hexadecimal strings, also with an odd digit and white space', () => {
    const value = parse('<41 4>')
    expect(isKind(value, 'string') && [...value.bytes]).toEqual([0x41, 0x40])
    expect(value).toMatchObject({ start: 0, end: 6, isHex: true })
  })

  test('text in UTF-16 and UTF-8', () => {
    expect(textIn('<FEFF00531EDF>')).toBe('Sở')
    expect(textIn('<EFBBBF53E1BB9F>')).toBe('Sở')
    expect(textIn('<FFFE5300DF1E>')).toBe('Sở')
  })

  test('comments count as white space', () => {
    expect(parse('[1 % ] 2\n3]')).toMatchObject({ items: [1, 3] })
  })

  test('a key that stands twice is noticed', () => {
    expect(dictionaryOf(parse('<< /A 1 /A 2 >>'))?.hasDuplicateKeys).toBe(true)
    expect(dictionaryOf(parse('<< /A 1 /B 2 >>'))?.hasDuplicateKeys).toBe(false)
  })
})

describe('streams', () => {
  const stream = (text: string) => parseIndirectAt(Buffer.from(text, 'latin1'), 0, () => undefined)

  test('the declared length counts if the keyword follows', () => {
    const found = stream('1 0 obj << /Length 9 >> stream\nendstream\nendstream endobj')
    expect(isKind(found.value, 'stream') && found.value.raw.length).toBe(9)
  })

  test('a wrong length gives way to the keyword', () => {
    const found = stream('1 0 obj << /Length 400 >> stream\nabc\nendstream endobj')
    expect(isKind(found.value, 'stream') && Buffer.from(found.value.raw).toString()).toBe('abc\n')
  })
})

describe('hostile bytes', () => {
  test.each(['[', '<<', '(', '<', '<< /A', '[1 2', '<4g>', 'nonsense', '', '<< 1 2 >>', '('.repeat(100_000)])(
    '%.20s ends in an error of ours',
    (text) => {
      expect(() => parse(text)).toThrow(PdfStructureError)
    },
  )

  test('nesting has an end', () => {
    expect(() => parse('['.repeat(100_000))).toThrow('pdf.too-complex')
    expect(() => parse('<</A'.repeat(100_000))).toThrow('pdf.too-complex')
  })

  test('any bytes end in a value or an error of ours', () => {
    const alphabet = fc.constantFrom(...'<>[]()/ %\n0123456789abcRobjstream#\\.+-'.split(''))
    fc.assert(
      fc.property(fc.string({ unit: alphabet, maxLength: 60 }), (text) => {
        try {
          parse(text)
        } catch (error) {
          expect(error).toBeInstanceOf(PdfStructureError)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
