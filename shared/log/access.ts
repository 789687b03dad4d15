import { z } from 'zod'
import { concatBytes } from '../kernel/bytes.ts'
import { canonicalJson } from '../kernel/canonical-json.ts'
import { sha256 } from '../kernel/hash.ts'
import { millisOf, type Instant } from '../kernel/instant.ts'
import { aggregateRef, signedCommand } from './command.ts'

/**
 * How somebody came by the content of a document. Stored: a value is never reused for another meaning.
 * - `opened`: a page of it was drawn, or, of a draft that is no file yet, its text was shown.
 * - `saved`: it was written to a place outside the program.
 * - `exported`: its bytes, or its chain of custody, were taken for a package.
 */
export const accessKinds = ['opened', 'saved', 'exported'] as const
export type AccessKind = (typeof accessKinds)[number]

/** A file by its content, so that nobody can name another document than the one accessed; or what is no file: a draft, a chain of custody. */
const accessSubject = z.union([
  z.strictObject({ file: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.strictObject({ aggregate: aggregateRef }),
])
export type AccessSubject = z.infer<typeof accessSubject>

const instant = z.iso.datetime({ precision: 3 })

/** One access, as the desk's main process writes and signs it. `at` and `seenServerTime` as in commands; `computer`: what the machine calls itself. */
const accessBody = z.strictObject({
  version: z.literal(1),
  id: z.uuid(),
  workspace: z.string().min(1).max(64),
  person: z.string().min(1).max(64),
  access: z.enum(accessKinds),
  subject: accessSubject,
  at: instant,
  seenServerTime: instant.nullable(),
  computer: z
    .string()
    .max(64)
    .regex(/^\P{C}*$/u),
})
export type AccessBody = z.infer<typeof accessBody>

/** As it travels and is kept: canonical text, signed with the key of the person's device as commands are. */
export const signedAccess = signedCommand.extend({ text: z.string().max(2000) })
export type SignedAccess = z.infer<typeof signedAccess>

/** As the node keeps it: the `number`th of its subject, counted from 1. */
export const keptAccess = z.strictObject({
  number: z.int().positive(),
  receivedAt: instant,
  record: signedAccess,
})
export type KeptAccess = z.infer<typeof keptAccess>

/** The node's word on how many accesses of a subject it holds, and on the last link of their chain (base64). */
export const accessHead = z.strictObject({
  workspace: z.string(),
  subject: accessSubject,
  count: z.int().positive(),
  link: z.string(),
  at: instant,
  key: z.string().regex(/^[0-9a-f]{32}$/),
  signature: z.string(),
})
export type AccessHead = z.infer<typeof accessHead>

/** The bytes that are signed and kept verbatim. */
export function accessText(body: AccessBody): string {
  return canonicalJson(body)
}

/** Throws ZodError, SyntaxError, or RangeError on what is not canonical, as every reader must take the same of it. */
export function parseAccessText(text: string): AccessBody {
  const body = accessBody.parse(JSON.parse(text))
  if (canonicalJson(body) !== text) throw new RangeError('not canonical')
  return body
}

/** What the text of a record says; undefined when it is none. */
export function readAccessText(text: string): AccessBody | undefined {
  try {
    return parseAccessText(text)
  } catch {
    // Whatever the parsers complain about, the record cannot be read.
    return undefined
  }
}

/** Key of a subject in maps and tables. */
export function subjectKey(subject: AccessSubject): string {
  return canonicalJson(subject)
}

/** What the first access of a subject links to. */
export const noLink: Uint8Array = new Uint8Array(32)

/** SHA-256 of the link before ‖ number ‖ receivedAt (ms), each 8 bytes big-endian ‖ SHA-256(record): none can be left out or put in unseen. */
export function accessLink(before: Uint8Array, { number, receivedAt, record }: KeptAccess): Uint8Array {
  const numbers = new Uint8Array(16)
  const view = new DataView(numbers.buffer)
  view.setBigUint64(0, BigInt(number))
  view.setBigUint64(8, BigInt(millisOf(receivedAt)))
  return sha256(concatBytes(before, numbers, sha256(`${record.key}.${record.signature}.${record.text}`)))
}

/** What the node signs. */
export function accessHeadText(head: Omit<AccessHead, 'signature'>): string {
  const { workspace, subject, count, link, at, key } = head
  return canonicalJson({ workspace, subject, count, link, at, key })
}

const CLOCK_TOLERANCE_MS = 5 * 60_000

/** When it happened: the desk's word if it can be true (not after it arrived, not before a server time the desk had seen), else when it arrived. */
export function timeOfAccess(
  { at, seenServerTime }: Pick<AccessBody, 'at' | 'seenServerTime'>,
  receivedAt: Instant,
): Instant {
  const claimed = millisOf(at)
  const isPossible =
    claimed <= millisOf(receivedAt) + CLOCK_TOLERANCE_MS &&
    (seenServerTime === null || claimed >= millisOf(seenServerTime) - CLOCK_TOLERANCE_MS)
  return isPossible ? at : receivedAt
}
