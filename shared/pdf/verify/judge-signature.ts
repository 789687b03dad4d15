import { readDer } from '../../kernel/der-reader.ts'
import { parsePdfDate } from '../parse-pdf-date.ts'
import { nameOf, textOf, type PdfDictionary } from '../structure/pdf-value.ts'
import { KeyUsage, Purpose, type Certificate } from './certificate.ts'
import { checkSigner, faultOf, type SignerCheck } from './check-signer.ts'
import type { FoundSignature, SignedRevision } from './find-signatures.ts'
import { readSignatureEvidence } from './security-store.ts'
import type { DigestName } from './signature-crypto.port.ts'
import { Attribute, claimedSigningTime, parseSignedData, type SignedData } from './signed-data.ts'
import { isAltered } from './unsigned-parts.ts'
import { checkTimestampToken, type TimestampCheck } from './timestamp-token.ts'
import { checkTrust, parseCertificates, type TrustCheck, type TrustContext } from './trust.ts'
import type { SignatureLevel, SignatureRule, TrustState } from './verdict.ts'

/** What one signature is by itself, changes after it left aside. */
export interface Judgement {
  readonly rules: readonly SignatureRule[]
  readonly intact: boolean
  readonly signer: Certificate | undefined
  readonly claimedTime: Date | undefined
  readonly provenTime: Date | undefined
  /** The last moment at which it may have been made, by its own time stamp. */
  readonly provenBy: Date | undefined
  readonly digest: DigestName | undefined
  readonly subFilter: string | undefined
  readonly level: SignatureLevel
  readonly trust: TrustState
}

const DETACHED = new Set(['adbe.pkcs7.detached', 'ETSI.CAdES.detached'])

/** Judges a signature of a person or an agency. `existedAt` is what later document time stamps prove. */
export async function judgeSignature(
  { dictionary, covered }: FoundSignature,
  existedAt: Date | undefined,
  isArchived: boolean,
  context: TrustContext,
): Promise<Judgement> {
  const nothing = emptyJudgement(dictionary)
  if (typeof covered === 'string') return { ...nothing, rules: [covered] }
  if (!DETACHED.has(nothing.subFilter ?? '')) return { ...nothing, rules: ['signature.format-unsupported'] }
  return judgeCovered(covered, nothing, existedAt, isArchived, context)
}

/** Judges a signature that stands beside what it signs (CAdES, ETSI EN 319 122-1). `claimed`: the time the content itself states. */
export function judgeDetached(
  cms: Uint8Array,
  content: Uint8Array,
  claimed: Date | undefined,
  context: TrustContext,
): Promise<Judgement> {
  const covered = { contents: cms, parts: [content], isPlainlyWritten: true }
  const nothing = { ...NOTHING_FOUND, subFilter: 'ETSI.CAdES.detached', claimedTime: claimed }
  return judgeCovered(covered, nothing, undefined, false, context)
}

type Covered = Pick<SignedRevision, 'contents' | 'isPlainlyWritten'> & {
  readonly parts: readonly Uint8Array[]
}

async function judgeCovered(
  covered: Covered,
  nothing: Judgement,
  existedAt: Date | undefined,
  isArchived: boolean,
  context: TrustContext,
): Promise<Judgement> {
  try {
    const signed = parseSignedData(covered.contents)
    const own = readSignatureEvidence(signed)
    const pool = [...parseCertificates(own.certificates), ...context.pool]
    const embedded = {
      ocspResponses: [...own.ocspResponses, ...context.embedded.ocspResponses],
      crls: [...own.crls, ...context.embedded.crls],
    }
    const judging = { ...context, pool, embedded }
    const check = await checkSigner(
      signed,
      (name) => context.crypto.digest(name, covered.parts),
      pool,
      context.crypto,
    )
    const stamp = await checkSignatureTimestamp(signed, existedAt, judging)
    const provenTime = earliest(stamp?.provenTime, existedAt)
    const claimedTime = claimedSigningTime(signed.attributes) ?? nothing.claimedTime
    const moment = { proven: provenTime, claimed: claimedTime }
    const trust = check.signer === undefined ? undefined : await checkTrust(check.signer, moment, judging)
    const rules = [...check.broken, ...(trust?.broken ?? []), ...placeFaults(covered), ...stampFault(stamp)]
    if (check.signer !== undefined && !maySign(check.signer)) rules.push('certificate.key-usage')
    if (await isAltered(signed, [...context.anchors, ...context.pool], context.crypto))
      rules.push('signature.cms-altered')
    return {
      ...nothing,
      rules,
      intact: check.intact,
      signer: check.signer,
      claimedTime,
      provenTime,
      provenBy: stamp?.provenBy,
      digest: check.digest,
      level: levelOf(nothing.subFilter, signed, check, provenTime, trust, isArchived),
      trust: trust?.state ?? 'chain-incomplete',
    }
  } catch (error) {
    return { ...nothing, rules: [faultOf(error)] }
  }
}

/** Judges a document time stamp; its own proven time is the one it states. */
export async function judgeDocumentTimestamp(
  { dictionary, covered }: FoundSignature,
  existedAt: Date | undefined,
  context: TrustContext,
): Promise<Judgement> {
  const nothing = emptyJudgement(dictionary)
  if (typeof covered === 'string') return { ...nothing, rules: [covered] }
  const imprint = (name: DigestName) => context.crypto.digest(name, covered.parts)
  const check = await checkTimestampToken(covered.contents, imprint, existedAt, context)
  return {
    ...nothing,
    rules: [...check.broken, ...(check.intact ? placeFaults(covered) : [])],
    intact: check.intact,
    signer: check.service,
    claimedTime: undefined,
    provenTime: check.provenTime,
    provenBy: check.provenBy,
    digest: check.digest,
    trust: check.trust,
  }
}

function emptyJudgement(dictionary: PdfDictionary): Judgement {
  const claimed = textOf(dictionary.entries.get('M'))
  return {
    ...NOTHING_FOUND,
    claimedTime: claimed === undefined ? undefined : parsePdfDate(claimed),
    subFilter: nameOf(dictionary.entries.get('SubFilter')),
  }
}

const NOTHING_FOUND: Judgement = {
  rules: [],
  intact: false,
  signer: undefined,
  claimedTime: undefined,
  provenTime: undefined,
  provenBy: undefined,
  digest: undefined,
  subFilter: undefined,
  level: 'none',
  trust: 'chain-incomplete',
}

/** The time stamp over the signature value (RFC 3161 appendix A); the first one that holds, else the first one. */
async function checkSignatureTimestamp(
  signed: SignedData,
  existedAt: Date | undefined,
  context: TrustContext,
): Promise<TimestampCheck | undefined> {
  let first: TimestampCheck | undefined
  for (const token of signed.unsignedAttributes.get(Attribute.timestampToken) ?? []) {
    const imprint = (name: DigestName) => context.crypto.digest(name, [signed.signature])
    const check = await checkTimestampToken(token.raw, imprint, existedAt, context)
    if (check.provenTime !== undefined) return check
    first ??= check
  }
  return first
}

function stampFault(stamp: TimestampCheck | undefined): SignatureRule[] {
  if (stamp === undefined || stamp.provenTime !== undefined) return []
  return [stamp.intact ? 'timestamp.untrusted' : 'timestamp.invalid']
}

/** What the place for the value holds besides the value; it is the one part of a file that no digest covers. */
function placeFaults({ contents, isPlainlyWritten }: Covered): SignatureRule[] {
  const padding = contents.subarray(readDer(contents).raw.length)
  return [
    ...(padding.every((octet) => octet === 0) ? [] : ['signature.contents-padding' as const]),
    ...(isPlainlyWritten ? [] : ['signature.contents-rewritten' as const]),
  ]
}

/** Key usage is an optional criterion (TT15 Annex II 1.5): a certificate for other purposes draws a warning. */
function maySign({ keyUsage, extendedKeyUsage }: Certificate): boolean {
  const signing = KeyUsage.digitalSignature | KeyUsage.nonRepudiation
  const isForServices =
    extendedKeyUsage !== undefined &&
    extendedKeyUsage.purposes.every(
      (purpose) => purpose === Purpose.ocspSigning || purpose === Purpose.timeStamping,
    )
  return !isForServices && (keyUsage === undefined || (keyUsage & signing) !== 0)
}

/** ETSI EN 319 142-1, 6: each level needs the one before it. */
function levelOf(
  subFilter: string | undefined,
  signed: SignedData,
  check: SignerCheck,
  provenTime: Date | undefined,
  trust: TrustCheck | undefined,
  isArchived: boolean,
): SignatureLevel {
  const isBaseline =
    subFilter === 'ETSI.CAdES.detached' &&
    check.intact &&
    !check.broken.includes('signature.certificate-reference-missing') &&
    !signed.attributes.has(Attribute.signingTime)
  if (!isBaseline) return 'none'
  if (provenTime === undefined) return 'B-B'
  if (trust?.hasEmbeddedEvidence !== true) return 'B-T'
  return isArchived ? 'B-LTA' : 'B-LT'
}

function earliest(left: Date | undefined, right: Date | undefined): Date | undefined {
  if (left === undefined || right === undefined) return left ?? right
  return left < right ? left : right
}
