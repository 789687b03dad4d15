import {
  DerError,
  derBitBytes,
  derChildren,
  derChildrenOf,
  derOidText,
  derSmallInteger,
  DerTag,
  expectDer,
  readWholeDer,
  type DerNode,
} from '../../kernel/der-reader.ts'
import { UnsupportedAlgorithmError, type DigestName, type SignatureScheme } from './signature-crypto.port.ts'

const DIGESTS: Readonly<Record<string, DigestName>> = {
  '1.2.840.113549.2.5': 'MD5',
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.4': 'SHA-224',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
  '2.16.840.1.101.3.4.2.6': 'SHA-512/256',
  '2.16.840.1.101.3.4.2.8': 'SHA3-256',
  '2.16.840.1.101.3.4.2.9': 'SHA3-384',
  '2.16.840.1.101.3.4.2.10': 'SHA3-512',
}

const RSA_WITH: Readonly<Record<string, DigestName>> = {
  '1.2.840.113549.1.1.4': 'MD5',
  '1.2.840.113549.1.1.5': 'SHA-1',
  '1.2.840.113549.1.1.14': 'SHA-224',
  '1.2.840.113549.1.1.11': 'SHA-256',
  '1.2.840.113549.1.1.12': 'SHA-384',
  '1.2.840.113549.1.1.13': 'SHA-512',
}

const ECDSA_WITH: Readonly<Record<string, DigestName>> = {
  '1.2.840.10045.4.1': 'SHA-1',
  '1.2.840.10045.4.3.1': 'SHA-224',
  '1.2.840.10045.4.3.2': 'SHA-256',
  '1.2.840.10045.4.3.3': 'SHA-384',
  '1.2.840.10045.4.3.4': 'SHA-512',
}

const RSA_ENCRYPTION = '1.2.840.113549.1.1.1'
const RSA_PSS = '1.2.840.113549.1.1.10'
const MGF1 = '1.2.840.113549.1.1.8'
const EC_PUBLIC_KEY = '1.2.840.10045.2.1'

/** Circular 15/2025 Annex I: not SHA-1, not MD5, and SHA-224 is not in its list. */
const FORBIDDEN_DIGESTS: ReadonlySet<DigestName> = new Set(['MD5', 'SHA-1', 'SHA-224'])
const MIN_RSA_BITS = 2048
const CURVE_BITS: Readonly<Record<string, number>> = {
  '1.2.840.10045.3.1.1': 192,
  '1.2.840.10045.3.1.7': 256,
  '1.3.132.0.33': 224,
  '1.3.132.0.34': 384,
  '1.3.132.0.35': 521,
}
const MIN_CURVE_BITS = 256

/** The digest an AlgorithmIdentifier names. Throws `UnsupportedAlgorithmError` and `DerError`. */
export function digestName(algorithm: DerNode | undefined): DigestName {
  const oid = algorithmOid(algorithm)
  refuseParameters(algorithm)
  const name = DIGESTS[oid]
  if (name === undefined) throw new UnsupportedAlgorithmError(oid)
  return name
}

/**
 * The scheme an AlgorithmIdentifier names; CMS may name only the kind of key and leave the digest to its own field.
 * Throws `UnsupportedAlgorithmError` and `DerError`.
 */
export function signatureScheme(
  algorithm: DerNode | undefined,
  separateDigest?: DigestName,
): SignatureScheme {
  const oid = algorithmOid(algorithm)
  if (oid !== RSA_PSS && oid !== EC_PUBLIC_KEY) refuseParameters(algorithm)
  const rsa = RSA_WITH[oid]
  if (rsa !== undefined) return { kind: 'rsa-pkcs1', digest: rsa }
  const ecdsa = ECDSA_WITH[oid]
  if (ecdsa !== undefined) return { kind: 'ecdsa', digest: ecdsa }
  if (oid === RSA_PSS) return pssScheme(derChildrenOf(algorithm, DerTag.sequence)[1])
  if (separateDigest !== undefined && oid === RSA_ENCRYPTION)
    return { kind: 'rsa-pkcs1', digest: separateDigest }
  if (separateDigest !== undefined && oid === EC_PUBLIC_KEY) return { kind: 'ecdsa', digest: separateDigest }
  throw new UnsupportedAlgorithmError(oid)
}

/** The kind of an AlgorithmIdentifier. Throws `DerError`. */
export function algorithmOid(algorithm: DerNode | undefined): string {
  return derOidText(derChildrenOf(algorithm, DerTag.sequence)[0])
}

/** Whether the rules forbid the digest (TT15 Annex I). */
export function isForbiddenDigest(name: DigestName): boolean {
  return FORBIDDEN_DIGESTS.has(name)
}

/** Whether the rules forbid the key: RSA under 2048 bits, curves under 256. Throws `DerError`. */
export function isForbiddenKey(publicKeyInfo: Uint8Array): boolean {
  const [algorithm, bits] = derChildrenOf(readWholeDer(publicKeyInfo), DerTag.sequence)
  if (algorithmOid(algorithm) === EC_PUBLIC_KEY) {
    const curve = derChildrenOf(algorithm, DerTag.sequence)[1]
    return curve?.tag !== DerTag.oid || (CURVE_BITS[derOidText(curve)] ?? MIN_CURVE_BITS) < MIN_CURVE_BITS
  }
  const [modulus] = derChildrenOf(readWholeDer(derBitBytes(bits)), DerTag.sequence)
  return bitLength(expectDer(modulus, DerTag.integer).content) < MIN_RSA_BITS
}

/** Digests, RSA and ECDSA take no parameters, or NULL. Throws `DerError`. */
export function refuseParameters(algorithm: DerNode | undefined): void {
  const [, parameters, ...more] = derChildrenOf(algorithm, DerTag.sequence)
  const isNull = parameters?.tag === DerTag.null && parameters.content.length === 0
  if (more.length > 0 || (parameters !== undefined && !isNull)) throw new DerError('parameters not expected')
}

/** RSASSA-PSS-params (RFC 4055 3.1); its digests must agree, as every implementation asks. */
function pssScheme(parameters: DerNode | undefined): SignatureScheme {
  const fields = parameters === undefined ? [] : derChildrenOf(parameters, DerTag.sequence)
  const inside = (tag: number) => {
    const field = fields.find((node) => node.tag === tag)
    return field === undefined ? undefined : derChildren(field)[0]
  }
  const hash = inside(0xa0)
  const mask = inside(0xa1)
  const salt = inside(0xa2)
  const digest = hash === undefined ? 'SHA-1' : digestName(hash)
  if (mask !== undefined) {
    const [kind, maskDigest] = derChildrenOf(mask, DerTag.sequence)
    if (derOidText(kind) !== MGF1 || digestName(maskDigest) !== digest)
      throw new UnsupportedAlgorithmError(RSA_PSS)
  }
  return { kind: 'rsa-pss', digest, saltBytes: salt === undefined ? 20 : derSmallInteger(salt) }
}

function bitLength(magnitude: Uint8Array): number {
  const start = magnitude.findIndex((octet) => octet !== 0)
  if (start < 0) throw new DerError('modulus is zero')
  return (magnitude.length - start) * 8 - Math.clz32(magnitude[start] ?? 0) + 24
}
