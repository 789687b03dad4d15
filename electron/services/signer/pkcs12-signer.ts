import { verify, X509Certificate } from 'node:crypto'
import { P12Signer, SignerError as LibraryError } from '@libpdf/core'
import { derChildrenOf, DerTag, expectDer, readWholeDer } from '#shared/kernel/der-reader.ts'
import { SignerError, SignerErrorCode } from './signer-error.ts'
import type { Signer } from './signer.port.ts'

const COORDINATE_BYTES: Readonly<Record<string, number>> = { prime256v1: 32, secp384r1: 48, secp521r1: 66 }
/** The library's words for a failed integrity check: a wrong PIN, or a damaged file, which looks the same. */
const WRONG_PIN = /invalid password|integrity/i
const PROBE = new TextEncoder().encode('congso')

async function open(file: Uint8Array, pin: string): Promise<P12Signer> {
  try {
    return await P12Signer.create(file, pin)
  } catch (error) {
    const isPin = error instanceof LibraryError && WRONG_PIN.test(error.message)
    throw new SignerError(isPin ? SignerErrorCode.wrongPin : SignerErrorCode.badKeyFile, { cause: error })
  }
}

/** The certificate of the key, found by a trial signature: files list certificates in any order. */
async function ownCertificate(key: P12Signer, candidates: readonly Uint8Array[]): Promise<Uint8Array> {
  const signature = await key.sign(PROBE, 'SHA-256')
  const own = candidates.find((der) => verify('sha256', PROBE, new X509Certificate(der).publicKey, signature))
  if (!own) throw new SignerError(SignerErrorCode.badKeyFile)
  return own
}

/** The other certificates from issuer to issuer; what does not belong to the path is left out. */
function chainOf(certificate: Uint8Array, others: readonly Uint8Array[]): Uint8Array[] {
  const chain: Uint8Array[] = []
  let last = new X509Certificate(certificate)
  for (;;) {
    const issuer = others.find((der) => !chain.includes(der) && last.checkIssued(new X509Certificate(der)))
    if (!issuer) return chain
    chain.push(issuer)
    last = new X509Certificate(issuer)
  }
}

/** r‖s of equal length out of the DER that the library makes. */
function plainEcdsa(signature: Uint8Array, bytes: number): Uint8Array {
  const plain = new Uint8Array(2 * bytes)
  derChildrenOf(readWholeDer(signature), DerTag.sequence).forEach((value, index) => {
    const digits = expectDer(value, DerTag.integer).content
    const magnitude = digits[0] === 0 ? digits.subarray(1) : digits
    plain.set(magnitude, (index + 1) * bytes - magnitude.length)
  })
  return plain
}

/**
 * Opens a PKCS #12 key file (PBES2 with AES, or the older PBE with 3DES and RC2; RSA or EC). Throws SignerError `wrongPin` or
 * `badKeyFile`; the PIN is not kept.
 */
export async function openPkcs12(file: Uint8Array, pin: string): Promise<Signer> {
  const key = await open(file, pin)
  const candidates = [key.certificate, ...key.certificateChain]
  const certificate = await ownCertificate(key, candidates)
  const chain = chainOf(
    certificate,
    candidates.filter((der) => der !== certificate),
  )
  const { asymmetricKeyType, asymmetricKeyDetails } = new X509Certificate(certificate).publicKey
  const sign = (bytes: Uint8Array) => key.sign(bytes, 'SHA-256')
  if (asymmetricKeyType === 'rsa') return { keyType: 'rsa', certificate, chain, sign }
  const coordinateBytes = COORDINATE_BYTES[asymmetricKeyDetails?.namedCurve ?? '']
  if (coordinateBytes === undefined) throw new SignerError(SignerErrorCode.badKeyFile)
  const signPlain = async (bytes: Uint8Array) => plainEcdsa(await sign(bytes), coordinateBytes)
  return { keyType: 'ec', certificate, chain, sign: signPlain }
}
