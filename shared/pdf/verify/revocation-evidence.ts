import type { Certificate } from './certificate.ts'
import type { SignatureCrypto } from './signature-crypto.port.ts'

/** What one OCSP response or CRL says of one certificate, after its own signature was checked. */
export interface StatusStatement {
  readonly status: { readonly kind: 'good' } | { readonly kind: 'revoked'; readonly at: Date }
  readonly thisUpdate: Date
  readonly nextUpdate: Date | undefined
}

/** The certificate in question, the one that issued it, and the means to check. */
export interface StatusQuestion {
  readonly certificate: Certificate
  readonly issuer: Certificate
  readonly crypto: SignatureCrypto
}
