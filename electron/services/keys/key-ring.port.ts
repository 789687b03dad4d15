import type { SigningCertificate } from '#shared/ipc/signing.ipc.ts'
import type { Signer } from '../signer/signer.port.ts'

/** A PKCS #12 file with its certificate beside it, which can be read without the PIN. */
export interface KeyFile {
  readonly use: 'person' | 'seal'
  readonly certificate: Uint8Array
  readonly file: Uint8Array
  /** Keys of practice say their PIN; it is shown where it is asked for. */
  readonly practicePin: string | null
}

/** Signing keys of one person at this desk; they work without a network. */
export interface KeyRing {
  list(): Promise<readonly SigningCertificate[]>
  /** The PIN that opens a practice key; null for every other. */
  practicePin(id: string): Promise<string | null>
  /** Throws AppError `key-missing`, `wrong-pin`. The PIN is not kept. */
  open(id: string, pin: string): Promise<Signer>
}
