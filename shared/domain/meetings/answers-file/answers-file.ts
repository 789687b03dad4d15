import { z } from 'zod'
import { choices, majorities } from '../motion.ts'
import { signedStatement } from '../statement.ts'

const id = z.string().min(1).max(64)
const instant = z.iso.datetime({ precision: 3 })
const count = z.int().min(0).max(500)
const hash = z.string().regex(/^[0-9a-f]{64}$/)

const voter = z.strictObject({
  post: id,
  /** Who held the post when the file was made, and the certificate that was registered for them: SHA-256 of its DER, hex. */
  person: z.string().max(64),
  name: z.string().max(500),
  title: z.string().max(500),
  certificate: hash.nullable(),
})

const answer = z.strictObject({
  post: id,
  choice: z.enum(choices),
  reasons: z.string().max(4000),
  at: instant,
  /** After the deadline: kept, not counted. */
  isLate: z.boolean(),
  /** Counted though the node had it after the deadline: by the word of its desk, or by the time stamp in its signature; absent: the node had it in time, or it is late. */
  inTimeBy: z.enum(['claim', 'stamp']).optional(),
  /** null: given with the key of a desk alone, or put in by the secretary. */
  signed: signedStatement.nullable(),
  /** The post that put it in for a member without a device; null: the member. */
  enteredBy: id.nullable(),
  /** What the node found of the signature; null: nothing was looked at. */
  nodeFound: z
    .strictObject({ verdict: z.string().max(40), trust: z.string().max(200), at: instant })
    .nullable(),
})

/** A question with all that was said to it. */
const answeredQuestion = z.strictObject({
  kind: z.enum(['ballot', 'motion']),
  /** The ballot, or the meeting. */
  within: id,
  /** The ballot again, or the motion. */
  about: id,
  question: z.string().min(1).max(2000),
  papers: z.array(z.strictObject({ name: z.string().max(500), sha256: hash })).max(100),
  majority: z.enum(majorities),
  /** Every answer has to bear the signature of its member. */
  isSigned: z.boolean(),
  chair: id,
  /** First moment an answer counts, and the last; null: none is known. */
  from: instant.nullable(),
  until: instant.nullable(),
  voters: z.array(voter).max(500),
  answers: z.array(answer).max(500),
  /** The result as the node declared it; null: not declared. */
  declared: z
    .strictObject({
      yes: count,
      no: count,
      other: count,
      /** Who did not answer in time: deemed to agree to a ballot, no vote in a meeting. */
      silent: count,
      outcome: z.enum(['carried', 'lost']),
      at: instant,
    })
    .nullable(),
})
export type AnsweredQuestion = z.infer<typeof answeredQuestion>

/** Signed answers in a file of their own: whoever holds it counts again and checks every signature with no network and without this agency. */
export const answersFile = z.strictObject({
  format: z.literal('congso-answers'),
  version: z.literal(1),
  workspace: z.string().max(64),
  agency: z.string().max(500),
  madeAt: instant,
  questions: z.array(answeredQuestion).min(1).max(500),
})
export type AnswersFile = z.infer<typeof answersFile>
