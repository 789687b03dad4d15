import type { Actor, Refusal } from '#shared/domain/decision.ts'
import type { Device } from '#shared/domain/directory/directory.ts'
import { fromBase64 } from '#shared/kernel/bytes.ts'
import { millisOf } from '#shared/kernel/instant.ts'
import type { Ed25519Verifier } from '#shared/log/ed25519.port.ts'
import type { NodeIdentity } from '../node-identity.ts'
import { actorAt, judgedAt, nodeActor, NODE_ACTOR } from '#shared/domain/authority.ts'
import type { PostTimelines } from './post-timelines.ts'
import type { Ledger } from './ledger.ts'
import type { ReadCommand, Rejection } from './read-command.ts'

export interface AuthenticateDeps {
  readonly ledger: Ledger
  readonly timelines: PostTimelines
  readonly identity: NodeIdentity
  readonly verifier: Ed25519Verifier
}

/** Whose key signed: the node's own, or a device certified for the person who claims to act. */
export type Signer =
  | { readonly by: 'node' }
  | { readonly by: 'device'; readonly until: string; readonly from: string | undefined }

const encoder = new TextEncoder()

/** Checks the signature over the verbatim text against the key that the log knows under its name. */
export async function authenticate(
  { identity, ledger, verifier }: AuthenticateDeps,
  { signed, body, signature }: ReadCommand,
): Promise<Signer | Rejection> {
  const message = encoder.encode(signed.text)
  if (signed.key === identity.keyId) {
    if (!(await verifier.verify(identity.publicKey, message, signature))) return 'bad-signature'
    const isNode = body.actor.person === NODE_ACTOR.person && body.actor.post === NODE_ACTOR.post
    return isNode ? { by: 'node' } : 'unknown-device'
  }
  const { state } = await ledger.states.load({ kind: 'device', id: signed.key }, ledger.seq)
  const device = state as Device | undefined
  if (device?.person !== body.actor.person) return 'unknown-device'
  if (!(await verifier.verify(fromBase64(device.key), message, signature))) return 'bad-signature'
  return { by: 'device', until: device.until, from: device.from }
}

/** Whom the command speaks for at the moment at which it is judged: the person in the post they name, or why not. */
export async function actorOf(
  { identity, ledger, timelines }: AuthenticateDeps,
  { signed, body }: ReadCommand,
  signer: Signer,
  nowMs: number,
): Promise<Actor | Refusal | Rejection> {
  if (signer.by === 'node') return nodeActor(identity.keyId)
  const judged = judgedAt(body, nowMs, signer.from)
  if ('rule' in judged) return judged
  if (millisOf(signer.until) < judged.atMs) return 'unknown-device'
  return actorAt(await timelines.of(body.actor.post, ledger.seq), body, signed.key, {
    atMs: judged.atMs,
    nowMs,
  })
}
