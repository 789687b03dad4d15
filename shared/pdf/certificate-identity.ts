import { derChildrenOf, derOidText, DerTag, expectDer, readWholeDer } from '../kernel/der-reader.ts'
import { derSequence } from '../kernel/der-writer.ts'

const RSA_ENCRYPTION = '1.2.840.113549.1.1.1'
const EC_PUBLIC_KEY = '1.2.840.10045.2.1'

function membersOfCertificate(certificate: Uint8Array) {
  const [toBeSigned] = derChildrenOf(readWholeDer(certificate), DerTag.sequence)
  const members = derChildrenOf(toBeSigned, DerTag.sequence)
  const hasVersion = members[0]?.tag === 0xa0
  const [serial, , issuer, , , publicKeyInfo] = hasVersion ? members.slice(1) : members
  return { serial, issuer, publicKeyInfo }
}

/**
 * CMS IssuerAndSerialNumber, cut out of the certificate byte for byte: re-encoding Vietnamese names has broken signatures before.
 * Throws DerError on anything but a certificate.
 */
export function issuerAndSerial(certificate: Uint8Array): Uint8Array {
  const { serial, issuer } = membersOfCertificate(certificate)
  return derSequence(expectDer(issuer, DerTag.sequence).raw, expectDer(serial, DerTag.integer).raw)
}

/** SubjectPublicKeyInfo of a certificate (RFC 5280, 4.1.2.7), and the kind of key in it; undefined for kinds we do not use. */
export function publicKeyOf(certificate: Uint8Array): {
  readonly spki: Uint8Array
  readonly keyType: 'rsa' | 'ec' | undefined
} {
  const info = expectDer(membersOfCertificate(certificate).publicKeyInfo, DerTag.sequence)
  const [algorithm] = derChildrenOf(info, DerTag.sequence)
  const oid = derOidText(derChildrenOf(algorithm, DerTag.sequence)[0])
  return {
    spki: info.raw,
    keyType: oid === RSA_ENCRYPTION ? 'rsa' : oid === EC_PUBLIC_KEY ? 'ec' : undefined,
  }
}
