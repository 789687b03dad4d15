import { z } from 'zod'
import type { Instant } from '../../kernel/instant.ts'

const id = z.string().min(1).max(64)

/** What one may say to a motion or a ballot: Đồng ý, Không đồng ý, Ý kiến khác. Stored and exchanged. */
export const choices = ['yes', 'no', 'other'] as const
export type Choice = (typeof choices)[number]

/**
 * Of whom more than half must agree: of all members (as the Government decides), or of those who voted. Stored and exchanged.
 */
export const majorities = ['ofAll', 'ofVotes'] as const
export type Majority = (typeof majorities)[number]

/** A question put to the vote (biểu quyết). */
export const motion = z.strictObject({
  id,
  question: z.string().trim().min(1).max(2000),
  majority: z.enum(majorities),
  /** Held on paper: its tally is recorded with the names of those who counted, nobody votes here. */
  isSecret: z.boolean(),
  /** Each vote is signed with the certificate of its member; absent: with the key of the desk, as every act is. */
  isSigned: z.boolean().optional(),
})

/** Votes on paper as they were counted. */
export const paperTally = z.strictObject({
  yes: z.int().min(0).max(500),
  no: z.int().min(0).max(500),
  other: z.int().min(0).max(500),
  counters: z.array(id).min(1).max(20),
})
export type PaperTally = z.infer<typeof paperTally>

/** What a vote came to. A tie falls on the side of the chair. */
export type MotionOutcome = 'carried' | 'lost'

/** Votes of a motion, counted. */
export interface Tally {
  readonly yes: number
  readonly no: number
  readonly other: number
  /** Members who did not vote. */
  readonly missing: number
}

/** A motion and how it went. Votes are aggregates of their own: everybody who sees the meeting counts them again. */
export interface Motion extends z.infer<typeof motion> {
  /** Who may vote: the members when it was opened. */
  readonly voters: readonly string[]
  /** Who was in the room when it was opened, as the log then said; absent: not kept of it. */
  readonly inRoom?: readonly string[]
  readonly openedAt: Instant
  readonly closedAt: Instant | null
  readonly declared: {
    readonly outcome: MotionOutcome
    readonly tally: Tally
    readonly at: Instant
  } | null
  readonly onPaper: (PaperTally & { readonly at: Instant }) | null
}
