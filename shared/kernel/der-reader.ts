/**
 * Reads DER (and BER with indefinite lengths) lazily: a value is looked into only when asked, so that hostile nesting
 * costs nothing. Bytes are views on the input: what was signed is hashed as it stands, never re-encoded.
 */

/** One value: its tag octet, its complete bytes, and the bytes inside it. */
export interface DerNode {
  readonly tag: number
  readonly raw: Uint8Array
  readonly content: Uint8Array
}

/** The bytes are not the ASN.1 that was expected. */
export class DerError extends Error {
  override readonly name = 'DerError'
}

export const DerTag = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const

const MAX_DEPTH = 24
const MAX_CHILDREN = 1_000_000

/** The value at the start of the bytes; what stands behind it is not looked at. Throws `DerError`. */
export function readDer(bytes: Uint8Array): DerNode {
  return readAt(bytes, 0, 0)
}

/** The value that fills the bytes exactly. Throws `DerError` if something follows. */
export function readWholeDer(bytes: Uint8Array): DerNode {
  const node = readDer(bytes)
  if (node.raw.length !== bytes.length) throw new DerError('bytes after the value')
  return node
}

/** The values inside a constructed one, in order. Throws `DerError`. */
export function derChildren(node: DerNode): DerNode[] {
  if ((node.tag & 0x20) === 0) throw new DerError('not a constructed value')
  const children: DerNode[] = []
  for (let offset = 0; offset < node.content.length;) {
    const child = readAt(node.content, offset, 0)
    children.push(child)
    if (children.length > MAX_CHILDREN) throw new DerError('too many values')
    offset += child.raw.length
  }
  return children
}

/** The values inside after checking the tag. Throws `DerError`. */
export function derChildrenOf(node: DerNode | undefined, tag: number): DerNode[] {
  return derChildren(expectDer(node, tag))
}

/** The node itself if it is there and has the tag. Throws `DerError`. */
export function expectDer(node: DerNode | undefined, tag: number): DerNode {
  if (node?.tag !== tag) throw new DerError(`tag ${String(tag)} expected`)
  return node
}

/** Dotted form of an OBJECT IDENTIFIER. Throws `DerError`. */
export function derOidText(node: DerNode | undefined): string {
  const { content } = expectDer(node, DerTag.oid)
  const arcs: number[] = []
  let value = 0
  for (const octet of content) {
    value = value * 128 + (octet & 0x7f)
    if (value > Number.MAX_SAFE_INTEGER) throw new DerError('object identifier too large')
    if (octet < 0x80) {
      arcs.push(value)
      value = 0
    }
  }
  const first = arcs[0]
  if (first === undefined || (content.at(-1) ?? 0x80) >= 0x80) throw new DerError('object identifier cut off')
  const root = Math.min(Math.floor(first / 40), 2)
  return [root, first - root * 40, ...arcs.slice(1)].join('.')
}

/** Octets of an OCTET STRING, also of one in constructed form. Throws `DerError`. */
export function derOctetBytes(node: DerNode | undefined): Uint8Array {
  if (node?.tag !== 0x24) return expectDer(node, DerTag.octetString).content
  const parts = derChildren(node).map((part) => expectDer(part, DerTag.octetString).content)
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    joined.set(part, offset)
    offset += part.length
  }
  return joined
}

/** Octets of a BIT STRING that holds whole octets. Throws `DerError`. */
export function derBitBytes(node: DerNode | undefined): Uint8Array {
  const { content } = expectDer(node, DerTag.bitString)
  if (content[0] !== 0) throw new DerError('bit string of whole octets expected')
  return content.subarray(1)
}

/** Octets of a BIT STRING of named bits; those it does not use are zero. Throws `DerError`. */
export function derFlagBytes(node: DerNode | undefined): Uint8Array {
  const { content } = expectDer(node, DerTag.bitString)
  if (content[0] === undefined || content[0] > 7) throw new DerError('bit string without its first octet')
  return content.subarray(1)
}

/** A small non-negative INTEGER. Throws `DerError` beyond 2^47 and below 0. */
export function derSmallInteger(node: DerNode | undefined): number {
  return smallNumber(expectDer(node, DerTag.integer))
}

/** An ENUMERATED, which is written like a small INTEGER. Throws `DerError`. */
export function derEnumerated(node: DerNode | undefined): number {
  return smallNumber(expectDer(node, DerTag.enumerated))
}

/** UTCTime or GeneralizedTime, milliseconds since 1970. Throws `DerError`. */
export function derTime(node: DerNode | undefined): Date {
  if (node?.tag !== DerTag.utcTime && node?.tag !== DerTag.generalizedTime)
    throw new DerError('time expected')
  const text = String.fromCharCode(...node.content.subarray(0, 40))
  const pattern =
    node.tag === DerTag.utcTime
      ? /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?()Z$/u
      : /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:[.,](\d{1,9}))?Z$/u
  const match = pattern.exec(text)
  if (match === null) throw new DerError('time not understood')
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part || 0))
  const fullYear = node.tag === DerTag.utcTime ? year + (year < 50 ? 2000 : 1900) : year
  const fraction = Math.floor(Number(`0.${match[7] ?? ''}0`) * 1000)
  const at = new Date(Date.UTC(fullYear, month - 1, day, hour, minute, second, fraction))
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) throw new DerError('no such day')
  return at
}

function smallNumber({ content }: DerNode): number {
  const [first] = content
  if (first === undefined || first >= 0x80 || content.length > 6) throw new DerError('number out of range')
  return content.reduce((sum, octet) => sum * 256 + octet, 0)
}

function readAt(bytes: Uint8Array, start: number, depth: number): DerNode {
  const tag = octetAt(bytes, start)
  if ((tag & 0x1f) === 0x1f) throw new DerError('multi-octet tag')
  const first = octetAt(bytes, start + 1)
  if (first === 0x80) return readIndefinite(bytes, start, tag, depth)
  let headerEnd = start + 2
  let length = first
  if (first > 0x80) {
    const count = first & 0x7f
    if (count > 4) throw new DerError('length too large')
    length = 0
    for (let index = 0; index < count; index += 1) length = length * 256 + octetAt(bytes, headerEnd + index)
    headerEnd += count
  }
  const end = headerEnd + length
  if (end > bytes.length) throw new DerError('value cut off')
  return { tag, raw: bytes.subarray(start, end), content: bytes.subarray(headerEnd, end) }
}

function readIndefinite(bytes: Uint8Array, start: number, tag: number, depth: number): DerNode {
  if ((tag & 0x20) === 0) throw new DerError('indefinite length of a primitive value')
  if (depth > MAX_DEPTH) throw new DerError('nested too deeply')
  let offset = start + 2
  for (let count = 0; ; count += 1) {
    if (octetAt(bytes, offset) === 0 && octetAt(bytes, offset + 1) === 0) break
    if (count > MAX_CHILDREN) throw new DerError('too many values')
    offset += readAt(bytes, offset, depth + 1).raw.length
  }
  return { tag, raw: bytes.subarray(start, offset + 2), content: bytes.subarray(start + 2, offset) }
}

function octetAt(bytes: Uint8Array, index: number): number {
  const octet = bytes[index]
  if (octet === undefined) throw new DerError('value cut off')
  return octet
}
