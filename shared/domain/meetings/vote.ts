import { z } from 'zod'
import type { ActorRef, Happened } from '../decision.ts'
import { derivedUuid } from '../../kernel/uuid.ts'
import {
  signatureFindings,
  type SignatureCheck,
  type SignatureFinding,
} from '../documents/signature-check.ts'
import type { Instant } from '../../kernel/instant.ts'
import { choices, type Choice } from './motion.ts'
import { signedStatement } from './statement.ts'

const id = z.string().min(1).max(64)
const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** A vote as its member gives it; the command that carries it is signed with the key of the member's desk, and kept as it was signed. */
export const castVote = z.strictObject({
  meeting: id,
  item: id,
  motion: id,
  choice: z.enum(choices),
  words: z.string().max(4000),
  /** Where the motion asks for it: what is said, signed with the certificate of the member. */
  signed: signedStatement.optional(),
})
export type CastVote = z.infer<typeof castVote>

/** A vote that the secretary puts in for a member (`voter`) who has no device here. */
export const enterVote = castVote.omit({ signed: true }).extend({ voter: id })
export type EnterVote = z.infer<typeof enterVote>

/** Who put a vote in for a member who has no device here. The member's own vote takes its place whenever it comes. */
export interface Entered {
  readonly by: ActorRef
  readonly at: Instant
}

/** What the secretary had put in before the member's own vote came. */
export interface Superseded extends Entered {
  readonly choice: Choice
}

/** The vote of one member on one motion; the last one given before the vote is closed counts. */
export interface Vote extends CastVote {
  readonly id: string
  readonly post: string
  readonly person: string
  readonly castAt: string
  /** When the vote was closed, behind which this came to the node; absent: it was there by then. */
  readonly arrivedAfter?: Instant
  /** Put in by the secretary; absent: given by the member. */
  readonly entered?: Entered
  /** What was put in by the secretary before the member gave this. */
  readonly superseded?: Superseded
  /** Posts called to the meeting: everybody counts again. */
  readonly seenBy: readonly string[]
  /** Absent until the node has looked at its signature, and where it bears none. */
  readonly check?: SignatureCheck
  /** Its signature was not accepted: it counts for nobody, and its member votes again while the question is open. */
  readonly rejected?: { readonly findings: readonly SignatureFinding[]; readonly at: string }
  /** The vote before it whose signature was good: it counts again should this one's be bad. */
  readonly accepted?: AcceptedVote
}
type AcceptedVote = CastVote & Pick<Vote, 'person' | 'castAt'> & { readonly check: SignatureCheck }

/** What the node found of a signed vote. `statement`: SHA-256 of the text that was signed, hex. */
export const voteCheck = z.discriminatedUnion('verdict', [
  z.strictObject({
    statement: hash,
    trust: z.string().max(200),
    verdict: z.literal('good'),
    stampedAt: z.iso.datetime({ precision: 3 }).optional(),
  }),
  z.strictObject({ statement: hash, trust: z.string().max(200), verdict: z.literal('not-checked') }),
  z.strictObject({
    statement: hash,
    trust: z.string().max(200),
    verdict: z.literal('bad'),
    findings: z.array(z.enum(signatureFindings)).min(1),
  }),
])
export type VoteCheck = z.infer<typeof voteCheck>

/** A vote was given, or its signature looked at. Stored for ever. */
export type VoteEvent = Happened &
  (
    | {
        readonly type: 'cast'
        readonly vote: CastVote
        readonly seenBy: readonly string[]
        /** When the vote was closed, which the node knew before this came; absent: it came while the vote was open. */
        readonly arrivedAfter?: Instant
      }
    | { readonly type: 'entered'; readonly vote: EnterVote; readonly seenBy: readonly string[] }
    | { readonly type: 'signatureChecked'; readonly check: VoteCheck }
  )

/** One vote a member and motion, however often it is given; a motion of the same name in another meeting is another motion. */
export const voteIdOf = (meeting: string, motion: string, post: string): string =>
  derivedUuid('vote', meeting, motion, post)

/** A vote that came behind the closing counts since it was given before, at this time: by the word of its desk, or proven by the trusted time stamp in its signature. */
export interface LateArrival {
  readonly inTimeBy: 'claim' | 'stamp'
  readonly at: Instant
}

/** Undefined: the node had the vote while the question was open. */
export function lateArrivalOf({
  arrivedAfter,
  castAt,
  check,
}: Pick<Vote, 'arrivedAfter' | 'castAt' | 'check'>): LateArrival | undefined {
  if (arrivedAfter === undefined) return undefined
  const stampedAt = check?.verdict === 'good' ? check.stampedAt : undefined
  return stampedAt !== undefined && stampedAt <= arrivedAfter
    ? { inTimeBy: 'stamp', at: stampedAt }
    : { inTimeBy: 'claim', at: castAt }
}
