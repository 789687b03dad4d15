import { z } from 'zod'
import type { KeyPair } from './key-pairs.ts'

export interface AuthorityMember {
  readonly certificateDer: Uint8Array
  readonly keys: KeyPair
}

/** Everything an authority must remember; private keys included, so the caller seals it at rest. */
export interface AuthorityState {
  readonly root: AuthorityMember
  readonly issuing: AuthorityMember
  readonly ocsp: AuthorityMember
  readonly timestamp: AuthorityMember
  /** Serial numbers issued, lower-case hex. */
  readonly issued: ReadonlySet<string>
  /** Serial number → moment of revocation. */
  readonly revoked: ReadonlyMap<string, Date>
}

const storedMember = z.object({
  certificate: z.base64(),
  keyType: z.enum(['ec-p256', 'rsa-2048', 'rsa-3072']),
  pkcs8: z.base64(),
})

/** Stored by callers: a change of shape needs a new `format`. */
const storedState = z.object({
  format: z.literal(1),
  root: storedMember,
  issuing: storedMember,
  ocsp: storedMember,
  timestamp: storedMember,
  issued: z.array(z.string()),
  revoked: z.array(z.tuple([z.string(), z.iso.datetime()])),
})

type StoredMember = z.infer<typeof storedMember>

export function encodeState(state: AuthorityState): Uint8Array {
  const stored: z.infer<typeof storedState> = {
    format: 1,
    root: storeMember(state.root),
    issuing: storeMember(state.issuing),
    ocsp: storeMember(state.ocsp),
    timestamp: storeMember(state.timestamp),
    issued: [...state.issued],
    revoked: [...state.revoked].map(([serial, at]) => [serial, at.toISOString()]),
  }
  return new TextEncoder().encode(JSON.stringify(stored))
}

/** Throws on bytes that `encodeState` did not write. */
export function decodeState(bytes: Uint8Array): AuthorityState {
  const stored = storedState.parse(JSON.parse(new TextDecoder().decode(bytes)))
  return {
    root: loadMember(stored.root),
    issuing: loadMember(stored.issuing),
    ocsp: loadMember(stored.ocsp),
    timestamp: loadMember(stored.timestamp),
    issued: new Set(stored.issued),
    revoked: new Map(stored.revoked.map(([serial, at]) => [serial, new Date(at)])),
  }
}

function storeMember({ certificateDer, keys }: AuthorityMember): StoredMember {
  return {
    certificate: Buffer.from(certificateDer).toString('base64'),
    keyType: keys.keyType,
    pkcs8: Buffer.from(keys.pkcs8).toString('base64'),
  }
}

function loadMember(stored: StoredMember): AuthorityMember {
  return {
    certificateDer: Uint8Array.from(Buffer.from(stored.certificate, 'base64')),
    keys: { keyType: stored.keyType, pkcs8: Uint8Array.from(Buffer.from(stored.pkcs8, 'base64')) },
  }
}
