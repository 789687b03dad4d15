import {
  derChildren,
  derChildrenOf,
  derOctetBytes,
  derOidText,
  DerError,
  DerTag,
  expectDer,
  readWholeDer,
} from '../../kernel/der-reader.ts'
import type { DerNode } from '../../kernel/der-reader.ts'

const SIGNED_DATA = '1.2.840.113549.1.7.2'
const TST_INFO = '1.2.840.113549.1.9.16.1.4'
const CONTEXT_0 = 0xa0

/** A time-stamp token taken apart (RFC 5652, 5; RFC 3161, 2.4.2). Bytes are views of the input. */
export interface TokenStructure {
  /** DER of TSTInfo: what the authority signed. */
  readonly info: Uint8Array
  readonly certificates: readonly Uint8Array[]
  /** IssuerAndSerialNumber of the signer. */
  readonly signerId: Uint8Array
  readonly digestAlgorithm: string
  readonly signatureAlgorithm: string
  readonly signature: Uint8Array
  /** The signed attributes as they are hashed, under the SET tag; and each one's first value by type. */
  readonly signedAttributes: Uint8Array
  readonly attributes: ReadonlyMap<string, DerNode>
}

function algorithmOf(node: DerNode | undefined): string {
  return derOidText(derChildrenOf(node, DerTag.sequence)[0])
}

function attributeValues(signedAttributes: DerNode): Map<string, DerNode> {
  const values = new Map<string, DerNode>()
  for (const attribute of derChildren(signedAttributes)) {
    const [type, set] = derChildrenOf(attribute, DerTag.sequence)
    const [value] = derChildrenOf(set, DerTag.set)
    const name = derOidText(type)
    if (!value || values.has(name)) throw new DerError('attribute twice or empty')
    values.set(name, value)
  }
  return values
}

function underSetTag(signedAttributes: DerNode): Uint8Array {
  const bytes = signedAttributes.raw.slice()
  bytes[0] = DerTag.set
  return bytes
}

/** Takes a token with exactly one signer apart. Throws DerError on anything else. */
export function readToken(token: Uint8Array): TokenStructure {
  const [contentType, content] = derChildrenOf(readWholeDer(token), DerTag.sequence)
  if (derOidText(contentType) !== SIGNED_DATA) throw new DerError('no signed data')
  const [, , encapsulated, ...optional] = derChildrenOf(derChildrenOf(content, CONTEXT_0)[0], DerTag.sequence)
  const [infoType, infoContent] = derChildrenOf(encapsulated, DerTag.sequence)
  if (derOidText(infoType) !== TST_INFO) throw new DerError('no time-stamp information')
  const certificates = optional.find(({ tag }) => tag === CONTEXT_0)
  const signers = derChildrenOf(optional.at(-1), DerTag.set)
  if (signers.length !== 1) throw new DerError('one signer expected')
  const [, signerId, digest, signed, algorithm, signature] = derChildrenOf(signers[0], DerTag.sequence)
  const signedAttributes = expectDer(signed, CONTEXT_0)
  return {
    info: derOctetBytes(derChildrenOf(infoContent, CONTEXT_0)[0]),
    certificates: certificates ? derChildren(certificates).map(({ raw }) => raw) : [],
    signerId: expectDer(signerId, DerTag.sequence).raw,
    digestAlgorithm: algorithmOf(digest),
    signatureAlgorithm: algorithmOf(algorithm),
    signature: derOctetBytes(signature),
    signedAttributes: underSetTag(signedAttributes),
    attributes: attributeValues(signedAttributes),
  }
}
