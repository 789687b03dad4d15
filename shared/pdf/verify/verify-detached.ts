import { sha256Hex } from '../../kernel/hash.ts'
import { judgeDetached } from './judge-signature.ts'
import { rememberingCrypto } from './remembering-crypto.ts'
import { parseCertificates } from './trust.ts'
import type { PdfVerdict } from './verdict.ts'
import { verdictOf } from './verdict.ts'
import type { VerifyPdfOptions } from './verify-pdf.ts'

const NO_EVIDENCE = { ocspResponses: [], crls: [] } as const

/** Stands where a PDF names the field of a signature. */
const DETACHED_FIELD = 'detached'

/**
 * The verdict on a CMS signature that stands beside the bytes it signs, told as the one signature of a file. `claimed`: when the content
 * says it was signed. Its time is told by a stamp as late as that may be off, since it is held against deadlines. Never throws for what the bytes contain.
 */
export async function verifyDetached(
  cms: Uint8Array,
  content: Uint8Array,
  claimed: Date | undefined,
  options: VerifyPdfOptions,
): Promise<PdfVerdict> {
  const { rules, signer, ...judged } = await judgeDetached(cms, content, claimed, {
    anchors: parseCertificates(options.trust),
    pool: parseCertificates(options.intermediates ?? []),
    crypto: rememberingCrypto(options.crypto),
    now: options.now,
    given: options.evidence ?? NO_EVIDENCE,
    embedded: NO_EVIDENCE,
    source: options.statusSource,
  })
  const verdict = verdictOf(rules)
  const signature = {
    field: DETACHED_FIELD,
    kind: 'signature',
    verdict,
    reasons: [...new Set(rules)].sort(),
    intact: judged.intact,
    coversWholeFile: true,
    changedAfterSigning: 'none',
    signer: signer?.subject.commonName ?? null,
    organisation: signer?.subject.organisation ?? null,
    issuer: signer?.issuer.commonName ?? null,
    certificate: signer === undefined ? null : sha256Hex(signer.der),
    claimedTime: judged.claimedTime?.toISOString() ?? null,
    timestampTime: judged.provenBy?.toISOString() ?? null,
    digest: judged.digest ?? null,
    subFilter: judged.subFilter ?? null,
    level: judged.level,
    trust: judged.trust,
  } as const
  return { verdict, reasons: [], signatures: [signature] }
}
