import { createPrivateKey, createPublicKey, generateKeyPair, sign, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { DER_NULL, derOid, derSequence } from '#shared/kernel/der-writer.ts'

/** EC P-256 takes a millisecond to make; RSA-3072 can take a second, so only authorities use it. */
export type KeyType = 'ec-p256' | 'rsa-2048' | 'rsa-3072'

/** A private key as PKCS#8 DER; the public half is derived from it. */
export interface KeyPair {
  readonly keyType: KeyType
  readonly pkcs8: Uint8Array
}

const SHA256_WITH_RSA = '1.2.840.113549.1.1.11'
const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2'
const MODULUS_BITS = { 'rsa-2048': 2048, 'rsa-3072': 3072 } as const

const generate = promisify(generateKeyPair)

export async function makeKeyPair(keyType: KeyType): Promise<KeyPair> {
  const { privateKey } =
    keyType === 'ec-p256'
      ? await generate('ec', { namedCurve: 'P-256' })
      : await generate('rsa', { modulusLength: MODULUS_BITS[keyType] })
  return { keyType, pkcs8: Uint8Array.from(privateKey.export({ format: 'der', type: 'pkcs8' })) }
}

/** SubjectPublicKeyInfo, DER. */
export function publicKeyInfo(pair: KeyPair): Uint8Array {
  return Uint8Array.from(createPublicKey(privateKeyOf(pair)).export({ format: 'der', type: 'spki' }))
}

/** AlgorithmIdentifier of the signatures of a key, with the NULL parameters that RFC 4055 asks of RSA. */
export function signatureAlgorithm(keyType: KeyType): Uint8Array {
  return keyType === 'ec-p256'
    ? derSequence(derOid(ECDSA_WITH_SHA256))
    : derSequence(derOid(SHA256_WITH_RSA), DER_NULL)
}

/** Signs with SHA-256; ECDSA values come back as the DER sequence that certificates and CMS carry. */
export function signBytes(bytes: Uint8Array, pair: KeyPair): Uint8Array {
  return Uint8Array.from(sign('sha256', bytes, { key: privateKeyOf(pair), dsaEncoding: 'der' }))
}

function privateKeyOf(pair: KeyPair): KeyObject {
  return createPrivateKey({ key: Buffer.from(pair.pkcs8), format: 'der', type: 'pkcs8' })
}
