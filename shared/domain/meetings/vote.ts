import { z } from 'zod'
import type { Happened } from '../decision.ts'
import { derivedUuid } from '../../kernel/uuid.ts'
import { choices, type Choice } from './motion.ts'

const id = z.string().min(1).max(64)

/**
 * A vote as its member signs it: the question by its id and words, so that nobody can put another question under it. `signature` is a
 * CMS signature (base64 of DER, detached) over the UTF-8 bytes of `voteText`.
 */
export const castVote = z.strictObject({
  meeting: id,
  item: id,
  motion: id,
  choice: z.enum(choices),
  words: z.string().max(4000),
  signature: z.string().max(40_000),
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

export type VoteEvent = Happened & {
  readonly type: 'cast'
  readonly vote: CastVote
  readonly seenBy: readonly string[]
}

/** One vote a member and motion, however often it is given. */
export const voteIdOf = (motion: string, post: string): string => derivedUuid('vote', motion, post)

/** What is signed. */
export function voteText(vote: {
  readonly meeting: string
  readonly motion: string
  readonly question: string
  readonly post: string
  readonly choice: Choice
  readonly words: string
}): string {
  const { meeting, motion, question, post, choice, words } = vote
  return JSON.stringify({ choice, meeting, motion, post, question, words })
}
