import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  derBitBytes,
  derChildrenOf,
  DerError,
  derOctetBytes,
  derOidText,
  derSmallInteger,
  DerTag,
  derTime,
  readDer,
  readWholeDer,
} from '#shared/kernel/der-reader.ts'
import {
  derBits,
  derGeneralizedTime,
  derInteger,
  derOctets,
  derOid,
  derSequence,
  derSetOf,
  derTimeChoice,
  derUnsigned,
} from '#shared/kernel/der-writer.ts'

describe('what is written is read back', () => {
  test('octets of any length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70_000 }), (bytes) => {
        expect(derOctetBytes(readWholeDer(derOctets(bytes)))).toEqual(bytes)
        expect(derBitBytes(readWholeDer(derBits(bytes)))).toEqual(bytes)
      }),
      { numRuns: 50 },
    )
  })

  test('integers, also with a leading one bit', () => {
    fc.assert(
      fc.property(fc.nat(), (value) => {
        expect(derSmallInteger(readWholeDer(derInteger(value)))).toBe(value)
      }),
    )
    expect([...derUnsigned(Uint8Array.of(0, 0, 0x80))]).toEqual([2, 2, 0, 0x80])
    expect([...derInteger(0)]).toEqual([2, 1, 0])
  })

  test.each(['2.999.68.1', '1.2.840.113549.1.9.16.2.47', '0.9.2342', '2.5.4.3'])(
    'object identifier %s',
    (text) => {
      expect(derOidText(readWholeDer(derOid(text)))).toBe(text)
    },
  )

  test('times keep the second, on both sides of 2050', () => {
    for (const text of ['2026-02-28T23:59:59.000Z', '2050-01-01T00:00:00.000Z', '1999-12-31T00:00:00.000Z']) {
      const at = new Date(text)
      expect(derTime(readWholeDer(derGeneralizedTime(at)))).toEqual(at)
      expect(derTime(readWholeDer(derTimeChoice(at)))).toEqual(at)
    }
  })

  test('a SET OF is put in order', () => {
    expect(derSetOf(derInteger(9), derInteger(3))).toEqual(derSetOf(derInteger(3), derInteger(9)))
  })
})

describe('hostile bytes', () => {
  test('any bytes end in a value or a DerError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          const node = readDer(bytes)
          expect(node.raw.length).toBeLessThanOrEqual(bytes.length)
        } catch (error) {
          expect(error).toBeInstanceOf(DerError)
        }
      }),
    )
  })

  test('endless nesting of indefinite lengths is refused', () => {
    const bytes = new Uint8Array(100_000)
    for (let index = 0; index < bytes.length; index += 2) bytes.set([0x30, 0x80], index)
    expect(() => readDer(bytes)).toThrow(DerError)
  })

  test('bytes behind the value are refused where the whole is asked for', () => {
    expect(() => readWholeDer(Uint8Array.of(5, 0, 0))).toThrow(DerError)
  })

  test('a day that does not exist is refused', () => {
    const text = new TextEncoder().encode('20260230000000Z')
    expect(() => derTime({ tag: DerTag.generalizedTime, raw: text, content: text })).toThrow(DerError)
  })

  test('indefinite lengths and constructed octet strings are understood', () => {
    const bytes = Uint8Array.of(0x30, 0x80, 0x24, 0x80, 4, 1, 7, 4, 1, 8, 0, 0, 0, 0)
    const [octets] = derChildrenOf(readWholeDer(bytes), DerTag.sequence)
    expect([...derOctetBytes(octets)]).toEqual([7, 8])
    expect(derChildrenOf(readWholeDer(derSequence()), DerTag.sequence)).toEqual([])
  })
})
