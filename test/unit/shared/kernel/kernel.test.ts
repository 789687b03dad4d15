import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { equalBytes, fromBase64, fromHex, toBase64, toHex } from '../../../../shared/kernel/bytes.ts'
import { canonicalJson, type Json } from '../../../../shared/kernel/canonical-json.ts'
import { localDateOf } from '../../../../shared/kernel/instant.ts'
import { foldText } from '../../../../shared/kernel/text-folding.ts'
import { derivedUuid, uuidV7 } from '../../../../shared/kernel/uuid.ts'

describe('bytes', () => {
  it('survive hex and base64', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(equalBytes(fromHex(toHex(bytes)), bytes)).toBe(true)
        expect(equalBytes(fromBase64(toBase64(bytes)), bytes)).toBe(true)
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      }),
    )
  })
})

describe('canonical JSON (RFC 8785)', () => {
  it('says the same whatever the order of keys, and parses back', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse())
        expect(canonicalJson(value as Json)).toBe(canonicalJson(reversed as Json))
        expect(JSON.parse(canonicalJson(value as Json))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('sorts keys by UTF-16 code units and refuses what JSON cannot hold', () => {
    expect(canonicalJson({ b: 1, a: [1e21, -0, 'é\n'] })).toBe('{"a":[1e+21,0,"é\\n"],"b":1}')
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError)
    expect(() => canonicalJson('\ud800')).toThrow(TypeError)
  })
})

describe('identifiers', () => {
  it('sort by time and are the same for the same names', () => {
    const random = new Uint8Array(10)
    expect(uuidV7(1_700_000_000_000, random) < uuidV7(1_700_000_000_001, random)).toBe(true)
    expect(uuidV7(0, random)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(derivedUuid('a', 'b')).toBe(derivedUuid('a', 'b'))
    expect(derivedUuid('a', 'b')).not.toBe(derivedUuid('ab', ''))
  })
})

describe('days and texts', () => {
  it('puts an instant on the day of Vietnam', () => {
    expect(localDateOf('2026-11-15T17:00:00.000Z')).toBe('2026-11-16')
    expect(localDateOf('2026-11-15T16:59:59.999Z')).toBe('2026-11-15')
  })

  it('finds without accents', () => {
    expect(foldText('  Đề nghị  Quyết ĐỊNH ')).toBe('de nghi quyet dinh')
    expect(foldText('Nguyễn'.normalize('NFD'))).toBe('nguyen')
  })
})
