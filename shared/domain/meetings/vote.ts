import { z } from 'zod'
import type { Happened } from '../decision.ts'
import { derivedUuid } from '../../kernel/uuid.ts'
import { choices } from './motion.ts'

const id = z.string().min(1).max(64)

/** A vote as its member gives it; the command that carries it is signed with the key of the member's desk, and kept as it was signed. */
export const castVote = z.strictObject({
  meeting: id,
  item: id,
  motion: id,
  choice: z.enum(choices),
  words: z.string().max(4000),
})
export type CastVote = z.infer<typeof castVote>

/** The vote of one member on one motion; the last one given before the vote is closed counts. */
export interface Vote extends CastVote {
  readonly id: string
  readonly post: string
  readonly person: string
  readonly castAt: string
  /** Posts called to the meeting: everybody counts again. */
  readonly seenBy: readonly string[]
}

/** A vote was given. Stored for ever. */
export type VoteEvent = Happened & {
  readonly type: 'cast'
  readonly vote: CastVote
  readonly seenBy: readonly string[]
}

/** One vote a member and motion, however often it is given; a motion of the same name in another meeting is another motion. */
export const voteIdOf = (meeting: string, motion: string, post: string): string =>
  derivedUuid('vote', meeting, motion, post)
