import {
  DER_NULL,
  DER_TRUE,
  derInteger,
  derOctets,
  derOid,
  derSequence,
  derUnsigned,
} from '../../kernel/der-writer.ts'

const SHA256 = derSequence(derOid('2.16.840.1.101.3.4.2.1'), DER_NULL)
const VERSION_1 = derInteger(1)

/**
 * A time-stamp request over a SHA-256 digest that asks for the authority's certificate (RFC 3161, 2.4.1). `nonce` is any number of
 * random bytes; it is encoded minimally, since authorities refuse a padded one.
 */
export function timestampRequest(digest: Uint8Array, nonce: Uint8Array): Uint8Array {
  return derSequence(VERSION_1, derSequence(SHA256, derOctets(digest)), derUnsigned(nonce), DER_TRUE)
}
