import type { Signer } from '../../electron/services/signer/signer.port.ts'
import type { TimestampAuthority } from '../../electron/services/timestamp/timestamp.port.ts'
import {
  statementText,
  type SignedStatement,
  type Statement,
} from '../../shared/domain/meetings/statement.ts'
import { toBase64 } from '../../shared/kernel/bytes.ts'
import { sha256 } from '../../shared/kernel/hash.ts'
import { encodeCades, signCades } from '../../shared/pdf/cades.ts'

/** A statement with a real signature, and with the stamp of a service where one is given. */
export async function signedWith(
  signer: Signer,
  statement: Statement,
  service?: TimestampAuthority,
): Promise<SignedStatement> {
  const text = statementText(statement)
  const signature = await signCades(sha256(new TextEncoder().encode(text)), signer)
  if (service === undefined) return { text, cms: toBase64(encodeCades(signature)), level: 'B-B' }
  const stamp = await service.stamp(sha256(signature.signatureValue))
  if (!stamp.ok) throw new Error(stamp.error)
  return { text, cms: toBase64(encodeCades(signature, stamp.value.token)), level: 'B-T' }
}
