/** Why a key could not be used. */
export const SignerErrorCode = {
  /** The PIN or password is wrong. */
  wrongPin: 'signer.wrong-pin',
  /** Not a PKCS #12 file, or one without key and certificate, or of an algorithm we do not use. */
  badKeyFile: 'signer.bad-key-file',
  /** The certificate is not valid yet, or no longer. */
  notInTime: 'signer.not-in-time',
  /** The certificate may not make signatures. */
  notForSigning: 'signer.not-for-signing',
  /** The certificate does not lead to a trusted root. */
  untrusted: 'signer.untrusted',
  /** The certificate, or one above it, was revoked. */
  revoked: 'signer.revoked',
} as const
export type SignerErrorCode = (typeof SignerErrorCode)[keyof typeof SignerErrorCode]

export class SignerError extends Error {
  readonly code: SignerErrorCode

  constructor(code: SignerErrorCode, options?: ErrorOptions) {
    super(code, options)
    this.name = 'SignerError'
    this.code = code
  }
}
