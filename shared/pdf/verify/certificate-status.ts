import type { Certificate } from './certificate.ts'
import { faultOf } from './check-signer.ts'
import { buildOcspRequest, readOcspStatement } from './ocsp.ts'
import type { StatusQuestion, StatusStatement } from './revocation-evidence.ts'
import { readCrlStatement } from './revocation-list.ts'
import type { SignatureCrypto } from './signature-crypto.port.ts'

/** Whether a certificate was withdrawn, as far as evidence tells. */
export type CertificateStatus =
  | { readonly kind: 'good'; readonly isEmbedded: boolean }
  | { readonly kind: 'revoked'; readonly at: Date }
  /** The certificate names a service, but no answer that counts is at hand. */
  | { readonly kind: 'unchecked' }
  | { readonly kind: 'not-offered' }

/** Where answers of status services can be asked for; undefined when there is none. Bounds on time and size are the port's. */
export interface StatusSource {
  ocsp(url: string, requestDer: Uint8Array): Promise<Uint8Array | undefined>
  crl(url: string): Promise<Uint8Array | undefined>
}

/** DER of OCSP responses and CRLs. */
export interface Evidence {
  readonly ocspResponses: readonly Uint8Array[]
  readonly crls: readonly Uint8Array[]
}

export interface StatusContext {
  readonly crypto: SignatureCrypto
  readonly embedded: Evidence
  readonly given: Evidence
  readonly source: StatusSource | undefined
  readonly now: Date
}

/** Without a stated next update an answer is good for this long. */
const FRESH_MS = 24 * 60 * 60 * 1000
/** Clocks of desk and service may differ by this much. */
const SKEW_MS = 5 * 60 * 1000

/**
 * The status at a proven moment, or now if none is proven. Answers count if they were current at that moment; a revocation
 * counts whenever it was said.
 */
export async function certificateStatus(
  certificate: Certificate,
  issuer: Certificate,
  provenTime: Date | undefined,
  context: StatusContext,
): Promise<CertificateStatus> {
  const question = { certificate, issuer, crypto: context.crypto }
  const embedded = await statements(question, context.embedded)
  const known = [...embedded, ...(await statements(question, context.given))]
  const isCurrent = (statement: StatusStatement) => isCurrentAt(statement, provenTime, context.now)
  if (!known.some((statement) => statement.status.kind === 'revoked' || isCurrent(statement))) {
    known.push(...(await statements(question, await ask(question, context.source))))
  }
  const revocations = known.flatMap(({ status }) => (status.kind === 'revoked' ? [status.at.getTime()] : []))
  if (revocations.length > 0) return { kind: 'revoked', at: new Date(Math.min(...revocations)) }
  if (known.some(isCurrent)) return { kind: 'good', isEmbedded: embedded.some(isCurrent) }
  const isOffered = certificate.ocspUrls.length + certificate.crlUrls.length > 0
  return { kind: isOffered ? 'unchecked' : 'not-offered' }
}

function isCurrentAt(
  { thisUpdate, nextUpdate }: StatusStatement,
  provenTime: Date | undefined,
  now: Date,
): boolean {
  if (thisUpdate.getTime() > now.getTime() + SKEW_MS) return false
  const until = nextUpdate?.getTime() ?? thisUpdate.getTime() + FRESH_MS
  return until >= (provenTime ?? now).getTime()
}

async function statements(question: StatusQuestion, evidence: Evidence): Promise<StatusStatement[]> {
  const found: StatusStatement[] = []
  const read = async (attempt: Promise<StatusStatement | undefined>) => {
    const statement = await readable(attempt)
    if (statement !== undefined) found.push(statement)
  }
  for (const response of evidence.ocspResponses) await read(readOcspStatement(response, question))
  for (const crl of evidence.crls) await read(readCrlStatement(crl, question))
  return found
}

/** Evidence that cannot be read says nothing; whether enough is left is judged afterwards. */
async function readable(attempt: Promise<StatusStatement | undefined>): Promise<StatusStatement | undefined> {
  try {
    return await attempt
  } catch (error) {
    faultOf(error)
    return undefined
  }
}

/** OCSP first (Circular 15/2025, Annex II 1.2), the list only if no service answers. */
async function ask(question: StatusQuestion, source: StatusSource | undefined): Promise<Evidence> {
  const { ocspUrls, crlUrls } = question.certificate
  if (source === undefined) return { ocspResponses: [], crls: [] }
  for (const url of ocspUrls) {
    const response = await source.ocsp(url, await buildOcspRequest(question))
    if (response !== undefined) return { ocspResponses: [response], crls: [] }
  }
  for (const url of crlUrls) {
    const list = await source.crl(url)
    if (list !== undefined) return { ocspResponses: [], crls: [list] }
  }
  return { ocspResponses: [], crls: [] }
}
