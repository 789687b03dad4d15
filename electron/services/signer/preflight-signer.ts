import { X509Certificate } from 'node:crypto'
import type { Instant } from '#shared/kernel/instant.ts'
import { fail, ok } from '#shared/kernel/result.ts'
import type { Result } from '#shared/kernel/result.ts'
import { KeyUsage, parseCertificate } from '#shared/pdf/verify/certificate.ts'
import { certificatePath, isValidAt } from './certificate-path.ts'
import { SignerErrorCode } from './signer-error.ts'
import type { RevocationCheck, Signer } from './signer.port.ts'

export interface SignerPreflight {
  /** From the signer's certificate to the trusted root. */
  readonly path: readonly Uint8Array[]
  /** `unknown`: no answer could be had, as when offline; the signature is legal and is judged later. */
  readonly revocation: 'good' | 'unknown'
}

/** digitalSignature or nonRepudiation; a certificate that does not limit its key may sign (RFC 5280, 4.2.1.3). */
function maySignDocuments(certificate: Uint8Array): boolean {
  const { keyUsage } = parseCertificate(certificate)
  return keyUsage === undefined || (keyUsage & (KeyUsage.digitalSignature | KeyUsage.nonRepudiation)) !== 0
}

async function revocationOf(
  path: readonly Uint8Array[],
  at: Instant,
  check: RevocationCheck | undefined,
): Promise<'good' | 'revoked' | 'unknown'> {
  if (!check) return 'unknown'
  let isUnknown = false
  for (const [index, certificate] of path.entries()) {
    const issuer = path[index + 1]
    if (!issuer) break
    const status = await check.statusOf(certificate, issuer, at)
    if (status === 'revoked') return 'revoked'
    isUnknown ||= status === 'unknown'
  }
  return isUnknown ? 'unknown' : 'good'
}

/** Asks before a signature what a verifier would ask after it: time, purpose, trusted path, revocation. */
export async function preflightSigner(
  signer: Pick<Signer, 'certificate' | 'chain'>,
  trust: {
    readonly roots: readonly Uint8Array[]
    readonly at: Instant
    readonly revocation?: RevocationCheck
  },
): Promise<Result<SignerPreflight, SignerErrorCode>> {
  const { certificate, chain } = signer
  if (!isValidAt(new X509Certificate(certificate), trust.at)) return fail(SignerErrorCode.notInTime)
  if (!maySignDocuments(certificate)) return fail(SignerErrorCode.notForSigning)
  const path = certificatePath(certificate, chain, trust.roots, trust.at)
  if (!path) return fail(SignerErrorCode.untrusted)
  const revocation = await revocationOf(path, trust.at, trust.revocation)
  return revocation === 'revoked' ? fail(SignerErrorCode.revoked) : ok({ path, revocation })
}
