/** Reads `length` bytes from `offset`; fewer only at the end. */
export type ReadAt = (offset: number, length: number) => Promise<Uint8Array>

/** A file inside a zip, as its central directory has it. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly isEncrypted: boolean
  readonly crc: number
  readonly packedBytes: number
  readonly sizeBytes: number
  readonly headerOffset: number
}

/** Folders are no entries here. */
export interface ZipDirectory {
  readonly entries: readonly ZipEntry[]
}

const END_SIGNATURE = 0x06054b50
const DIRECTORY_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
const END_BYTES = 22
const LONGEST_COMMENT = 65_535
const DIRECTORY_HEADER_BYTES = 46
const LOCAL_HEADER_BYTES = 30
const LARGEST_DIRECTORY = 1024 * 1024
const ZIP64_MARK = 0xffffffff

/** True when bytes begin as a zip, empty ones included. */
export function isZip(head: Uint8Array): boolean {
  const [a, b, c, d] = head
  return a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6))
}

/** Lists a zip of up to 1 MiB of directory, by its central directory; undefined when it is broken, larger or zip64. */
export async function readZipDirectory(read: ReadAt, sizeBytes: number): Promise<ZipDirectory | undefined> {
  const tailBytes = Math.min(sizeBytes, END_BYTES + LONGEST_COMMENT)
  const tail = await read(sizeBytes - tailBytes, tailBytes)
  const view = viewOf(tail)
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue
    if (view.getUint16(at + 20, true) !== tail.length - at - END_BYTES) continue
    const directoryBytes = view.getUint32(at + 12, true)
    const offset = view.getUint32(at + 16, true)
    const isReadable = directoryBytes <= LARGEST_DIRECTORY && offset + directoryBytes <= sizeBytes
    return isReadable ? parseDirectory(await read(offset, directoryBytes)) : undefined
  }
  return undefined
}

function parseDirectory(bytes: Uint8Array): ZipDirectory | undefined {
  const view = viewOf(bytes)
  const entries: ZipEntry[] = []
  let at = 0
  while (at + DIRECTORY_HEADER_BYTES <= bytes.length) {
    if (view.getUint32(at, true) !== DIRECTORY_SIGNATURE) return undefined
    const nameLength = view.getUint16(at + 28, true)
    const nameAt = at + DIRECTORY_HEADER_BYTES
    const entry: ZipEntry = {
      name: String.fromCharCode(...bytes.subarray(nameAt, nameAt + Math.min(nameLength, 512))),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      sizeBytes: view.getUint32(at + 24, true),
      headerOffset: view.getUint32(at + 42, true),
    }
    if (entry.packedBytes === ZIP64_MARK || entry.sizeBytes === ZIP64_MARK) return undefined
    if (!entry.name.endsWith('/')) entries.push(entry)
    at = nameAt + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return { entries }
}

/** Where an entry's packed bytes begin; undefined when no local header stands where the directory says. */
export async function dataOffsetOf(read: ReadAt, entry: ZipEntry): Promise<number | undefined> {
  const header = await read(entry.headerOffset, LOCAL_HEADER_BYTES)
  if (header.length < LOCAL_HEADER_BYTES) return undefined
  const view = viewOf(header)
  if (view.getUint32(0, true) !== LOCAL_SIGNATURE) return undefined
  return entry.headerOffset + LOCAL_HEADER_BYTES + view.getUint16(26, true) + view.getUint16(28, true)
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
