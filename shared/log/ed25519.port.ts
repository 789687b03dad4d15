/** Checks an Ed25519 signature (RFC 8032). Keys are the raw 32 bytes, signatures 64. Never throws on bad input: answers false. */
export interface Ed25519Verifier {
  verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean>
}
