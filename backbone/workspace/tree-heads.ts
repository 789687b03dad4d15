import { toBase64 } from '#shared/kernel/bytes.ts'
import { appendLeaf, nodeHash, rootOf, type Frontier } from '#shared/log/merkle.ts'
import { treeHeadText, type TreeHead } from '#shared/log/tree-head.ts'
import type { Engine, TreeNode } from '../engine/engine.port.ts'
import type { NodeIdentity } from '../node-identity.ts'
import { instantFrom } from '#shared/kernel/instant.ts'

/** The frontier with one more leaf, and the full subtrees that this leaf completes. */
export function growTree(
  frontier: Frontier,
  leaf: Uint8Array,
): { readonly frontier: Frontier; readonly completed: readonly TreeNode[] } {
  const completed: TreeNode[] = []
  const roots = [...frontier.roots]
  let hash = leaf
  let index = frontier.size
  for (let level = 1; index % 2 === 1; level++) {
    const left = roots.pop()
    if (left === undefined) throw new RangeError('frontier does not fit its size')
    hash = nodeHash(left, hash)
    index = (index - 1) / 2
    completed.push({ level, index, hash })
  }
  return { frontier: appendLeaf(frontier, leaf), completed }
}

/** The frontier over the first `size` entries, from kept subtrees. */
export async function frontierAt(engine: Engine, workspace: string, size: number): Promise<Frontier> {
  return { size, roots: await engine.nodes(workspace, fullSubtrees(0, size)) }
}

/** RFC 6962 2.1.1: audit path of entry `seq` in the tree over the first `size` entries; reads O(log² n) kept subtrees. */
export async function proofOf(
  engine: Engine,
  workspace: string,
  seq: number,
  size: number,
): Promise<readonly Uint8Array[]> {
  const siblings = siblingRanges(seq - 1, 0, size)
  const wanted = siblings.map(([from, to]) => fullSubtrees(from, to))
  const hashes = await engine.nodes(workspace, wanted.flat())
  let at = 0
  return wanted.map((nodes) => {
    const roots = hashes.slice(at, at + nodes.length)
    at += nodes.length
    return rootOf({ size: nodes.length, roots })
  })
}

/** The node's signed promise about the first `size` entries. */
export async function signHead(
  engine: Engine,
  identity: NodeIdentity,
  of: { readonly workspace: string; readonly epoch: number; readonly size: number; readonly nowMs: number },
): Promise<TreeHead> {
  const root = rootOf(await frontierAt(engine, of.workspace, of.size))
  const head = {
    workspace: of.workspace,
    epoch: of.epoch,
    size: of.size,
    root: toBase64(root),
    at: instantFrom(of.nowMs),
    key: identity.keyId,
  }
  return { ...head, signature: toBase64(identity.sign(treeHeadText(head))) }
}

/** Sibling ranges of a leaf's path, nearest first. */
function siblingRanges(index: number, from: number, to: number): [number, number][] {
  if (to - from <= 1) return []
  const split = from + largestPowerBelow(to - from)
  return index < split
    ? [...siblingRanges(index, from, split), [split, to]]
    : [...siblingRanges(index, split, to), [from, split]]
}

/** Full subtrees that together cover from..to (`to` outside), left to right; `from` is a multiple of the largest. */
function fullSubtrees(from: number, to: number): Pick<TreeNode, 'level' | 'index'>[] {
  const nodes: Pick<TreeNode, 'level' | 'index'>[] = []
  for (let start = from; start < to;) {
    let level = 0
    while (start + 2 ** (level + 1) <= to) level++
    nodes.push({ level, index: start / 2 ** level })
    start += 2 ** level
  }
  return nodes
}

function largestPowerBelow(size: number): number {
  let power = 1
  while (power * 2 < size) power *= 2
  return power
}
