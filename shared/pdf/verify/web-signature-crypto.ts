import { md5 } from '@noble/hashes/legacy.js'
import { sha224, sha512_256 } from '@noble/hashes/sha2.js'
import { sha3_256, sha3_384, sha3_512 } from '@noble/hashes/sha3.js'
import {
  derBitBytes,
  derChildrenOf,
  DerError,
  derOidText,
  DerTag,
  expectDer,
  readWholeDer,
} from '../../kernel/der-reader.ts'
import { DER_NULL, derBits, derOid, derSequence } from '../../kernel/der-writer.ts'
import {
  UnsupportedAlgorithmError,
  type DigestName,
  type SignatureCheck,
  type SignatureCrypto,
} from './signature-crypto.port.ts'

/** The part of the Web Crypto API that verification uses; `globalThis.crypto.subtle` everywhere. */
export interface SubtleLike {
  digest(name: string, data: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>
  importKey(
    format: 'spki',
    key: Uint8Array<ArrayBuffer>,
    algorithm: { name: string; hash?: string; namedCurve?: string },
    extractable: boolean,
    usages: 'verify'[],
  ): Promise<unknown>
  verify(
    algorithm: { name: string; hash?: string; saltLength?: number },
    key: unknown,
    signature: Uint8Array<ArrayBuffer>,
    data: Uint8Array<ArrayBuffer>,
  ): Promise<boolean>
}

const NATIVE_DIGESTS: ReadonlySet<DigestName> = new Set(['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'])
const OTHER_DIGESTS: Partial<Record<DigestName, (bytes: Uint8Array) => Uint8Array>> = {
  MD5: md5,
  'SHA-224': sha224,
  'SHA-512/256': sha512_256,
  'SHA3-256': sha3_256,
  'SHA3-384': sha3_384,
  'SHA3-512': sha3_512,
}
const CURVES: Readonly<Record<string, { readonly name: string; readonly bytes: number }>> = {
  '1.2.840.10045.3.1.7': { name: 'P-256', bytes: 32 },
  '1.3.132.0.34': { name: 'P-384', bytes: 48 },
  '1.3.132.0.35': { name: 'P-521', bytes: 66 },
}
const RSA_ENCRYPTION = '1.2.840.113549.1.1.1'

/** Verification over the Web Crypto API, with our own digests where it has none. */
export function webSignatureCrypto(subtle: SubtleLike): SignatureCrypto {
  return {
    digest: async (name, parts) => {
      const whole = joined(parts)
      if (NATIVE_DIGESTS.has(name)) return new Uint8Array(await subtle.digest(name, whole))
      const other = OTHER_DIGESTS[name]
      if (other === undefined) throw new UnsupportedAlgorithmError(name)
      return other(whole)
    },
    verify: (check) =>
      check.scheme.kind === 'ecdsa' ? verifyEcdsa(subtle, check) : verifyRsa(subtle, check),
  }
}

async function verifyRsa(subtle: SubtleLike, { scheme, publicKeyInfo, signature, signed }: SignatureCheck) {
  if (!NATIVE_DIGESTS.has(scheme.digest)) throw new UnsupportedAlgorithmError(scheme.digest)
  const name = scheme.kind === 'rsa-pss' ? 'RSA-PSS' : 'RSASSA-PKCS1-v1_5'
  const parameters = scheme.kind === 'rsa-pss' ? { name, saltLength: scheme.saltBytes } : { name }
  const key = await importKey(subtle, asPlainRsa(publicKeyInfo), { name, hash: scheme.digest })
  return key !== undefined && subtle.verify(parameters, key, signature.slice(), signed.slice())
}

async function verifyEcdsa(subtle: SubtleLike, { scheme, publicKeyInfo, signature, signed }: SignatureCheck) {
  if (!NATIVE_DIGESTS.has(scheme.digest)) throw new UnsupportedAlgorithmError(scheme.digest)
  const [, parameters] = derChildrenOf(
    derChildrenOf(readWholeDer(publicKeyInfo), DerTag.sequence)[0],
    DerTag.sequence,
  )
  if (parameters?.tag !== DerTag.oid) return false
  const curve = CURVES[derOidText(parameters)]
  if (curve === undefined) throw new UnsupportedAlgorithmError(derOidText(parameters))
  const raw = rawEcdsa(signature, curve.bytes)
  if (raw === undefined) return false
  const key = await importKey(subtle, publicKeyInfo, { name: 'ECDSA', namedCurve: curve.name })
  const algorithm = { name: 'ECDSA', hash: scheme.digest }
  return key !== undefined && subtle.verify(algorithm, key, raw, signed.slice())
}

/** A key that cannot be imported is one that does not fit the scheme. */
async function importKey(
  subtle: SubtleLike,
  publicKeyInfo: Uint8Array,
  algorithm: { name: string; hash?: string; namedCurve?: string },
): Promise<unknown> {
  try {
    return await subtle.importKey('spki', publicKeyInfo.slice(), algorithm, false, ['verify'])
  } catch {
    return undefined
  }
}

/** Web Crypto takes RSA keys only under their general name, also those that certificates tie to PSS. */
function asPlainRsa(publicKeyInfo: Uint8Array): Uint8Array {
  const [, bits] = derChildrenOf(readWholeDer(publicKeyInfo), DerTag.sequence)
  return derSequence(derSequence(derOid(RSA_ENCRYPTION), DER_NULL), derBits(derBitBytes(bits)))
}

/** The DER sequence of r and s as two numbers of equal length side by side. */
function rawEcdsa(signature: Uint8Array, bytes: number): Uint8Array<ArrayBuffer> | undefined {
  try {
    const numbers = derChildrenOf(readWholeDer(signature), DerTag.sequence)
    const raw = new Uint8Array(bytes * 2)
    for (const [index, node] of numbers.entries()) {
      const digits = withoutLeadingZeros(expectDer(node, DerTag.integer).content)
      if (index > 1 || digits.length > bytes) return undefined
      raw.set(digits, bytes * (index + 1) - digits.length)
    }
    return numbers.length === 2 ? raw : undefined
  } catch (error) {
    if (error instanceof DerError) return undefined
    throw error
  }
}

function withoutLeadingZeros(content: Uint8Array): Uint8Array {
  const start = content.findIndex((octet) => octet !== 0)
  return start < 0 ? new Uint8Array() : content.subarray(start)
}

/** Web Crypto digests in one go, so the parts are put side by side once. */
function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
