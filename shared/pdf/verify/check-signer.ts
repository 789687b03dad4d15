import { equalBytes } from '../../kernel/bytes.ts'
import {
  derChildrenOf,
  DerError,
  derOctetBytes,
  derOidText,
  DerTag,
  type DerNode,
} from '../../kernel/der-reader.ts'
import { digestName, isForbiddenDigest, isForbiddenKey, signatureScheme } from './algorithms.ts'
import type { Certificate } from './certificate.ts'
import { UnsupportedAlgorithmError, type DigestName, type SignatureCrypto } from './signature-crypto.port.ts'
import { Attribute, findSigner, type SignedData } from './signed-data.ts'
import type { SignatureRule } from './verdict.ts'

/** Whether the bytes are what the key signed, without a word on whether the key is trusted. */
export interface SignerCheck {
  readonly broken: readonly SignatureRule[]
  readonly intact: boolean
  readonly digest: DigestName | undefined
  readonly signer: Certificate | undefined
}

/** Digest of what is signed, by the algorithm that the signature names. */
export type ContentDigest = (name: DigestName) => Promise<Uint8Array>

/** Checks digest, attributes, certificate reference and signature value of a CMS signature (RFC 5652, RFC 5035). */
export async function checkSigner(
  signed: SignedData,
  contentDigest: ContentDigest,
  candidates: readonly Certificate[],
  crypto: SignatureCrypto,
): Promise<SignerCheck> {
  const signer = findSigner(signed.signerId, candidates)
  let digest: DigestName | undefined
  try {
    digest = digestName(signed.digestAlgorithm)
    if (signed.signedAttributes === undefined) {
      return { broken: ['signature.format-unsupported'], intact: false, digest, signer }
    }
    const broken = new Set(await attributeFaults(signed, await contentDigest(digest), signer, crypto))
    if (signer === undefined) {
      broken.add('signature.certificate-missing')
      return { broken: [...broken], intact: false, digest, signer }
    }
    const scheme = signatureScheme(signed.signatureAlgorithm, digest)
    const { publicKeyInfo } = signer
    const check = { scheme, publicKeyInfo, signature: signed.signature, signed: signed.signedAttributes }
    if (!(await crypto.verify(check))) broken.add('signature.value-mismatch')
    const isForbidden = [digest, scheme.digest].some(isForbiddenDigest) || isForbiddenKey(publicKeyInfo)
    const intact = !broken.has('signature.value-mismatch') && !broken.has('signature.digest-mismatch')
    if (isForbidden) broken.add('signature.algorithm-forbidden')
    return { broken: [...broken], intact, digest, signer }
  } catch (error) {
    return { broken: [faultOf(error)], intact: false, digest, signer }
  }
}

/** The rule that an error from reading or computing stands for; other errors are thrown on. */
export function faultOf(error: unknown): SignatureRule {
  if (error instanceof DerError) return 'signature.cms-malformed'
  if (error instanceof UnsupportedAlgorithmError) return 'signature.algorithm-unsupported'
  throw error
}

async function attributeFaults(
  signed: SignedData,
  contentDigest: Uint8Array,
  signer: Certificate | undefined,
  crypto: SignatureCrypto,
): Promise<SignatureRule[]> {
  const faults: SignatureRule[] = []
  const contentType = onlyValue(signed, Attribute.contentType)
  if (contentType === undefined || derOidText(contentType) !== signed.contentType)
    faults.push('signature.cms-malformed')
  const claimed = onlyValue(signed, Attribute.messageDigest)
  if (claimed === undefined || !equalBytes(derOctetBytes(claimed), contentDigest))
    faults.push('signature.digest-mismatch')
  const reference = certificateReference(signed)
  if (reference === undefined) faults.push('signature.certificate-reference-missing')
  else if (signer !== undefined) {
    const actual = await crypto.digest(reference.digest, [signer.der])
    if (!equalBytes(actual, reference.hash)) faults.push('signature.certificate-reference-mismatch')
  }
  return faults
}

/** ESSCertIDv2 (RFC 5035), or its SHA-1 forerunner of RFC 2634. */
function certificateReference(signed: SignedData): { digest: DigestName; hash: Uint8Array } | undefined {
  const newer = onlyValue(signed, Attribute.signingCertificateV2)
  const older = onlyValue(signed, Attribute.signingCertificate)
  const value = newer ?? older
  if (value === undefined) return undefined
  const [first] = derChildrenOf(derChildrenOf(value, DerTag.sequence)[0], DerTag.sequence)
  const parts = derChildrenOf(first, DerTag.sequence)
  if (newer === undefined) return { digest: 'SHA-1', hash: derOctetBytes(parts[0]) }
  const hasAlgorithm = parts[0]?.tag === DerTag.sequence
  return {
    digest: hasAlgorithm ? digestName(parts[0]) : 'SHA-256',
    hash: derOctetBytes(parts[hasAlgorithm ? 1 : 0]),
  }
}

function onlyValue(signed: SignedData, type: string): DerNode | undefined {
  const values = signed.attributes.get(type) ?? []
  return values.length === 1 ? values[0] : undefined
}
