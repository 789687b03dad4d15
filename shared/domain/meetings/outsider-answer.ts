import { z } from 'zod'
import type { Instant } from '../../kernel/instant.ts'

/** What somebody from outside answers; `maybe`: may come (TENTATIVE). Stored and exchanged. */
const outsiderAttendances = ['coming', 'absent', 'maybe'] as const
export type OutsiderAttendance = (typeof outsiderAttendances)[number]

const instant = z.iso.datetime({ precision: 3 })

/** An answer or a counter-proposal as its calendar file says it (RFC 5546, 3.2.3 and 3.2.7). */
export const outsiderReply = z.strictObject({
  address: z.email(),
  attendance: z.enum(outsiderAttendances),
  words: z.string().max(4000),
  /** Another time that is proposed. */
  proposal: z.strictObject({ from: instant, until: instant }).nullable(),
  /** When they said it: an earlier word does not replace a later one. */
  saidAt: instant,
})
export type OutsiderReply = z.infer<typeof outsiderReply>

/** Nobody spoke after the moment at which it is noted: a word dated ahead would keep out those that come. */
export const saidBy = (saidAt: Instant, notedAt: Instant): Instant => (saidAt < notedAt ? saidAt : notedAt)

/** What is known of an outsider's coming. */
export interface OutsiderAnswer extends OutsiderReply {
  readonly at: Instant
}

/** Answers to a proposal: taken, so that the meeting moves, or not. */
export const settleProposal = z.strictObject({ address: z.email(), isTaken: z.boolean() })
export type SettleProposal = z.infer<typeof settleProposal>
