import { z } from 'zod'
import { keptAccess, signedAccess } from '../log/access.ts'

/** Records of one `POST /v1/accesses`. */
export const MOST_ACCESSES = 200

/** `POST /v1/accesses`: what a person accessed at a desk; the same again changes nothing. */
export const submitAccesses = z.strictObject({
  workspace: z.string(),
  records: z.array(signedAccess).min(1).max(MOST_ACCESSES),
})
export type SubmitAccesses = z.infer<typeof submitAccesses>

/** One answer a record, in order. `kept`: on disk. `rejected`: the record proves nothing as it is; it is kept where it came from. */
const accessOutcome = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('kept'), again: z.boolean() }),
  z.strictObject({
    outcome: z.literal('rejected'),
    code: z.enum([
      'unreadable',
      'bad-signature',
      'unknown-device',
      'id-conflict',
      'wrong-workspace',
      'wrong-person',
    ]),
  }),
])
export type AccessOutcome = z.infer<typeof accessOutcome>

export const accessesTaken = z.strictObject({ outcomes: z.array(accessOutcome) })

/** `GET /v1/accesses?workspace=&kind=&id=`: all accesses of one document or letter, by subject and number; or the rule that keeps them from the caller. */
export const accessLog = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('log'), accesses: z.array(keptAccess) }),
  z.strictObject({
    answer: z.literal('refused'),
    rule: z.string(),
    facts: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
])
export type AccessLog = z.infer<typeof accessLog>
