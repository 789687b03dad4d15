import { z } from 'zod'
import { concatBytes } from '../kernel/bytes.ts'
import { sha256 } from '../kernel/hash.ts'
import { derivedUuid } from '../kernel/uuid.ts'
import { signedCommand } from './command.ts'

/** One line of a workspace's log, as stored and sent: texts verbatim, never re-serialised. */
export const entry = z.strictObject({
  seq: z.int().positive(),
  epoch: z.int().positive(),
  serverTime: z.iso.datetime({ precision: 3 }),
  command: signedCommand,
  /** Canonical JSON of `EntryEvents`; empty when erased by law (only its hash stays). */
  events: z.string(),
})
export type Entry = z.infer<typeof entry>

/** What `Entry.events` holds. `salt`: 16 random bytes as hex, so that an erased body cannot be guessed from its hash. */
export const entryEvents = z.strictObject({
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  events: z.array(z.looseObject({ id: z.uuid(), type: z.string() })),
})

/** Same on desk and node: hash of command id and index. */
export function eventIdOf(commandId: string, index: number): string {
  return derivedUuid('event', commandId, String(index))
}

/** What a tree head covers of an entry: seq ‖ epoch ‖ serverTime (ms), each 8 bytes big-endian ‖ SHA-256(command) ‖ SHA-256(events). */
export function leafContent(of: Entry): Uint8Array {
  return concatBytes(
    bigEndian(of.seq),
    bigEndian(of.epoch),
    bigEndian(Date.parse(of.serverTime)),
    sha256(`${of.command.key}.${of.command.signature}.${of.command.text}`),
    sha256(of.events),
  )
}

function bigEndian(value: number): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value))
  return bytes
}
