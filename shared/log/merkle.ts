import { concatBytes, equalBytes } from '../kernel/bytes.ts'
import { sha256 } from '../kernel/hash.ts'

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** RFC 6962 2.1: hash of a leaf. */
export function leafHash(content: Uint8Array): Uint8Array {
  return sha256(concatBytes(LEAF, content))
}

/** RFC 6962 2.1: hash of an inner node. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concatBytes(NODE, left, right))
}

/** The roots of the full subtrees of a tree, largest first: all that is needed to append and to tell the root. */
export interface Frontier {
  readonly size: number
  readonly roots: readonly Uint8Array[]
}

export const emptyFrontier: Frontier = { size: 0, roots: [] }

/** The frontier with one more leaf hash. */
export function appendLeaf(frontier: Frontier, leaf: Uint8Array): Frontier {
  const roots = [...frontier.roots]
  let carried = leaf
  for (let size = frontier.size; size % 2 === 1; size = (size - 1) / 2) {
    const left = roots.pop()
    if (left === undefined) throw new RangeError('frontier does not fit its size')
    carried = nodeHash(left, carried)
  }
  roots.push(carried)
  return { size: frontier.size + 1, roots }
}

/** RFC 6962 2.1: Merkle tree hash; the hash of nothing for an empty tree. */
export function rootOf(frontier: Frontier): Uint8Array {
  const last = frontier.roots.at(-1)
  if (last === undefined) return sha256(new Uint8Array())
  return frontier.roots.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last)
}

/** RFC 6962 2.1.1: the audit path of the leaf at `index`, from leaf hashes. */
export function inclusionProof(leaves: readonly Uint8Array[], index: number): Uint8Array[] {
  if (leaves.length <= 1) return []
  const split = largestPowerBelow(leaves.length)
  const left = leaves.slice(0, split)
  const right = leaves.slice(split)
  return index < split
    ? [...inclusionProof(left, index), treeHash(right)]
    : [...inclusionProof(right, index - split), treeHash(left)]
}

/** True when the path leads from the leaf hash at `index` to `root` in a tree of `size`. */
export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  path: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (index < 0 || index >= size) return false
  let node = index
  let last = size - 1
  let hash = leaf
  for (const sibling of path) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash)
      while (node % 2 === 0 && node !== 0) {
        node = Math.floor(node / 2)
        last = Math.floor(last / 2)
      }
    } else {
      hash = nodeHash(hash, sibling)
    }
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && equalBytes(hash, root)
}

/** RFC 6962 2.1: root over leaf hashes. */
export function treeHash(leaves: readonly Uint8Array[]): Uint8Array {
  return rootOf(leaves.reduce(appendLeaf, emptyFrontier))
}

function largestPowerBelow(size: number): number {
  let power = 1
  while (power * 2 < size) power *= 2
  return power
}
