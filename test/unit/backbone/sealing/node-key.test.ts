import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nodeKey, SealBroken } from '../../../../backbone/sealing/node-key.ts'
import { aNodeKey } from '../../../builders/node-key.ts'

const places = fc.tuple(
  fc.constantFrom('entries', 'states'),
  fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null)), { maxLength: 3 }),
)

describe('a seal', () => {
  const seal = aNodeKey().sealFor('database')

  it('gives back what was sealed, at its place only', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        places,
        places,
        (content, [table, key], [other, otherKey]) => {
          const sealed = seal.seal([table, ...key], content)
          expect(Uint8Array.from(seal.open([table, ...key], sealed))).toEqual(content)
          fc.pre(JSON.stringify([table, key]) !== JSON.stringify([other, otherKey]))
          expect(() => seal.open([other, ...otherKey], sealed)).toThrow(SealBroken)
        },
      ),
    )
  })

  it('breaks with any byte, also of its header, and when it is cut', () => {
    const sealed = seal.seal(['states', 1], 'V/v cung cấp số liệu')
    for (let at = 0; at < sealed.length; at++) {
      const changed = Uint8Array.from(sealed)
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => seal.open(['states', 1], changed)).toThrow(SealBroken)
      expect(() => seal.open(['states', 1], sealed.subarray(0, at))).toThrow(SealBroken)
    }
  })

  it('never looks the same twice', () => {
    const one = seal.seal(['states', 1], 'x')
    expect(seal.seal(['states', 1], 'x')).not.toEqual(one)
  })

  it('belongs to one key and one purpose', () => {
    const key = aNodeKey()
    const sealed = key.sealFor('database').seal(['states', 1], 'x')
    expect(() => key.sealFor('blobs').open(['states', 1], sealed)).toThrow(SealBroken)
    expect(() => seal.open(['states', 1], sealed)).toThrow(SealBroken)
  })

  it('gives names that are the same under one key only', () => {
    expect(seal.name('code', 'a', '12/SNV')).toBe(seal.name('code', 'a', '12/SNV'))
    expect(seal.name('code', 'a', '12/SNV')).not.toBe(seal.name('code', 'a1', '2/SNV'))
    expect(seal.name('code', 'a')).not.toBe(aNodeKey().sealFor('database').name('code', 'a'))
  })
})

it('takes no key of another length', () => {
  expect(() => nodeKey(new Uint8Array(16))).toThrow(RangeError)
})
