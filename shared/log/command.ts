import { z } from 'zod'
import { canonicalJson, type Json } from '../kernel/canonical-json.ts'

/** Stored and exchanged: changing a value needs a migration and a new protocol version. */
export const aggregateKinds = [
  'agency',
  'unit',
  'post',
  'device',
  'correspondent',
  'document',
  'book',
  'letter',
  'task',
  'dispatch',
  'unmatched',
  'sender-request',
  'calendar',
  'absence',
  'signing-delegation',
  'usual-directives',
  'saved-searches',
  'groups',
  'file-plan',
  'case-file',
  'submission',
  'disposal',
  'handover',
  'configuration',
  'former-import',
  'former-page',
  'meeting',
  'vote',
  'week-draft',
  'week',
  'ballot',
  'ballot-slip',
  'note',
  'room',
  'personal-calendar',
] as const
export type AggregateKind = (typeof aggregateKinds)[number]

/** Whether what is said of it leaves the node for nobody but its owner, in no export either; no decision about anything else depends on it. */
export const isPrivateKind = (kind: AggregateKind): boolean => kind === 'note' || kind === 'personal-calendar'

/** The one aggregate a command touches. */
export const aggregateRef = z.strictObject({ kind: z.enum(aggregateKinds), id: z.string().min(1).max(64) })
export type AggregateRef = z.infer<typeof aggregateRef>

const instant = z.iso.datetime({ precision: 3 })

/**
 * What a person (or the node itself, as `post: 'node'`) wants done. `claimedAt` is the desk's clock; `seenServerTime` the last server
 * time the desk had seen, so that the node can judge whether `claimedAt` may be believed (design 3, Time and authority).
 */
export const commandBody = z.strictObject({
  version: z.literal(1),
  id: z.uuid(),
  workspace: z.string().min(1).max(64),
  aggregate: aggregateRef,
  type: z.string().regex(/^[a-z-]+\.[a-zA-Z]+$/),
  payload: z.record(z.string(), z.unknown()),
  claimedAt: instant,
  seenServerTime: instant.nullable(),
  actor: z.strictObject({ person: z.string().min(1).max(64), post: z.string().min(1).max(64) }),
  /** Command ids on this desk that must come first: same aggregate, or one whose result this needs. */
  after: z.array(z.uuid()).max(16),
})
export type CommandBody = z.infer<typeof commandBody>

/** A command as it travels and is kept: canonical text, and the device's Ed25519 signature (base64) over its UTF-8 bytes. */
export const signedCommand = z.strictObject({
  text: z.string().max(2_000_000),
  signature: z.string().max(128),
  key: z.string().regex(/^[0-9a-f]{32}$/),
})
export type SignedCommand = z.infer<typeof signedCommand>

/** The bytes that are signed and kept verbatim. */
export function commandText(body: CommandBody): string {
  return canonicalJson(body as unknown as Json)
}

/** Parses the text of a command; throws ZodError or SyntaxError on anything else. */
export function parseCommandText(text: string): CommandBody {
  return commandBody.parse(JSON.parse(text))
}
