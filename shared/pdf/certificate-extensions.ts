import {
  derChildren,
  derChildrenOf,
  derOctetBytes,
  derOidText,
  DerTag,
  expectDer,
  readWholeDer,
} from '../kernel/der-reader.ts'
import type { DerNode } from '../kernel/der-reader.ts'

const EXTENSIONS_TAG = 0xa3
const KEY_USAGE = '2.5.29.15'
const EXTENDED_KEY_USAGE = '2.5.29.37'
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
/** digitalSignature and nonRepudiation, the first two bits of KeyUsage (RFC 5280, 4.2.1.3). */
const SIGNING_BITS = 0b1100_0000

interface Extension {
  readonly isCritical: boolean
  readonly value: DerNode
}

function extensionOf(certificate: Uint8Array, oid: string): Extension | undefined {
  const [toBeSigned] = derChildrenOf(readWholeDer(certificate), DerTag.sequence)
  const wrapper = derChildrenOf(toBeSigned, DerTag.sequence).find(({ tag }) => tag === EXTENSIONS_TAG)
  if (!wrapper) return undefined
  for (const extension of derChildrenOf(derChildren(wrapper)[0], DerTag.sequence)) {
    const [id, ...rest] = derChildrenOf(extension, DerTag.sequence)
    if (derOidText(id) !== oid) continue
    const isCritical = rest[0]?.tag === DerTag.boolean && rest[0].content[0] !== 0
    return { isCritical, value: readWholeDer(derOctetBytes(rest.at(-1))) }
  }
  return undefined
}

/** True when the certificate is for time stamping only, and says so in a critical extension (RFC 3161, 2.3). Throws DerError. */
export function isTimestampAuthority(certificate: Uint8Array): boolean {
  const extension = extensionOf(certificate, EXTENDED_KEY_USAGE)
  if (extension?.isCritical !== true) return false
  const purposes = derChildrenOf(extension.value, DerTag.sequence)
  return purposes.length === 1 && derOidText(purposes[0]) === TIME_STAMPING
}

/** True when the certificate's key may sign documents; a certificate without key usage may (RFC 5280, 4.2.1.3). Throws DerError. */
export function maySignDocuments(certificate: Uint8Array): boolean {
  const extension = extensionOf(certificate, KEY_USAGE)
  if (!extension) return true
  const bits = expectDer(extension.value, DerTag.bitString).content
  return ((bits[1] ?? 0) & SIGNING_BITS) !== 0
}
