import { deflateSync } from 'node:zlib'

/** Bodies of indirect objects by number, as they stand between `obj` and `endobj`; text is one octet per character. */
export type RawObjects = Readonly<Record<number, string | Uint8Array>>

export interface RawLayout {
  /** Cross-reference stream instead of a table. */
  readonly xrefStream?: boolean
  /** Objects that go into an object stream; asks for `xrefStream`. */
  readonly compressed?: readonly number[]
  /** Entries that lie about where an object stands, or stand for objects that are not there. */
  readonly offsets?: Readonly<Record<number, number>>
  /** Object numbers set free. */
  readonly free?: readonly number[]
  /** Further trailer keys, as they stand in the dictionary. */
  readonly trailer?: string
  /** Bytes between the objects and the cross-reference section. */
  readonly beforeXref?: string
}

type Entry = { readonly type: 0 | 1 | 2; readonly first: number; readonly second: number }

/** A stream body with its length. */
export function rawStream(dictionary: string, data: string | Uint8Array): Uint8Array {
  const bytes = octets(data)
  return join([`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`, bytes, '\nendstream'])
}

/** A new file whose catalog is object 1. */
export function rawPdf(objects: RawObjects, layout: RawLayout = {}): Uint8Array {
  const header = octets('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n')
  const trailer = `/Root 1 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] ${layout.trailer ?? ''}`
  return append(header, objects, { ...layout, trailer }, undefined)
}

/** The file with an incremental update behind it. */
export function rawUpdate(file: Uint8Array, objects: RawObjects, layout: RawLayout = {}): Uint8Array {
  const text = latin1(file)
  const previous = Number(
    /startxref\s+(\d+)\s+%%EOF\s*$/u.exec(text.slice(text.lastIndexOf('startxref')))?.[1],
  )
  const known = [...text.matchAll(/\/Size (\d+)/gu)].map((match) => Number(match[1]))
  const root = [...text.matchAll(/\/Root (\d+) 0 R/gu)].at(-1)?.[1] ?? '1'
  const identifier = [...text.matchAll(/\/ID ?\[\s*(<[0-9A-Fa-f]+>)/gu)].at(-1)?.[1]
  const identity = identifier === undefined ? '' : `/ID [${identifier} <ffeeddccbbaa99887766554433221100>]`
  const trailer =
    layout.trailer?.includes('/Root') === true ? layout.trailer : `/Root ${root} 0 R ${layout.trailer ?? ''}`
  const startsOnLine = file.at(-1) === 10 ? file : join([file, '\n'])
  return append(
    startsOnLine,
    objects,
    { ...layout, trailer: `${trailer} ${identity}` },
    { previous, size: Math.max(...known) },
  )
}

/** The last version of an object that stands by itself; empty if there is none. */
export function currentBody(file: Uint8Array, object: number): string {
  const found = [
    ...latin1(file).matchAll(new RegExp(`(?:^|\\n)${object} 0 obj\\n([\\s\\S]*?)\\nendobj`, 'gu')),
  ]
  return found.at(-1)?.[1] ?? ''
}

/** One octet per character. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}

/** Strings (one octet per character) and bytes, one after the other. */
export function join(parts: readonly (string | Uint8Array)[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts.map(octets)))
}

function octets(value: string | Uint8Array): Uint8Array {
  return typeof value === 'string' ? Buffer.from(value, 'latin1') : value
}

function append(
  start: Uint8Array,
  objects: RawObjects,
  layout: RawLayout,
  update: { previous: number; size: number } | undefined,
): Uint8Array {
  const parts: (string | Uint8Array)[] = [start]
  let length = start.length
  const entries = new Map<number, Entry>()
  const put = (number: number, body: string | Uint8Array) => {
    entries.set(number, { type: 1, first: length, second: 0 })
    const bytes = join([`${number} 0 obj\n`, body, '\nendobj\n'])
    parts.push(bytes)
    length += bytes.length
  }
  const compressed = new Set(layout.compressed ?? [])
  for (const [number, body] of Object.entries(objects))
    if (!compressed.has(Number(number))) put(Number(number), body)
  const numbers = [...Object.keys(objects), ...Object.keys(layout.offsets ?? {}), ...(layout.free ?? [])].map(
    Number,
  )
  let size = Math.max(update?.size ?? 0, ...numbers.map((number) => number + 1))
  if (compressed.size > 0) {
    const container = size
    size += 1
    put(container, objectStream(objects, [...compressed]))
    for (const [index, number] of [...compressed].entries())
      entries.set(number, { type: 2, first: container, second: index })
  }
  for (const [number, offset] of Object.entries(layout.offsets ?? {})) {
    entries.set(Number(number), { type: 1, first: offset, second: 0 })
  }
  for (const number of layout.free ?? []) entries.set(number, { type: 0, first: 0, second: 1 })
  if (layout.beforeXref !== undefined) {
    parts.push(layout.beforeXref)
    length += octets(layout.beforeXref).length
  }
  const trailer = `${layout.trailer ?? ''}${update === undefined ? '' : ` /Prev ${update.previous}`}`
  const section =
    layout.xrefStream === true
      ? streamSection(entries, size, trailer, length)
      : tableSection(entries, size, trailer)
  return join([...parts, section, `startxref\n${length}\n%%EOF\n`])
}

function tableSection(entries: ReadonlyMap<number, Entry>, size: number, trailer: string): string {
  const line = ({ type, first, second }: Entry) =>
    `${String(first).padStart(10, '0')} ${String(second).padStart(5, '0')} ${type === 0 ? 'f' : 'n'} \n`
  const rows = [...entries].toSorted(([left], [right]) => left - right)
  const sections = rows.map(([number, entry]) => `${number} 1\n${line(entry)}`).join('')
  return `xref\n0 1\n0000000000 65535 f \n${sections}trailer\n<< /Size ${size} ${trailer} >>\n`
}

function streamSection(
  entries: Map<number, Entry>,
  size: number,
  trailer: string,
  offset: number,
): Uint8Array {
  const own = size
  entries.set(own, { type: 1, first: offset, second: 0 })
  const rows = [...entries].toSorted(([left], [right]) => left - right)
  const data = Buffer.concat(
    rows.map(([, { type, first, second }]) => {
      const row = Buffer.alloc(7)
      row.writeUInt8(type, 0)
      row.writeUInt32BE(first, 1)
      row.writeUInt16BE(second, 5)
      return row
    }),
  )
  const index = rows.map(([number]) => `${number} 1`).join(' ')
  const dictionary = `/Type /XRef /Size ${own + 1} /W [1 4 2] /Index [${index}] /Filter /FlateDecode ${trailer}`
  return join([`${own} 0 obj\n`, rawStream(dictionary, deflateSync(data)), '\nendobj\n'])
}

function objectStream(objects: RawObjects, numbers: readonly number[]): Uint8Array {
  const bodies = numbers.map((number) => latin1(octets(objects[number] ?? 'null')))
  let offset = 0
  const heads = bodies.map((body, index) => {
    const head = `${numbers[index]} ${offset}`
    offset += body.length + 1
    return head
  })
  const header = `${heads.join(' ')}\n`
  const data = deflateSync(octets(`${header}${bodies.join('\n')}`))
  return rawStream(`/Type /ObjStm /N ${numbers.length} /First ${header.length} /Filter /FlateDecode`, data)
}
