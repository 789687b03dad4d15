import { z } from 'zod'
import type { Instant, LocalDate } from '../../../kernel/instant.ts'
import type { Paper } from '../meeting.ts'
import type { MotionOutcome } from '../motion.ts'

const id = z.string().min(1).max(64)

/** Stored and exchanged: being prepared, sent to the members, counted and declared, or taken back. */
export type BallotStatus = 'draft' | 'open' | 'closed' | 'withdrawn'

/** Working days that members have to answer: not less than two, not more than five (Decree 191 Art 7.2d, 17.1). */
export const BALLOT_DAYS = { least: 2, most: 5 } as const

/** The kind of the document that tells what came of a ballot. */
export const RESULT_KIND = 'bao-cao'

/** What is asked, of whom, and in how many working days. */
export const ballotDetails = z.strictObject({
  question: z.string().trim().min(1).max(2000),
  /** What the members should know beside the papers. */
  explanation: z.string().max(8000),
  /** Whose question it is: the side this post takes decides a tie. */
  chair: id,
  members: z.array(id).max(500),
  days: z.int().min(1).max(60),
})
export type BallotDetails = z.infer<typeof ballotDetails>

/** Answers counted. Each member stands in exactly one place; what nobody said is kept apart from what was agreed. */
export interface BallotTally {
  readonly yes: number
  readonly no: number
  readonly other: number
  /** No answer in time: deemed to agree (Decree 191 Art 7.2d, 17.2). */
  readonly deemed: number
}

/** What came of it, as the node counted it. */
export interface BallotResult {
  readonly tally: BallotTally
  readonly outcome: MotionOutcome
  /** Members who are deemed to agree. */
  readonly deemed: readonly string[]
  readonly at: Instant
}

/** A question to which members answer in writing, without a meeting (phiếu lấy ý kiến). Each answer is a slip of its own. */
export interface Ballot extends BallotDetails {
  readonly id: string
  readonly status: BallotStatus
  readonly secretary: string
  readonly papers: readonly Paper[]
  readonly draftedAt: Instant
  readonly sentAt: Instant | null
  /** The last day on which an answer is in time; null before it is sent. */
  readonly due: LocalDate | null
  /** The last moment of that day. */
  readonly until: Instant | null
  readonly result: BallotResult | null
  readonly withdrawn: { readonly reason: string; readonly at: Instant } | null
  /** The document that was drafted on its result. */
  readonly document: string | null
  /** The decision that was drafted on what was agreed to; absent: none. */
  readonly decision?: string
}

/** Everybody it concerns: who asks and who is asked, each once. */
export const peopleOfBallot = ({ chair, secretary, members }: Ballot): readonly string[] => [
  ...new Set([secretary, chair, ...members]),
]
