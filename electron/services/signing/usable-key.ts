import { AppError } from '#shared/errors/app-error.ts'
import type { SigningCertificate } from '#shared/ipc/signing.ipc.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import type { KeyRing } from '../keys/key-ring.port.ts'

const MAX_SKEW_MS = 5 * 60_000

/** Wrong PINs after which the window gives up. */
export const PIN_TRIES = 5

/** The key that is meant, when it may sign now. Throws AppError `clock-skew`, `key-missing` or `key-expired`. */
export async function usableKey(
  { now }: { readonly now: () => number },
  {
    clockSkewMs: skewMs,
    keys,
  }: { readonly clockSkewMs: number | null; readonly keys: Pick<KeyRing, 'list'> },
  id: string,
): Promise<SigningCertificate> {
  if (skewMs !== null && Math.abs(skewMs) > MAX_SKEW_MS) throw new AppError('clock-skew', { skewMs })
  const certificate = (await keys.list()).find((one) => one.id === id)
  if (certificate === undefined) throw new AppError('key-missing')
  const { validFrom: from, validUntil: until } = certificate
  const at = instantFrom(now())
  if (at < from || at > until) throw new AppError('key-expired', { from, until })
  return certificate
}
