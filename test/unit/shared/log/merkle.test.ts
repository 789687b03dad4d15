import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toHex } from '../../../../shared/kernel/bytes.ts'
import {
  appendLeaf,
  emptyFrontier,
  inclusionProof,
  leafHash,
  rootOf,
  treeHash,
  verifyInclusion,
} from '../../../../shared/log/merkle.ts'

const leavesOf = (count: number) =>
  Array.from({ length: count }, (_, index) => leafHash(Uint8Array.of(index & 255, index >> 8)))

describe('the log tree (RFC 6962)', () => {
  it('has the published hash of the empty tree', () => {
    expect(toHex(rootOf(emptyFrontier))).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    )
  })

  it('proves every leaf of every tree, and nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(), (size, n) => {
        const leaves = leavesOf(size)
        const index = n % size
        const root = treeHash(leaves)
        const path = inclusionProof(leaves, index)
        const leaf = leaves[index] as Uint8Array
        expect(verifyInclusion(leaf, index, size, path, root)).toBe(true)
        expect(verifyInclusion(leafHash(Uint8Array.of(9, 9, 9)), index, size, path, root)).toBe(false)
        expect(verifyInclusion(leaf, index, size, [...path, root], root)).toBe(false)
        if (size > 1) expect(verifyInclusion(leaf, (index + 1) % size, size, path, root)).toBe(false)
      }),
    )
  })

  it('grows leaf by leaf to the same root', () => {
    const leaves = leavesOf(97)
    let frontier = emptyFrontier
    for (const [index, leaf] of leaves.entries()) {
      frontier = appendLeaf(frontier, leaf)
      expect(toHex(rootOf(frontier))).toBe(toHex(recursiveRoot(leaves.slice(0, index + 1))))
    }
  })
})

/** The definition in RFC 6962 2.1, written a second way. */
function recursiveRoot(leaves: Uint8Array[]): Uint8Array {
  let level = leaves
  while (level.length > 1) {
    const above: Uint8Array[] = []
    for (let i = 0; i < level.length; i += 2) {
      const left = level[i] as Uint8Array
      const right = level[i + 1]
      above.push(right === undefined ? left : rootOf(appendLeaf(appendLeaf(emptyFrontier, left), right)))
    }
    level = above
  }
  return level[0] as Uint8Array
}
