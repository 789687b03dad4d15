import { expect, it } from 'vitest'
import { sameNode } from '../../../../../electron/services/session/known-node.ts'

const nothing = { lastServerTime: null, clockSkewMs: null, nodeKey: null, enrolledUntil: null }
const known = { ...nothing, nodeKey: 'first' }

it('believes the key of the first contact and refuses another one, save in practice', () => {
  expect(sameNode(nothing, 'first', false)).toBe('first')
  expect(sameNode(known, 'first', false)).toBe('first')
  expect(() => sameNode(known, 'other', false)).toThrow(expect.objectContaining({ code: 'node-changed' }))
  expect(sameNode(known, 'other', true)).toBe('other')
})
