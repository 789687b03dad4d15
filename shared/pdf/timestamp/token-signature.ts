import { sha1 } from '@noble/hashes/legacy.js'
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { equalBytes } from '../../kernel/bytes.ts'
import { derChildrenOf, derOctetBytes, derOidText, DerTag } from '../../kernel/der-reader.ts'
import { issuerAndSerial, publicKeyOf } from '../certificate-identity.ts'
import type { SignatureScheme, SignatureVerifier } from '../signature-verifier.port.ts'
import type { TokenStructure } from './token-structure.ts'

const DIGEST = { sha256, sha384, sha512 } as const
const HASH_BY_OID: Readonly<Record<string, SignatureScheme['hash']>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
const RSA_ENCRYPTION = '1.2.840.113549.1.1.1'
const SCHEME_BY_OID: Readonly<Record<string, SignatureScheme>> = {
  '1.2.840.113549.1.1.11': { key: 'rsa-pkcs1', hash: 'sha256' },
  '1.2.840.113549.1.1.12': { key: 'rsa-pkcs1', hash: 'sha384' },
  '1.2.840.113549.1.1.13': { key: 'rsa-pkcs1', hash: 'sha512' },
  '1.2.840.10045.4.3.2': { key: 'ecdsa', hash: 'sha256' },
  '1.2.840.10045.4.3.3': { key: 'ecdsa', hash: 'sha384' },
  '1.2.840.10045.4.3.4': { key: 'ecdsa', hash: 'sha512' },
}
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12'
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'

/** The certificate among those of the token that its signer id names. */
export function signerCertificate(token: TokenStructure): Uint8Array | undefined {
  return token.certificates.find((certificate) => equalBytes(issuerAndSerial(certificate), token.signerId))
}

function schemeOf(token: TokenStructure): SignatureScheme | undefined {
  const hash = HASH_BY_OID[token.digestAlgorithm]
  if (token.signatureAlgorithm === RSA_ENCRYPTION) return hash && { key: 'rsa-pkcs1', hash }
  return SCHEME_BY_OID[token.signatureAlgorithm]
}

/** The first ESSCertID or ESSCertIDv2 must be the hash of the certificate (RFC 5035, 4). */
function namesCertificate(token: TokenStructure, certificate: Uint8Array): boolean {
  const second = token.attributes.get(SIGNING_CERTIFICATE_V2)
  const value = second ?? token.attributes.get(SIGNING_CERTIFICATE)
  const [ids] = derChildrenOf(value, DerTag.sequence)
  const members = derChildrenOf(derChildrenOf(ids, DerTag.sequence)[0], DerTag.sequence)
  if (!second) return equalBytes(derOctetBytes(members[0]), sha1(certificate))
  if (members[0]?.tag !== DerTag.sequence) return equalBytes(derOctetBytes(members[0]), sha256(certificate))
  const hash = HASH_BY_OID[derOidText(derChildrenOf(members[0], DerTag.sequence)[0])]
  return hash !== undefined && equalBytes(derOctetBytes(members[1]), DIGEST[hash](certificate))
}

/** True when the certificate's key signed the token and the token names that certificate. Throws DerError when malformed. */
export async function isSignedBy(
  token: TokenStructure,
  certificate: Uint8Array,
  verifier: SignatureVerifier,
): Promise<boolean> {
  const digest = HASH_BY_OID[token.digestAlgorithm]
  const scheme = schemeOf(token)
  if (!digest || !scheme) return false
  const stated = derOctetBytes(token.attributes.get(MESSAGE_DIGEST))
  if (!equalBytes(stated, DIGEST[digest](token.info)) || !namesCertificate(token, certificate)) return false
  const { spki } = publicKeyOf(certificate)
  return verifier.verify({
    scheme,
    publicKey: spki,
    data: token.signedAttributes,
    signature: token.signature,
  })
}
