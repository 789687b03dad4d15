import { z } from 'zod'
import type { Instant } from '../../kernel/instant.ts'

const instant = z.iso.datetime({ precision: 3 })

/** Another time that a member proposes for a meeting they are called to (M12). */
export const proposeTime = z.strictObject({ from: instant, until: instant, words: z.string().max(4000) })
export type ProposeTime = z.infer<typeof proposeTime>

/** Answers a member's proposal as it was read: taken, so that the meeting moves, or not. */
export const settleTime = z.strictObject({
  post: z.string().min(1).max(64),
  from: instant,
  until: instant,
  isTaken: z.boolean(),
})
export type SettleTime = z.infer<typeof settleTime>

/** What a member proposed and nobody answered yet. */
export interface ProposedTime extends ProposeTime {
  readonly at: Instant
}
