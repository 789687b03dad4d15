import { randomBytes } from 'node:crypto'
import { createPracticeAuthority } from '../../backbone/practice/pki/authority.ts'
import type { IssueRequest, PracticeAuthority } from '../../backbone/practice/pki/authority.ts'
import { certificatePath } from '../../electron/services/signer/certificate-path.ts'
import { openPkcs12 } from '../../electron/services/signer/pkcs12-signer.ts'
import type { Signer } from '../../electron/services/signer/signer.port.ts'
import { nodeSignatureVerifier } from '../../electron/services/timestamp/node-signature-verifier.ts'
import { rfc3161Timestamp } from '../../electron/services/timestamp/rfc3161-timestamp.ts'
import type { GuardedPost } from '../../electron/services/timestamp/rfc3161-timestamp.ts'
import type { TimestampAuthority } from '../../electron/services/timestamp/timestamp.port.ts'

export const PIN = '246810'

/** An authority with EC keys, since RSA-3072 takes seconds to make. */
export function anAuthority(): Promise<PracticeAuthority> {
  return createPracticeAuthority({ organisation: 'Sở Nội vụ tỉnh An Hải', authorityKeyType: 'ec-p256' })
}

/** A key that went through a key file, as at a desk. */
export async function aSigner(
  authority: PracticeAuthority,
  request: Partial<IssueRequest> = {},
): Promise<Signer> {
  const identity = await authority.issue({
    kind: 'person',
    commonName: 'Đỗ Thị Mẫu',
    organisation: 'Sở Nội vụ',
    keyType: 'ec-p256',
    ...request,
  })
  return openPkcs12(await identity.pkcs12(PIN), PIN)
}

/** The authority's own time-stamp service, without a network; `post` may spoil the answer. */
export function aTimestampAuthority(authority: PracticeAuthority, post?: GuardedPost): TimestampAuthority {
  const direct: GuardedPost = ({ body }) =>
    Promise.resolve({
      status: 200,
      contentType: 'application/timestamp-reply',
      body: authority.timestamp(body),
    })
  return rfc3161Timestamp({
    url: 'http://pki.practice.invalid/tsa',
    post: post ?? direct,
    verifier: nodeSignatureVerifier,
    randomBytes: (size) => new Uint8Array(randomBytes(size)),
    isTrusted: (certificate, others, at) =>
      certificatePath(certificate, others, [authority.rootCertificate], at) !== undefined,
  })
}
