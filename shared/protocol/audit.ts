import { z } from 'zod'
import { entry } from '../log/entry.ts'
import { treeHead } from '../log/tree-head.ts'

/**
 * One NDJSON line of `GET /v1/audit?workspace=`: the log from its first entry, closed by a head. First the `log` line.
 * - `leaf`: an entry whose body the reader may not see, or that the law had removed; `leaf` is base64.
 * - `private`: an entry of a private note; its body is in no export. Nothing else depends on it.
 * - `head`: the node's signed head over all lines before it.
 */
export const auditLine = z.discriminatedUnion('item', [
  z.strictObject({
    item: z.literal('log'),
    version: z.literal(1),
    workspace: z.string(),
    /** Raw Ed25519 public key, base64. */
    nodeKey: z.string(),
  }),
  z.strictObject({ item: z.literal('entry'), entry }),
  z.strictObject({ item: z.literal('leaf'), seq: z.int().positive(), leaf: z.string() }),
  z.strictObject({ item: z.literal('private'), seq: z.int().positive(), leaf: z.string() }),
  z.strictObject({ item: z.literal('head'), head: treeHead }),
])
export type AuditLine = z.infer<typeof auditLine>
