import { derChildrenOf, DerTag, expectDer, readWholeDer } from '../kernel/der-reader.ts'
import { derSequence } from '../kernel/der-writer.ts'

const VERSION_TAG = 0xa0

/**
 * CMS IssuerAndSerialNumber, cut out of the certificate byte for byte: re-encoding Vietnamese names has broken signatures before.
 * Throws DerError on anything but a certificate.
 */
export function issuerAndSerial(certificate: Uint8Array): Uint8Array {
  const [toBeSigned] = derChildrenOf(readWholeDer(certificate), DerTag.sequence)
  const members = derChildrenOf(toBeSigned, DerTag.sequence)
  const [serial, , issuer] = members[0]?.tag === VERSION_TAG ? members.slice(1) : members
  return derSequence(expectDer(issuer, DerTag.sequence).raw, expectDer(serial, DerTag.integer).raw)
}
