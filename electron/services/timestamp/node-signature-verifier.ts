import { webcrypto } from 'node:crypto'
import type { SignatureCrypto } from '#shared/pdf/verify/signature-crypto.port.ts'
import { webSignatureCrypto } from '#shared/pdf/verify/web-signature-crypto.ts'

/** Signature checks by Node's own cryptography. */
export const nodeSignatureVerifier: SignatureCrypto = webSignatureCrypto(webcrypto.subtle)
