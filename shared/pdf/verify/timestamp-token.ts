import { equalBytes } from '../../kernel/bytes.ts'
import { derChildrenOf, derOctetBytes, DerTag, derTime, readWholeDer } from '../../kernel/der-reader.ts'
import { digestName, isForbiddenDigest } from './algorithms.ts'
import { Purpose, type Certificate } from './certificate.ts'
import { checkSigner, faultOf, type ContentDigest } from './check-signer.ts'
import type { DigestName } from './signature-crypto.port.ts'
import { parseSignedData } from './signed-data.ts'
import { accuracyMsOf } from './timestamp-accuracy.ts'
import { checkTrust, parseCertificates, type TrustContext } from './trust.ts'
import { isAltered } from './unsigned-parts.ts'
import type { SignatureRule, TrustState } from './verdict.ts'

/** What a time stamp (RFC 3161) proves. */
export interface TimestampCheck {
  /** Undefined unless the token holds and its service is trusted. */
  readonly provenTime: Date | undefined
  /** The last moment at which that may have been: its own time and how far that may be off. Undefined with it, or where it cannot be told. */
  readonly provenBy: Date | undefined
  /** The token is about these bytes and its signature holds. */
  readonly intact: boolean
  readonly broken: readonly SignatureRule[]
  readonly trust: TrustState
  readonly service: Certificate | undefined
  readonly digest: DigestName | undefined
}

const TIME_STAMP_INFO = '1.2.840.113549.1.9.16.1.4'

/**
 * Checks imprint, signature, purpose and path of a time stamp. `existedAt` is the moment at which the token itself is known
 * to have existed, now unless a later time stamp covers it.
 */
export async function checkTimestampToken(
  token: Uint8Array,
  imprint: ContentDigest,
  existedAt: Date | undefined,
  context: TrustContext,
): Promise<TimestampCheck> {
  try {
    return await checkToken(token, imprint, existedAt, context)
  } catch (error) {
    return { ...NOTHING, broken: [faultOf(error)] }
  }
}

const NOTHING = {
  provenTime: undefined,
  provenBy: undefined,
  intact: false,
  trust: 'chain-incomplete',
  service: undefined,
  digest: undefined,
} as const

async function checkToken(
  token: Uint8Array,
  imprint: ContentDigest,
  existedAt: Date | undefined,
  context: TrustContext,
): Promise<TimestampCheck> {
  const signed = parseSignedData(token)
  const content = signed.content
  if (signed.contentType !== TIME_STAMP_INFO || content === undefined) {
    return { ...NOTHING, broken: ['signature.cms-malformed'] }
  }
  const pool = [...parseCertificates(signed.certificates), ...context.pool]
  const check = await checkSigner(
    signed,
    (name) => context.crypto.digest(name, [content]),
    pool,
    context.crypto,
  )
  const { at, accuracyMs, digest, isSameImprint } = await readInfo(content, imprint)
  const broken = new Set(check.broken)
  if (!isSameImprint) broken.add('signature.digest-mismatch')
  if (isForbiddenDigest(digest)) broken.add('signature.algorithm-forbidden')
  if (await isAltered(signed, [...context.anchors, ...context.pool], context.crypto))
    broken.add('signature.cms-altered')
  const intact = check.intact && isSameImprint
  const { signer } = check
  if (signer === undefined) return { ...NOTHING, intact, broken: [...broken], digest }
  const trust = await checkTrust(signer, { proven: existedAt, claimed: at }, { ...context, pool })
  const isTrusted = trust.state === 'trusted' && isTimestampService(signer)
  if (!isTrusted) broken.add('timestamp.untrusted')
  const isProof = isTrusted && intact && broken.size === 0
  return {
    provenTime: isProof ? at : undefined,
    provenBy: isProof && accuracyMs !== undefined ? new Date(at.getTime() + accuracyMs) : undefined,
    intact,
    broken: [...broken],
    trust: trust.state,
    service: signer,
    digest,
  }
}

/** TSTInfo: version, policy, messageImprint, serialNumber, genTime, accuracy … */
async function readInfo(content: Uint8Array, imprint: ContentDigest) {
  const [, , messageImprint, , time, ...optional] = derChildrenOf(readWholeDer(content), DerTag.sequence)
  const [algorithm, hash] = derChildrenOf(messageImprint, DerTag.sequence)
  const digest = digestName(algorithm)
  const isSameImprint = equalBytes(derOctetBytes(hash), await imprint(digest))
  return { at: derTime(time), accuracyMs: accuracyMsOf(optional), digest, isSameImprint }
}

/** RFC 3161 2.3: the purpose must stand alone and be critical. */
function isTimestampService({ extendedKeyUsage }: Certificate): boolean {
  const { purposes = [], isCritical = false } = extendedKeyUsage ?? {}
  return isCritical && purposes.length === 1 && purposes[0] === Purpose.timeStamping
}
