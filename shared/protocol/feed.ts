import { z } from 'zod'
import { aggregateRef } from '../log/command.ts'
import { entry } from '../log/entry.ts'
import { treeHead } from '../log/tree-head.ts'

/** An entry of the past with its audit path (base64) in the tree over the first `size` entries (RFC 6962 2.1.1). */
export const provenEntry = z.strictObject({ entry, size: z.int().positive(), path: z.array(z.string()) })

/**
 * One NDJSON line of `GET /v1/feed?workspace=&after=&limit=`, in order of `seq`. Every seq behind the cursor is covered exactly once by
 * `entry`, `skip`, or a `granted` or `withdrawn` that carries its `leaf`, so that the reader can append every leaf hash and check each
 * `head` by recomputing its root.
 * - `entry`: visible to the reader.
 * - `skip`: not visible, or its body was removed by law; `leaves` are the leaf hashes of from..to, concatenated, base64.
 * - `granted`: entry `seq` gave the reader access: the whole history of the aggregate up to that entry, proven in the tree of that
 *   size; apply before moving on. `leaf` is null when `seq` was covered before (a post or role of the reader changed).
 * - `withdrawn`: entry `seq` took access away: remove all of the aggregate, also when none of it is here. `leaf` as above.
 * - `head`: the node's signed head; `size` is the seq it covers. The last item of every answer.
 */
export const feedItem = z.discriminatedUnion('item', [
  z.strictObject({ item: z.literal('entry'), entry }),
  z.strictObject({
    item: z.literal('skip'),
    from: z.int().positive(),
    to: z.int().positive(),
    leaves: z.string(),
  }),
  z.strictObject({
    item: z.literal('granted'),
    seq: z.int().positive(),
    leaf: z.string().nullable(),
    aggregate: aggregateRef,
    history: z.array(provenEntry),
  }),
  z.strictObject({
    item: z.literal('withdrawn'),
    seq: z.int().positive(),
    leaf: z.string().nullable(),
    aggregate: aggregateRef,
  }),
  z.strictObject({ item: z.literal('head'), head: treeHead }),
])
export type FeedItem = z.infer<typeof feedItem>

/** Text frames the node sends on `GET /v1/live` (WebSocket): a doorbell only, may be lost or repeated. */
export const liveFrame = z.discriminatedUnion('frame', [
  z.strictObject({ frame: z.literal('head'), workspace: z.string(), seq: z.int().nonnegative() }),
])
export type LiveFrame = z.infer<typeof liveFrame>
