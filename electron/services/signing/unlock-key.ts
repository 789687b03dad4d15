import { AppError } from '#shared/errors/app-error.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { KeyRing } from '../keys/key-ring.port.ts'
import { preflightSigner } from '../signer/preflight-signer.ts'
import { SignerErrorCode } from '../signer/signer-error.ts'
import type { Signer } from '../signer/signer.port.ts'

/** Opens the key and asks what a verifier would ask later. Throws AppError `wrong-pin`, `key-missing`, `key-expired`, `key-refused`. */
export async function unlockKey(
  keys: KeyRing,
  id: string,
  pin: string,
  trust: { readonly roots: readonly Uint8Array[]; readonly at: Instant },
): Promise<Signer> {
  const signer = await keys.open(id, pin)
  const judged = await preflightSigner(signer, trust)
  if (judged.ok) return signer
  throw judged.error === SignerErrorCode.notInTime
    ? new AppError('key-expired')
    : new AppError('key-refused', { cause: judged.error })
}
