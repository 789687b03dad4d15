import { equalBytes, toHex } from '../../kernel/bytes.ts'
import {
  derBitBytes,
  derChildren,
  derChildrenOf,
  derOctetBytes,
  derOidText,
  DerTag,
  derTime,
  expectDer,
  readDer,
  readWholeDer,
  type DerNode,
} from '../../kernel/der-reader.ts'
import { isForbiddenDigest, signatureScheme } from './algorithms.ts'
import { KeyUsage } from './certificate.ts'
import type { StatusQuestion, StatusStatement } from './revocation-evidence.ts'

const ISSUING_DISTRIBUTION_POINT = '2.5.29.28'
/** Only the place it is published at; any other part of the extension narrows what the list speaks of. */
const DISTRIBUTION_POINT_NAME = 0xa0

/**
 * What a complete, direct CRL (RFC 5280 5) says of the certificate; undefined if another authority made it, its signature
 * does not hold, or it speaks of a part of the certificates only. Throws `DerError`.
 */
export async function readCrlStatement(
  der: Uint8Array,
  { certificate, issuer, crypto }: StatusQuestion,
): Promise<StatusStatement | undefined> {
  const [list, algorithm, signature] = derChildrenOf(readDer(der), DerTag.sequence)
  const fields = derChildrenOf(list, DerTag.sequence)
  const [, name, thisUpdate, ...rest] = fields[0]?.tag === DerTag.integer ? fields.slice(1) : fields
  if (!equalBytes(expectDer(name, DerTag.sequence).raw, issuer.subjectDer)) return undefined
  if (issuer.keyUsage !== undefined && (issuer.keyUsage & KeyUsage.crlSign) === 0) return undefined
  if (isPartial(rest.find((field) => field.tag === 0xa0))) return undefined
  const scheme = signatureScheme(algorithm)
  if (isForbiddenDigest(scheme.digest)) return undefined
  const { publicKeyInfo } = issuer
  const signed = expectDer(list, DerTag.sequence).raw
  if (!(await crypto.verify({ scheme, publicKeyInfo, signature: derBitBytes(signature), signed })))
    return undefined
  const nextUpdate = rest.find(
    (field) => field.tag === DerTag.utcTime || field.tag === DerTag.generalizedTime,
  )
  const revokedAt = findRevocation(
    rest.find((field) => field.tag === DerTag.sequence),
    certificate.serial,
  )
  return {
    status: revokedAt === undefined ? { kind: 'good' } : { kind: 'revoked', at: revokedAt },
    thisUpdate: derTime(thisUpdate),
    nextUpdate: nextUpdate === undefined ? undefined : derTime(nextUpdate),
  }
}

function findRevocation(entries: DerNode | undefined, serial: string): Date | undefined {
  if (entries === undefined) return undefined
  for (const entry of derChildren(entries)) {
    const [number, when] = derChildrenOf(entry, DerTag.sequence)
    if (toHex(expectDer(number, DerTag.integer).content) === serial) return derTime(when)
  }
  return undefined
}

function isPartial(wrapper: DerNode | undefined): boolean {
  if (wrapper === undefined) return false
  return derChildrenOf(derChildren(wrapper)[0], DerTag.sequence).some((extension) => {
    const parts = derChildrenOf(extension, DerTag.sequence)
    const isCritical = parts[1]?.tag === DerTag.boolean && parts[1].content[0] !== 0
    if (derOidText(parts[0]) !== ISSUING_DISTRIBUTION_POINT) return isCritical
    const scope = readWholeDer(derOctetBytes(parts.at(-1)))
    return derChildrenOf(scope, DerTag.sequence).some((part) => part.tag !== DISTRIBUTION_POINT_NAME)
  })
}
