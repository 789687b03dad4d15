import { webcrypto } from 'node:crypto'
import { verifyPdf } from '#shared/pdf/verify/verify-pdf.ts'
import { webSignatureCrypto } from '#shared/pdf/verify/web-signature-crypto.ts'
import type { TrustSnapshot } from '../foreign-files/foreign-files.port.ts'
import type { SelfCheck } from '../pdf/pdf.port.ts'

/** Judges what was just signed as any reader would; an invalid signature of ours never leaves the desk. */
export function selfCheck(trust: () => Promise<TrustSnapshot>, now: () => number): SelfCheck {
  return async (bytes, field) => {
    const { roots, intermediates, ocspResponses, crls } = await trust()
    const { signatures } = await verifyPdf(bytes, {
      trust: roots,
      intermediates,
      evidence: { ocspResponses, crls },
      crypto: webSignatureCrypto(webcrypto.subtle),
      now: new Date(now()),
    })
    const own = signatures.find((one) => one.field === field)
    if (own === undefined) return 'signature-missing'
    const broken = signatures.find(({ verdict }) => verdict === 'invalid')
    return broken?.reasons.join(' ')
  }
}
