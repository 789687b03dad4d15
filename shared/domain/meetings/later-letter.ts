import { z } from 'zod'
import { callDetails } from './meeting.ts'

/** What a later letter of the inviting agency does to a meeting that was taken from its invitation. */
export const laterLetter = z.strictObject({
  letter: z.string().min(1).max(64),
  change: z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('changed'),
      details: callDetails.pick({ title: true, from: true, until: true, place: true }).partial(),
    }),
    z.strictObject({ kind: z.literal('off'), reason: z.string().trim().min(1).max(8000) }),
  ]),
})
export type LaterLetter = z.infer<typeof laterLetter>
