import { z } from 'zod'
import { AppError } from '#shared/errors/app-error.ts'
import { instant } from '#shared/ipc/values.ts'
import type { Secrets } from '../secrets/secrets.port.ts'
import type { Who } from './last-session.ts'

/** What a desk knows of its node, kept for work without it. Stored sealed: a change needs a reader for the old shape. */
const knownNode = z.strictObject({
  lastServerTime: instant.nullable(),
  clockSkewMs: z.number().nullable(),
  nodeKey: z.string().nullable(),
  enrolledUntil: instant.nullable(),
})
export type KnownNode = z.infer<typeof knownNode>

const NOTHING: KnownNode = { lastServerTime: null, clockSkewMs: null, nodeKey: null, enrolledUntil: null }
const nameOf = ({ person, workspace }: Who): string => `node:${person}:${workspace}`

/**
 * The key in which the first contact made this desk believe stays the node's key: whoever answers in its place with another gets neither the
 * device nor an act. A province of practice is made anew with a new key. Throws AppError `node-changed`.
 */
export function sameNode(known: KnownNode, nodeKey: string, isPractice: boolean): string {
  if (!isPractice && known.nodeKey !== null && known.nodeKey !== nodeKey) throw new AppError('node-changed')
  return nodeKey
}

/** Throws AppError `secrets-unavailable`. */
export async function readKnownNode(secrets: Secrets, who: Who): Promise<KnownNode> {
  const kept = await secrets.read(nameOf(who))
  return kept === undefined ? NOTHING : knownNode.parse(JSON.parse(new TextDecoder().decode(kept)))
}

export function keepKnownNode(secrets: Secrets, who: Who, known: KnownNode): Promise<void> {
  return secrets.write(nameOf(who), new TextEncoder().encode(JSON.stringify(known)))
}
