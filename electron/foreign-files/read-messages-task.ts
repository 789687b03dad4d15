import { z } from 'zod'
import { isRealDate } from '#shared/exchange/edxml/dates.ts'
import { inflateEntry } from '#shared/exchange/edxml/inflate-entry.ts'
import { readMessageBytes } from '#shared/exchange/edxml/memory-attachments.ts'
import type { DocumentFields } from '#shared/exchange/edxml/message.ts'
import { isZip, readZipDirectory, type ReadAt } from '#shared/exchange/edxml/zip-archive.ts'
import { pureTools } from '#shared/exchange/edxml/content-tools.ts'
import type { ArchivedDocument } from '#shared/domain/registers/former/read-archive.ts'
import { concatBytes } from '#shared/kernel/bytes.ts'
import { plainFileName } from '#shared/kernel/file-name.ts'
import { sha256Hex } from '#shared/kernel/hash.ts'

/** What main sends. */
export const readMessagesTask = z.strictObject({
  task: z.literal('read-messages'),
  file: z.instanceof(Uint8Array),
  name: z.string(),
})
type ReadMessagesTask = z.infer<typeof readMessagesTask>

interface Place {
  readonly name: string
  readonly sha256: string
}
type Message = Place &
  (
    | {
        readonly ok: true
        readonly document: ArchivedDocument
        readonly files: readonly {
          readonly name: string
          readonly mediaType: string
          readonly bytes: Uint8Array
        }[]
      }
    | { readonly ok: false; readonly code: string; readonly line: number | null }
  )

const MIB = 1024 * 1024
/** Messages of one archive, and what they hold together, unpacked. */
const MOST_MESSAGES = 5000
const MOST_BYTES = 400 * MIB
const PACKED = { sizeBytes: 64 * MIB, ratio: 200, ratioFreeBytes: 16 * MIB }
const MOST_FILES = 100

/** Reads a message, or every `.edxml` and `.xml` of a zip; a problem of the zip itself is an answer, not a failure. */
export async function runReadMessages({
  file,
  name,
}: ReadMessagesTask): Promise<{ readonly messages: readonly Message[] } | { readonly problem: string }> {
  if (!isZip(file)) return { messages: [await messageOf(plainFileName(name), file)] }
  const read: ReadAt = (offset, length) => Promise.resolve(file.subarray(offset, offset + length))
  const directory = await readZipDirectory(read, file.length)
  if (directory === undefined) return { problem: 'broken' }
  const entries = directory.entries.filter((entry) => /\.(?:ed)?xml$/i.test(entry.name))
  if (entries.length === 0) return { problem: 'no-messages' }
  if (entries.length > MOST_MESSAGES) return { problem: 'too-many-messages' }
  const messages: Message[] = []
  let left = MOST_BYTES
  for (const entry of entries) {
    const parts: Uint8Array[] = []
    const place = shownName(entry.name)
    const limits = { ...PACKED, sizeBytes: Math.min(PACKED.sizeBytes, left) }
    const outcome = entry.isEncrypted
      ? 'broken'
      : await inflateEntry(read, entry, limits, pureTools.inflateRaw, (piece) => {
          parts.push(piece.slice())
          return Promise.resolve()
        })
    const bytes = concatBytes(...parts)
    left -= bytes.length
    messages.push(
      outcome === 'done'
        ? await messageOf(place, bytes)
        : {
            name: place,
            sha256: sha256Hex(bytes),
            ok: false,
            code: outcome === 'limit' ? 'too-large' : 'broken',
            line: null,
          },
    )
  }
  return { messages }
}

/** Names in zips are bytes: those of UTF-8 are read as such. */
function shownName(name: string): string {
  const bytes = Uint8Array.from(name, (letter) => letter.charCodeAt(0))
  return new TextDecoder().decode(bytes).slice(-500)
}

async function messageOf(name: string, bytes: Uint8Array): Promise<Message> {
  const place: Place = { name, sha256: sha256Hex(bytes) }
  const read = await readMessageBytes(bytes)
  if (!read.ok) return { ...place, ok: false, code: read.error.code, line: read.error.line }
  const { fields, attachments } = read.value
  if (fields.kind === 'status') return { ...place, ok: false, code: 'status-message', line: null }
  const files = attachments.slice(0, MOST_FILES).map((one, index) => ({
    name: plainFileName(one.name === '' ? `${index + 1}` : one.name),
    mediaType: one.detectedType,
    bytes: one.content,
  }))
  return { ...place, ok: true, document: documentOf(fields), files }
}

const clip = (text: string | undefined): string => (text ?? '').slice(0, 4000)

function documentOf({
  from,
  code,
  issuedOn,
  type,
  subject,
  signer,
  toPlaces,
}: DocumentFields): ArchivedDocument {
  return {
    organId: clip(from.organId),
    organName: clip(from.name),
    number: clip(code.number),
    notation: clip(code.notation),
    issuedOn: issuedOn !== undefined && isRealDate(issuedOn) ? issuedOn : null,
    typeName: clip(type.name),
    subject: clip(subject),
    signer: clip(signer.fullName),
    receivers: toPlaces.slice(0, 1000).map(clip),
  }
}
