import { sha256Hex } from '../../kernel/hash.ts'
import type { PdfFile } from '../structure/pdf-file.ts'
import { indexOfKeyword } from '../structure/pdf-lexer.ts'
import type { FoundSignature, SignedRevision } from './find-signatures.ts'
import { isDocumentTimestamp } from './form-tree.ts'
import { judgeDocumentTimestamp, judgeSignature, type Judgement } from './judge-signature.ts'
import { indexReferences } from './reference-index.ts'
import { changesOf, judgeChanges, type RevisionChanges } from './revision-changes.ts'
import { readSecurityStore } from './security-store.ts'
import type { TrustContext } from './trust.ts'
import { parseCertificates } from './trust.ts'
import { verdictOf, type ChangesAfterSigning, type SignatureReport, type SignatureRule } from './verdict.ts'

/** A document time stamp that holds: whatever ends before `end` existed at `at`. */
interface ProofOfExistence {
  readonly end: number
  readonly at: Date
  readonly coversStore: boolean
}

/** Judges all signatures of a file, in the order in which they were made. Throws `PdfStructureError`. */
export async function judgeSignatures(
  file: PdfFile,
  found: readonly FoundSignature[],
  base: TrustContext,
): Promise<SignatureReport[]> {
  const store = readSecurityStore(file.revision(0))
  const context = { ...base, embedded: store, pool: [...base.pool, ...parseCertificates(store.certificates)] }
  const updates = readUpdates(file, found)
  const proofs: ProofOfExistence[] = []
  const judged = new Map<FoundSignature, { judgement: Judgement; changes: Changes }>()
  const newestFirst = [...found].sort((left, right) => endOf(right) - endOf(left))
  const stamps = newestFirst.filter((signature) => isDocumentTimestamp(signature.dictionary))
  const others = newestFirst.filter((signature) => !stamps.includes(signature))
  for (const signature of [...stamps, ...others]) {
    const existedAt = earliestProof(proofs, signature)
    const isStamp = isDocumentTimestamp(signature.dictionary)
    const judgement = isStamp
      ? await judgeDocumentTimestamp(signature, existedAt?.at, context)
      : await judgeSignature(signature, existedAt?.at, existedAt?.coversStore === true, context)
    judged.set(signature, { judgement, changes: changesAfter(signature, updates) })
    if (isStamp && judgement.provenTime !== undefined && typeof signature.covered !== 'string') {
      const { end, section } = signature.covered
      const coversStore = file.revision(section).catalog.entries.has('DSS')
      proofs.push({ end, at: judgement.provenTime, coversStore })
    }
  }
  const trusted = new Set(
    [...judged].flatMap(([{ field }, { judgement }]) => (isTrusted(judgement) ? [field] : [])),
  )
  const trailing = trailingFaults(file, found)
  return newestFirst.toReversed().flatMap((signature) => {
    const entry = judged.get(signature)
    if (entry === undefined) return []
    const rules = new Set([...entry.judgement.rules, ...entry.changes.broken, ...trailing])
    if (entry.changes.pictures.some((field) => !trusted.has(field))) rules.add('change.covered-by-untrusted')
    return [reportOf(file, signature, entry.judgement, entry.changes.state, rules)]
  })
}

interface Changes {
  readonly state: ChangesAfterSigning
  readonly broken: readonly SignatureRule[]
  /** Fields whose signatures brought their own picture onto a page afterwards. */
  readonly pictures: readonly string[]
}

/** The updates that stand behind a signature, newest first, each judged once. */
function readUpdates(file: PdfFile, found: readonly FoundSignature[]): RevisionChanges[] {
  const signed = found.flatMap(({ covered }) => (typeof covered === 'string' ? [] : [covered]))
  const oldest = Math.max(0, ...signed.map(({ section }) => section))
  if (oldest === 0) return []
  const references = indexReferences(file)
  return Array.from({ length: oldest }, (_, index) => {
    const ends = signed.filter(({ section }) => section > index).map(({ end }) => end)
    return changesOf(file, index, references, Math.max(0, ...ends))
  })
}

function changesAfter({ covered }: FoundSignature, updates: readonly RevisionChanges[]): Changes {
  if (typeof covered === 'string') {
    const isMoved = covered === 'change.revision-detached'
    return { state: isMoved ? 'forbidden' : 'unknown', broken: [], pictures: [] }
  }
  const behind = updates.slice(0, covered.section)
  const { changes, broken } = judgeChanges(behind, covered.lock)
  const pictures = behind.flatMap((update) =>
    update.signed.filter((signing) => signing.bringsOwnPicture).map((signing) => signing.field),
  )
  return { state: changes, broken, pictures }
}

function earliestProof(
  proofs: readonly ProofOfExistence[],
  signature: FoundSignature,
): ProofOfExistence | undefined {
  const covering = proofs.filter((proof) => proof.end > endOf(signature))
  return covering.reduce<ProofOfExistence | undefined>(
    (earliest, proof) =>
      earliest === undefined
        ? proof
        : {
            ...(proof.at < earliest.at ? proof : earliest),
            coversStore: proof.coversStore || earliest.coversStore,
          },
    undefined,
  )
}

function endOf({ covered }: FoundSignature): number {
  return typeof covered === 'string' ? Number.MAX_SAFE_INTEGER : covered.end
}

function isTrusted({ intact, trust }: Judgement): boolean {
  return intact && trust === 'trusted'
}

/** Bytes behind everything that is signed or belongs to an update. A reader that repairs the file may find objects in them. */
function trailingFaults(file: PdfFile, found: readonly FoundSignature[]): SignatureRule[] {
  const signedEnd = Math.max(
    0,
    ...found.map(({ covered }) => (typeof covered === 'string' ? 0 : covered.end)),
  )
  const isUpdated = (file.sections[0]?.offset ?? 0) >= signedEnd
  const trailing = file.bytes.subarray(isUpdated ? file.end : signedEnd)
  if (trailing.length === 0) return []
  const hasStructure = ['obj', 'xref', 'trailer'].some((keyword) => indexOfKeyword(trailing, keyword, 0) >= 0)
  return [hasStructure ? 'pdf.trailing-objects' : 'pdf.trailing-bytes']
}

function reportOf(
  file: PdfFile,
  signature: FoundSignature,
  judgement: Judgement,
  changes: ChangesAfterSigning,
  rules: ReadonlySet<SignatureRule>,
): SignatureReport {
  const covered: SignedRevision | undefined =
    typeof signature.covered === 'string' ? undefined : signature.covered
  return {
    field: signature.field,
    kind: isDocumentTimestamp(signature.dictionary) ? 'timestamp' : 'signature',
    verdict: verdictOf(rules),
    reasons: [...rules].sort(),
    intact: judgement.intact,
    coversWholeFile: covered?.end === file.bytes.length,
    changedAfterSigning: changes,
    signer: judgement.signer?.subject.commonName ?? null,
    organisation: judgement.signer?.subject.organisation ?? null,
    issuer: judgement.signer?.issuer.commonName ?? null,
    certificate: judgement.signer === undefined ? null : sha256Hex(judgement.signer.der),
    claimedTime: judgement.claimedTime?.toISOString() ?? null,
    timestampTime: judgement.provenTime?.toISOString() ?? null,
    digest: judgement.digest ?? null,
    subFilter: judgement.subFilter ?? null,
    level: judgement.level,
    trust: judgement.trust,
  }
}
