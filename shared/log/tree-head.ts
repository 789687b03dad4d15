import { z } from 'zod'
import { canonicalJson } from '../kernel/canonical-json.ts'

/** The node's promise about its log: `root` over the first `size` entries (RFC 6962 3.5), base64; signed with the node's Ed25519 key. */
export const treeHead = z.strictObject({
  workspace: z.string(),
  epoch: z.int().positive(),
  size: z.int().nonnegative(),
  root: z.string(),
  at: z.iso.datetime({ precision: 3 }),
  key: z.string().regex(/^[0-9a-f]{32}$/),
  signature: z.string(),
})
export type TreeHead = z.infer<typeof treeHead>

/** What the node signs. */
export function treeHeadText(head: Omit<TreeHead, 'signature'>): string {
  const { workspace, epoch, size, root, at, key } = head
  return canonicalJson({ workspace, epoch, size, root, at, key })
}
