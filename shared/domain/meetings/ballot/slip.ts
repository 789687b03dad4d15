import { z } from 'zod'
import type { ActorRef, Happened } from '../../decision.ts'
import {
  signatureFindings,
  type SignatureCheck,
  type SignatureFinding,
} from '../../documents/signature-check.ts'
import { parserOf } from '../../parse-command.ts'
import { derivedUuid } from '../../../kernel/uuid.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Choice } from '../motion.ts'
import { signedStatement, type SignedStatement } from '../statement.ts'

const id = z.string().min(1).max(64)
const instant = z.iso.datetime({ precision: 3 })
const seal = z.string().regex(/^[0-9a-f]{64}$/)

/** What the node hands to a member: whom it is for, and by when it is to be answered. */
const handedSlip = z.strictObject({
  ballot: id,
  member: id,
  question: z.string().max(2000),
  from: id,
  due: z.iso.date(),
  until: instant,
  seenBy: z.array(id).max(600),
})
export type HandedSlip = z.infer<typeof handedSlip>

/** Why a slip that was never answered is no longer waited for. Stored and exchanged. */
export const lapses = ['deemed', 'withdrawn'] as const
export type Lapse = (typeof lapses)[number]

const slipCommands = {
  'ballot-slip.hand': handedSlip,
  'ballot-slip.answer': z.strictObject({ signed: signedStatement }),
  'ballot-slip.chase': z.strictObject({}),
  'ballot-slip.lapse': z.strictObject({ as: z.enum(lapses) }),
  'ballot-slip.recordCheck': z.discriminatedUnion('verdict', [
    z.strictObject({
      statement: seal,
      trust: z.string().max(200),
      verdict: z.literal('good'),
      stampedAt: instant.optional(),
    }),
    z.strictObject({ statement: seal, trust: z.string().max(200), verdict: z.literal('not-checked') }),
    z.strictObject({
      statement: seal,
      trust: z.string().max(200),
      verdict: z.literal('bad'),
      findings: z.array(z.enum(signatureFindings)).min(1),
    }),
  ]),
} as const
type SlipCommandType = keyof typeof slipCommands
export type SlipCommand = {
  [T in SlipCommandType]: { readonly type: T; readonly payload: z.infer<(typeof slipCommands)[T]> }
}[SlipCommandType]

/** Reads a command of a slip; throws a ZodError on anything else. */
export const parseSlipCommand = parserOf(slipCommands)

/** Stored for ever. `statement`: SHA-256 of the text that was signed, hex. */
export type SlipEvent = Happened &
  (
    | ({ readonly type: 'handed' } & HandedSlip)
    | {
        readonly type: 'answered'
        readonly choice: Choice
        readonly reasons: string
        readonly signed: SignedStatement
        readonly isLate: boolean
        readonly isClaimed?: true
      }
    | { readonly type: 'chased' }
    | { readonly type: 'lapsed'; readonly as: Lapse }
    | {
        readonly type: 'signatureChecked'
        readonly statement: string
        readonly verdict: SignatureCheck['verdict']
        readonly trust: string
        readonly stampedAt?: Instant
      }
    | {
        readonly type: 'signatureRejected'
        readonly statement: string
        readonly findings: readonly SignatureFinding[]
        readonly trust: string
      }
  )

/** An answer as it was signed. */
export interface SlipAnswer {
  readonly choice: Choice
  readonly reasons: string
  readonly signed: SignedStatement
  /** Given after the deadline: kept and shown, but the member is deemed to agree. */
  readonly isLate: boolean
  /** Given in time by the word of its desk alone: the node had it after the deadline. Absent: the node had it in time, or it is late. */
  readonly isClaimed?: true
  /** The node had it after the deadline, and a trusted time stamp proves that it was signed in time. Never together with `isLate` or `isClaimed`. */
  readonly isProven?: true
  readonly at: Instant
  readonly by: ActorRef
  /** Absent until the node has looked at the signature. */
  readonly check?: SignatureCheck
}

/** The slip of one member for one ballot; how many times it is answered, it counts once. */
export interface Slip extends HandedSlip {
  readonly id: string
  readonly handedAt: Instant
  readonly answer: SlipAnswer | null
  /** Answers behind it that stand again if its signature is not accepted, latest first; absent or empty: none. */
  readonly earlier?: readonly SlipAnswer[]
  /** How many answers the node had after the deadline; absent: none. */
  readonly afterwards?: number
  readonly chasedAt: Instant | null
  readonly lapsed: Lapse | null
  /** An answer whose signature the node did not accept: the member signs again. */
  readonly rejected: { readonly findings: readonly SignatureFinding[]; readonly at: Instant } | null
}

/** Answers of one member that are taken after the deadline: each holds up the count until its signature was looked at. */
export const MOST_AFTERWARDS = 3

/** One slip a member and ballot. */
export const slipIdOf = (ballot: string, member: string): string => derivedUuid('ballot-slip', ballot, member)

/** Whether a member whose answer was not accepted, and who has given none since, was chased after that. */
export const isToldOfRejection = ({ answer, rejected, chasedAt }: Slip): boolean =>
  rejected === null || answer !== null || (chasedAt !== null && chasedAt >= rejected.at)
