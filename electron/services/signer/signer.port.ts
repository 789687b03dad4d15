import type { Instant } from '#shared/kernel/instant.ts'
import type { CadesKey } from '#shared/pdf/cades.ts'

/** A key that signs for one person or agency: file, token or service. The PIN was given when it was opened, and is not kept here. */
export type Signer = CadesKey

/** Whether a certificate was revoked at a time, from a status service or list that was itself verified. Never throws. */
export interface RevocationCheck {
  statusOf(certificate: Uint8Array, issuer: Uint8Array, at: Instant): Promise<'good' | 'revoked' | 'unknown'>
}
