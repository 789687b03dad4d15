import { DerError } from '../../kernel/der-reader.ts'
import { parseCertificate, type Certificate } from './certificate.ts'
import { findPath, isInForce, type CertificatePath } from './certificate-path.ts'
import { certificateStatus, type StatusContext } from './certificate-status.ts'
import type { SignatureRule, TrustState } from './verdict.ts'

/** What trust is judged against: anchors, certificates found on the way, evidence and the present moment. */
export interface TrustContext extends StatusContext {
  readonly anchors: readonly Certificate[]
  readonly pool: readonly Certificate[]
}

export interface TrustCheck {
  readonly state: TrustState
  readonly broken: readonly SignatureRule[]
  /** The file itself carries current evidence for every certificate of the path that names a status service. */
  readonly hasEmbeddedEvidence: boolean
}

/** When a signature was made: proven by a time stamp, or only claimed. */
export interface SigningMoment {
  readonly proven: Date | undefined
  readonly claimed: Date | undefined
}

/** Judges the certificate of a signature: path, period and status at the proven moment, or now if none is proven (TT15 Annex II). */
export async function checkTrust(
  certificate: Certificate,
  moment: SigningMoment,
  context: TrustContext,
): Promise<TrustCheck> {
  const path = await findPath(certificate, context.pool, context.anchors, context.crypto)
  if (path.reach !== 'anchor') {
    const isForeign = path.reach === 'foreign-root'
    const rule = isForeign ? 'certificate.untrusted-root' : 'certificate.chain-incomplete'
    return { state: isForeign ? 'untrusted' : 'chain-incomplete', broken: [rule], hasEmbeddedEvidence: false }
  }
  const broken = new Set(path.broken)
  const period = periodFault(path, moment, context.now)
  if (period !== undefined) broken.add(period)
  const status = await statusFaults(path, moment, context)
  for (const rule of status.broken) broken.add(rule)
  return { state: stateOf(broken), broken: [...broken], hasEmbeddedEvidence: status.hasEmbeddedEvidence }
}

/** The certificates among the bytes that can be read, each once. */
export function parseCertificates(ders: Iterable<Uint8Array>): Certificate[] {
  const found: Certificate[] = []
  for (const der of ders) {
    try {
      found.push(parseCertificate(der))
    } catch (error) {
      if (!(error instanceof DerError)) throw error
    }
  }
  return found
}

function stateOf(broken: ReadonlySet<SignatureRule>): TrustState {
  if (broken.has('certificate.revoked') || broken.has('certificate.revoked-without-proven-time'))
    return 'revoked'
  if (broken.has('certificate.chain-broken') || broken.has('certificate.algorithm-forbidden'))
    return 'untrusted'
  const isExpired =
    broken.has('certificate.not-valid-at-signing') || broken.has('certificate.expired-without-proven-time')
  return isExpired ? 'expired' : 'trusted'
}

function periodFault(
  path: CertificatePath,
  { proven, claimed }: SigningMoment,
  now: Date,
): SignatureRule | undefined {
  const judged = path.certificates.slice(0, -1)
  const [leaf] = path.certificates
  if (proven !== undefined) {
    return judged.every((certificate) => isInForce(certificate, proven))
      ? undefined
      : 'certificate.not-valid-at-signing'
  }
  if (claimed !== undefined && leaf !== undefined && !isInForce(leaf, claimed)) {
    return 'certificate.not-valid-at-signing'
  }
  if (judged.some((certificate) => certificate.notBefore > now)) return 'certificate.not-valid-at-signing'
  return judged.every((certificate) => isInForce(certificate, now))
    ? undefined
    : 'certificate.expired-without-proven-time'
}

async function statusFaults(
  path: CertificatePath,
  { proven, claimed }: SigningMoment,
  context: TrustContext,
): Promise<{ broken: SignatureRule[]; hasEmbeddedEvidence: boolean }> {
  const broken: SignatureRule[] = []
  let hasEmbeddedEvidence = true
  for (const [index, certificate] of path.certificates.slice(0, -1).entries()) {
    const issuer = path.certificates[index + 1]
    if (issuer === undefined) continue
    const status = await certificateStatus(certificate, issuer, proven, context)
    hasEmbeddedEvidence &&=
      status.kind === 'not-offered' ? index > 0 : status.kind === 'good' && status.isEmbedded
    if (status.kind === 'revoked') {
      const moment = proven ?? claimed
      const isBefore = moment !== undefined && moment < status.at
      if (!isBefore) broken.push('certificate.revoked')
      else if (proven === undefined) broken.push('certificate.revoked-without-proven-time')
    }
    if (index > 0) continue
    if (status.kind === 'unchecked') broken.push('certificate.status-unchecked')
    if (status.kind === 'not-offered') broken.push('certificate.status-not-offered')
  }
  return { broken, hasEmbeddedEvidence }
}
