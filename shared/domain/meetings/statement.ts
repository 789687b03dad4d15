import { z } from 'zod'
import { canonicalJson } from '../../kernel/canonical-json.ts'
import { choices } from './motion.ts'

const id = z.string().min(1).max(64)

/**
 * What a member signs with their own certificate: which question with which papers, what they say to it, who they are and when. Stored and
 * exchanged as canonical JSON: whoever holds the text and the signature can check both without this software.
 */
export const statement = z.strictObject({
  version: z.literal(1),
  kind: z.enum(['ballot', 'motion']),
  /** The ballot, or the meeting the motion belongs to. */
  within: id,
  /** The ballot again, or the motion. */
  about: id,
  question: z.string().min(1).max(2000),
  papers: z
    .array(z.strictObject({ name: z.string().max(500), sha256: z.string().regex(/^[0-9a-f]{64}$/) }))
    .max(100),
  choice: z.enum(choices),
  reasons: z.string().max(4000),
  post: id,
  person: id,
  at: z.iso.datetime({ precision: 3 }),
})
export type Statement = z.infer<typeof statement>

/** A statement with the signature over its UTF-8 bytes: a detached CMS in DER, base64. */
export const signedStatement = z.strictObject({
  text: z.string().max(100_000),
  cms: z
    .string()
    .max(60_000)
    .regex(/^[A-Za-z0-9+/]+=*$/),
  level: z.enum(['B-B', 'B-T']),
})
export type SignedStatement = z.infer<typeof signedStatement>

/** The text that is signed; throws TypeError on what JSON cannot hold. */
export const statementText = (said: Statement): string => canonicalJson(said)

/** Reads what was signed; undefined for anything but the canonical text of a statement. */
export function readStatement(text: string): Statement | undefined {
  try {
    const read = statement.safeParse(JSON.parse(text))
    return read.success && statementText(read.data) === text ? read.data : undefined
  } catch {
    return undefined
  }
}
