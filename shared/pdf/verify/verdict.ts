/** What a verification says, as `congso verify` prints it. Kept stable: outside programs read it. */
export type Verdict = 'valid' | 'warning' | 'invalid' | 'unknown'

export type ChangesAfterSigning = 'none' | 'permitted' | 'forbidden' | 'unknown'

export type SignatureLevel = 'B-B' | 'B-T' | 'B-LT' | 'B-LTA' | 'none'

export type TrustState = 'trusted' | 'chain-incomplete' | 'untrusted' | 'expired' | 'revoked'

export interface SignatureReport {
  readonly field: string
  readonly kind: 'signature' | 'timestamp'
  readonly verdict: Verdict
  /** Rule ids; a valid signature can carry some for information. */
  readonly reasons: readonly SignatureRule[]
  /** The signed bytes are those that the signer's key signed, whatever else is wrong. */
  readonly intact: boolean
  readonly coversWholeFile: boolean
  readonly changedAfterSigning: ChangesAfterSigning
  readonly signer: string | null
  readonly organisation: string | null
  readonly issuer: string | null
  /** SHA-256 of the signer's certificate, hex; null when none was found. */
  readonly certificate: string | null
  /** ISO 8601 in UTC; what the signer's machine said, proven by no one. */
  readonly claimedTime: string | null
  /** ISO 8601 in UTC; proven by a trusted time stamp. */
  readonly timestampTime: string | null
  readonly digest: string | null
  readonly subFilter: string | null
  readonly level: SignatureLevel
  readonly trust: TrustState
}

export interface PdfVerdict {
  /** The worst of the signatures, or of the file itself if it cannot be read. */
  readonly verdict: Verdict | 'unsigned'
  /** Why the file as a whole could not be judged; empty otherwise. */
  readonly reasons: readonly SignatureRule[]
  readonly signatures: readonly SignatureReport[]
}

/** Each rule and what breaking it makes of a signature; `valid` marks what is only told. */
const CONSEQUENCE = {
  'pdf.not-a-pdf': 'unknown',
  'pdf.structure-unreadable': 'unknown',
  'pdf.filter-unsupported': 'unknown',
  'pdf.encrypted': 'unknown',
  'pdf.too-complex': 'unknown',
  'pdf.trailing-bytes': 'warning',
  'pdf.trailing-objects': 'unknown',
  'signature.dictionary-ambiguous': 'invalid',
  'signature.byte-range-malformed': 'invalid',
  'signature.byte-range-gap': 'invalid',
  'signature.byte-range-end': 'invalid',
  'signature.contents-missing': 'invalid',
  'signature.contents-padding': 'warning',
  'signature.contents-rewritten': 'warning',
  'signature.outside-its-revision': 'invalid',
  'signature.format-unsupported': 'unknown',
  'signature.cms-malformed': 'invalid',
  'signature.cms-altered': 'warning',
  'signature.digest-mismatch': 'invalid',
  'signature.value-mismatch': 'invalid',
  'signature.certificate-missing': 'invalid',
  'signature.certificate-reference-mismatch': 'invalid',
  'signature.certificate-reference-missing': 'warning',
  'signature.algorithm-forbidden': 'invalid',
  'signature.algorithm-unsupported': 'unknown',
  'change.content': 'invalid',
  'change.object-removed': 'invalid',
  'change.signed-field': 'invalid',
  'change.locked-field': 'invalid',
  'change.field-without-seal': 'invalid',
  'change.field-added': 'invalid',
  'change.revision-detached': 'invalid',
  'change.certified-document': 'invalid',
  'change.covered-by-untrusted': 'warning',
  'certificate.untrusted-root': 'invalid',
  'certificate.chain-incomplete': 'unknown',
  'certificate.chain-broken': 'invalid',
  'certificate.algorithm-forbidden': 'invalid',
  'certificate.not-valid-at-signing': 'invalid',
  'certificate.expired-without-proven-time': 'unknown',
  'certificate.revoked': 'invalid',
  'certificate.revoked-without-proven-time': 'unknown',
  'certificate.status-unchecked': 'warning',
  'certificate.status-not-offered': 'valid',
  'certificate.key-usage': 'warning',
  'timestamp.invalid': 'warning',
  'timestamp.untrusted': 'warning',
} as const satisfies Record<string, Verdict>

export type SignatureRule = keyof typeof CONSEQUENCE

const SEVERITY: Record<Verdict, number> = { valid: 0, warning: 1, unknown: 2, invalid: 3 }

/** The worst of several verdicts; valid if there are none. */
export function worstVerdict(verdicts: readonly Verdict[]): Verdict {
  return verdicts.reduce<Verdict>((worst, next) => (SEVERITY[next] > SEVERITY[worst] ? next : worst), 'valid')
}

/** What broken rules together make of a signature. */
export function verdictOf(rules: Iterable<SignatureRule>): Verdict {
  return worstVerdict(Array.from(rules, (rule) => CONSEQUENCE[rule]))
}
