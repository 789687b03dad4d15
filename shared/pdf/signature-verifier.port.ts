/** How a signature was made. ECDSA values are DER (RFC 3279, 2.2.3). */
export interface SignatureScheme {
  readonly key: 'rsa-pkcs1' | 'ecdsa'
  readonly hash: 'sha256' | 'sha384' | 'sha512'
}

/** Checks a signature under a SubjectPublicKeyInfo in DER. Never throws on bad input: answers false. */
export interface SignatureVerifier {
  verify(input: {
    readonly scheme: SignatureScheme
    readonly publicKey: Uint8Array
    readonly data: Uint8Array
    readonly signature: Uint8Array
  }): Promise<boolean>
}
