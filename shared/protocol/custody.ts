import { z } from 'zod'
import { accessHead, keptAccess } from '../log/access.ts'
import { aggregateRef } from '../log/command.ts'
import { entry } from '../log/entry.ts'
import { treeHead } from '../log/tree-head.ts'

/**
 * One line of a chain of custody (`GET /v1/custody?workspace=&kind=&id=`): what the log says of one document or letter, provable without
 * the rest of the log. First the `custody` line, then entries in order of `seq`, last the signed head. For whoever may read who accessed it,
 * the accesses of each of its files stand before the head: in order, closed by the node's word on how many there are.
 * - `proven`: an entry with its audit path (base64, RFC 6962 2.1.1) in the tree of the head.
 * - `erased`: an entry whose body the law had removed; its leaf stays provable.
 */
export const custodyLine = z.discriminatedUnion('item', [
  z.strictObject({
    item: z.literal('custody'),
    version: z.literal(1),
    workspace: z.string(),
    /** Raw Ed25519 public key, base64. */
    nodeKey: z.string(),
    aggregate: aggregateRef,
  }),
  z.strictObject({ item: z.literal('proven'), entry, path: z.array(z.string()) }),
  z.strictObject({
    item: z.literal('erased'),
    seq: z.int().positive(),
    leaf: z.string(),
    path: z.array(z.string()),
  }),
  keptAccess.extend({ item: z.literal('access') }),
  z.strictObject({ item: z.literal('access-head'), head: accessHead }),
  z.strictObject({ item: z.literal('head'), head: treeHead }),
])
export type CustodyLine = z.infer<typeof custodyLine>
