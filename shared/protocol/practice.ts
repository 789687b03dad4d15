import { z } from 'zod'

/**
 * What a practice node gives to the desk that runs it, against the one-time secret as bearer:
 * `GET /v1/practice/people` → `practicePeople` · `POST /v1/practice/session` `openPracticeSession` → `practiceSession` ·
 * `GET /v1/practice/keys/:person` → `practiceKeys` · `GET /v1/practice/trust` → `practiceTrust` ·
 * `POST /v1/practice/reset` → 202: the province of the first day; `/readyz` answers 503 until it stands, on the same port.
 * `/practice/pki/*` (no bearer) is what stands behind `http://pki.practice.invalid/*`. All bytes are base64.
 */
export const practicePeople = z.strictObject({
  /** One line per post. */
  people: z.array(
    z.strictObject({
      person: z.string(),
      name: z.string(),
      workspace: z.string(),
      agency: z.string(),
      post: z.string(),
      title: z.string(),
    }),
  ),
})
export type PracticePeople = z.infer<typeof practicePeople>

export const openPracticeSession = z.strictObject({ person: z.string().min(1).max(64) })
export const practiceSession = z.strictObject({ token: z.string() })

/** Key files (PKCS #12) of a person and of the seals in their care, all under the practice PIN. */
export const practiceKeys = z.strictObject({
  pin: z.string(),
  files: z.array(
    z.strictObject({ use: z.enum(['person', 'seal']), certificate: z.base64(), file: z.base64() }),
  ),
})
export type PracticeKeys = z.infer<typeof practiceKeys>

/** Who is believed in practice, with present answers of its status services. DER. */
export const practiceTrust = z.strictObject({
  roots: z.array(z.base64()),
  intermediates: z.array(z.base64()),
  ocspResponses: z.array(z.base64()),
  crls: z.array(z.base64()),
})
export type PracticeTrust = z.infer<typeof practiceTrust>
