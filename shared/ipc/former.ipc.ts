import { z } from 'zod'
import { blobRef } from '../domain/blob-ref.ts'
import { archivedDocument } from '../domain/registers/former/read-archive.ts'
import { request, type IpcDefinition } from './define.ts'
import { blobHash, fileName, fileToken } from './values.ts'

/** What a cell holds: see `CellValue`. */
const cell = z.union([z.string().max(40_000), z.number(), z.null(), z.strictObject({ date: z.iso.date() })])

/** The sheets of a workbook as read. */
export const readSheets = z
  .array(
    z.strictObject({
      name: z.string().max(31),
      rows: z.array(z.strictObject({ line: z.int().positive(), cells: z.array(cell).max(64) })).max(100_000),
    }),
  )
  .max(200)

const place = z.strictObject({
  /** Name in the archive, for showing. */
  name: z.string().max(500),
  sha256: blobHash,
})

/** Why a message of an archive cannot be taken: the reason and the line in it, where it has one. */
export const unreadableMessage = place.extend({
  ok: z.literal(false),
  code: z.string().max(60),
  line: z.int().nonnegative().nullable(),
})

/** A message of an archive, in the order of the archive. */
const archivedMessage = z.discriminatedUnion('ok', [
  place.extend({
    ok: z.literal(true),
    document: archivedDocument,
    files: z.array(z.strictObject({ name: fileName, file: blobRef })).max(100),
  }),
  unreadableMessage,
])
export type ArchivedMessage = z.infer<typeof archivedMessage>

const source = z.strictObject({ name: fileName, sha256: blobHash, sizeBytes: z.int().nonnegative() })

/** Registers and archives of before, read in a process of their own; nothing of a sheet is kept. */
export const formerIpc = {
  /** Reads an offered workbook or text of separated values and uses its token up. */
  'former.readSheet': request({
    input: fileToken,
    output: source.extend({ sheets: readSheets }),
    errors: ['file-token-unknown', 'too-large', 'sheet-unreadable', 'timed-out'],
  }),
  /**
   * Reads an offered `.edxml` file, or a zip of such files, and uses its token up. What the messages bring is put into the store, pinned; what
   * nothing names later is for the page to release.
   */
  'former.readMessages': request({
    input: fileToken,
    output: source.extend({ messages: z.array(archivedMessage).max(5000) }),
    errors: ['file-token-unknown', 'too-large', 'archive-unreadable', 'timed-out', 'disk-full'],
  }),
} satisfies IpcDefinition
