import { z } from 'zod'
import type { Instant } from '../../kernel/instant.ts'

/** Names the letter that tells other agencies of a meeting; `agencies` by their codes. */
export const inviteAgencies = z.strictObject({
  document: z.string().min(1).max(64),
  agencies: z
    .array(z.strictObject({ code: z.string().min(1).max(64), name: z.string().max(500) }))
    .min(1)
    .max(300),
})
export type InviteAgencies = z.infer<typeof inviteAgencies>

/** A letter drafted to other agencies about a meeting, with the version of the meeting it tells (SEQUENCE, RFC 5546 2.1.4). */
export interface AgencyInvitation extends InviteAgencies {
  readonly sequence: number
  readonly at: Instant
}
