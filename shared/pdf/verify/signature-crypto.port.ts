/** Digests that signatures name, the forbidden ones included: whether they hold is still told. */
export type DigestName =
  | 'MD5'
  | 'SHA-1'
  | 'SHA-224'
  | 'SHA-256'
  | 'SHA-384'
  | 'SHA-512'
  | 'SHA-512/256'
  | 'SHA3-256'
  | 'SHA3-384'
  | 'SHA3-512'

/** How a signature value is made from a key and a digest. */
export type SignatureScheme =
  | { readonly kind: 'rsa-pkcs1'; readonly digest: DigestName }
  | { readonly kind: 'rsa-pss'; readonly digest: DigestName; readonly saltBytes: number }
  | { readonly kind: 'ecdsa'; readonly digest: DigestName }

export interface SignatureCheck {
  readonly scheme: SignatureScheme
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKeyInfo: Uint8Array
  /** ECDSA values as the DER sequence of CMS and X.509. */
  readonly signature: Uint8Array
  readonly signed: Uint8Array
}

/** The machine has no implementation of what a signature uses. */
export class UnsupportedAlgorithmError extends Error {
  override readonly name = 'UnsupportedAlgorithmError'
}

/** The cryptography that verification needs. Both functions throw `UnsupportedAlgorithmError`. */
export interface SignatureCrypto {
  /** Digest of the parts one after the other. */
  digest(name: DigestName, parts: readonly Uint8Array[]): Promise<Uint8Array>
  /** False for a wrong value and for a key that does not fit the scheme. */
  verify(check: SignatureCheck): Promise<boolean>
}
