import { runInThisContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createCodec, nodeBytes } from '../../../../electron/host/codec.ts'

const codec = createCodec(nodeBytes)
const roundTrip = (value: unknown): unknown => codec.decode(codec.encode(value))

const leaf = fc.oneof(
  fc.string(),
  fc.boolean(),
  fc.double(),
  fc.bigInt(),
  fc.date({ noInvalidDate: false }),
  fc.constantFrom(null, undefined, -0, Infinity, /a+b/gi),
  fc.uint8Array(),
  fc.float64Array(),
  fc.uint8Array().map((bytes) => new Uint8Array(bytes).buffer),
)
const key = fc.oneof(fc.string(), fc.constantFrom('$', '__proto__', 'constructor', 'v'))
const cloneable = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, leaf, tie('array'), tie('object'), tie('map'), tie('set')),
  array: fc.array(tie('value'), { maxLength: 4 }),
  object: fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  map: fc.array(fc.tuple(leaf, tie('value')), { maxLength: 3 }).map((pairs) => new Map(pairs)),
  set: fc.array(tie('value'), { maxLength: 3 }).map((items) => new Set(items)),
})).value

describe('the codec', () => {
  test('gives back what a structured clone gives back', () => {
    fc.assert(
      fc.property(cloneable, (value) => {
        expect(roundTrip(value)).toEqual(structuredClone(value))
      }),
    )
  })

  test('keeps errors with name, message and stack', () => {
    const back = roundTrip(new RangeError('too far')) as Error
    expect(back).toBeInstanceOf(RangeError)
    expect([back.name, back.message, back.stack?.startsWith('RangeError: too far')]).toEqual([
      'RangeError',
      'too far',
      true,
    ])
    expect((roundTrip(Object.assign(new Error('x'), { name: 'Own' })) as Error).name).toBe('Own')
  })

  test('copies only the bytes a view shows, into a buffer of their own', () => {
    const back = roundTrip(Buffer.from('abcdef').subarray(2, 4)) as Uint8Array
    expect([...back]).toEqual([99, 100])
    expect(back.buffer.byteLength).toBe(2)
  })

  test.each([
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a promise', Promise.resolve()],
    ['a weak map', new WeakMap()],
    ['a function inside', { list: [() => 1] }],
  ])('refuses %s', (_name, value) => {
    expect(() => codec.encode(value)).toThrow('An object could not be cloned.')
  })

  test('refuses a cycle, but not the same object twice', () => {
    const shared = { a: 1 }
    expect(roundTrip([shared, shared])).toEqual([{ a: 1 }, { a: 1 }])
    const cycle: Record<string, unknown> = {}
    cycle['self'] = cycle
    expect(() => codec.encode(cycle)).toThrow('An object could not be cloned.')
  })

  test('works from its source text alone, as it does in a page', () => {
    const page = runInThisContext(`(${createCodec.toString()})`) as typeof createCodec
    const value = { when: new Date(1), bytes: new Uint8Array([1]), map: new Map([[1n, new Set(['x'])]]) }
    expect(page(nodeBytes).decode(codec.encode(value))).toEqual(value)
  })
})
