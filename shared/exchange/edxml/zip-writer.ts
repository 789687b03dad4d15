import type { ByteSource } from './byte-stream.port.ts'
import type { ByteTransform } from './content-tools.ts'
import { crc32 } from './crc32.ts'

const VERSION = 20
const SIZES_FOLLOW = 0x0008
const DEFLATED = 8
/** 1 January 1980, 00:00, so that the same content gives the same zip. */
const DOS_DATE = 0x0021

/**
 * A zip with one deflated entry, piece by piece; sizes stand behind the data, so the content is read once. `name` must be ASCII.
 * Throws RangeError beyond 4 GiB.
 */
export async function* zipOne(
  name: string,
  content: ByteSource,
  deflateRaw: ByteTransform,
): AsyncGenerator<Uint8Array> {
  const nameBytes = Uint8Array.from(name, (letter) => letter.charCodeAt(0))
  const entry = { crc: 0, packed: 0, size: 0 }
  const local = record(
    0x04034b50,
    [VERSION, SIZES_FOLLOW, DEFLATED, 0, DOS_DATE],
    [0, 0, 0],
    [nameBytes.length, 0],
  )
  yield local
  yield nameBytes

  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of content) {
      entry.crc = crc32(chunk, entry.crc)
      entry.size += chunk.length
      yield chunk
    }
  }
  for await (const piece of deflateRaw(counted())) {
    entry.packed += piece.length
    yield piece
  }
  if (entry.size > 0xffffffff) throw new RangeError('content beyond 4 GiB')

  const sizes = [entry.crc, entry.packed, entry.size]
  yield record(0x08074b50, [], sizes, [])
  const directoryOffset = local.length + nameBytes.length + entry.packed + 16
  const directory = record(
    0x02014b50,
    [VERSION, VERSION, SIZES_FOLLOW, DEFLATED, 0, DOS_DATE],
    sizes,
    [nameBytes.length, 0, 0, 0, 0],
    [0, 0],
  )
  yield directory
  yield nameBytes
  yield record(0x06054b50, [0, 0, 1, 1], [directory.length + nameBytes.length, directoryOffset], [0])
}

/** A zip record: signature, 16-bit fields, 32-bit fields, 16-bit fields, 32-bit fields. */
function record(
  signature: number,
  shorts: number[],
  longs: number[],
  moreShorts: number[],
  moreLongs: number[] = [],
): Uint8Array {
  const bytes = new Uint8Array(
    4 + 2 * (shorts.length + moreShorts.length) + 4 * (longs.length + moreLongs.length),
  )
  const view = new DataView(bytes.buffer)
  view.setUint32(0, signature, true)
  let at = 4
  const put16 = (value: number): void => {
    view.setUint16(at, value, true)
    at += 2
  }
  const put32 = (value: number): void => {
    view.setUint32(at, value, true)
    at += 4
  }
  shorts.forEach(put16)
  longs.forEach(put32)
  moreShorts.forEach(put16)
  moreLongs.forEach(put32)
  return bytes
}
