import { createHash } from 'node:crypto'
import { derBitBytes, derChildrenOf, DerTag, expectDer, readWholeDer } from '#shared/kernel/der-reader.ts'
import { derSequence } from '#shared/kernel/der-writer.ts'

/** The pieces of a certificate that CMS, OCSP and CRLs name it by, as the bytes that stand in it. */
export interface CertificateParts {
  readonly serial: Uint8Array
  readonly issuer: Uint8Array
  readonly subject: Uint8Array
  /** SHA-1 of the public key bits (RFC 6960 KeyHash). */
  readonly keyHash: Uint8Array
  readonly publicKeyBits: Uint8Array
}

export function certificateParts(certificateDer: Uint8Array): CertificateParts {
  const [toBeSigned] = derChildrenOf(readWholeDer(certificateDer), DerTag.sequence)
  const [, serial, , issuer, , subject, keyInfo] = derChildrenOf(toBeSigned, DerTag.sequence)
  const publicKeyBits = derBitBytes(derChildrenOf(keyInfo, DerTag.sequence)[1])
  return {
    serial: expectDer(serial, DerTag.integer).raw,
    issuer: expectDer(issuer, DerTag.sequence).raw,
    subject: expectDer(subject, DerTag.sequence).raw,
    publicKeyBits,
    keyHash: createHash('sha1').update(publicKeyBits).digest(),
  }
}

/** CMS IssuerAndSerialNumber. */
export function issuerAndSerial(certificateDer: Uint8Array): Uint8Array {
  const { issuer, serial } = certificateParts(certificateDer)
  return derSequence(issuer, serial)
}

/** A serial number as it is kept and compared: lower-case hex of the INTEGER content. */
export function serialHex(integerContent: Uint8Array): string {
  return Buffer.from(integerContent).toString('hex')
}
