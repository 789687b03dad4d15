import { z } from 'zod'
import type { Happened } from '../../decision.ts'
import { parserOf } from '../../parse-command.ts'
import type { Instant, LocalDate } from '../../../kernel/instant.ts'
import { paper } from '../meeting.ts'
import type { MotionOutcome } from '../motion.ts'
import { ballotDetails, type BallotDetails, type BallotTally } from './ballot.ts'

const id = z.string().min(1).max(64)

/** What may be asked of a ballot. */
const ballotCommands = {
  'ballot.draft': ballotDetails,
  'ballot.change': ballotDetails,
  /** Under the id of a paper that is there: its next version. */
  'ballot.addPaper': z.strictObject({ paper }),
  'ballot.removePaper': z.strictObject({ paper: id }),
  'ballot.send': z.strictObject({}),
  'ballot.withdraw': z.strictObject({ reason: z.string().max(8000) }),
  'ballot.close': z.strictObject({}),
  'ballot.noteDocument': z.strictObject({ document: id }),
} as const
type BallotCommandType = keyof typeof ballotCommands
export type BallotCommand = {
  [T in BallotCommandType]: { readonly type: T; readonly payload: z.infer<(typeof ballotCommands)[T]> }
}[BallotCommandType]

/** Reads a command of a ballot; throws a ZodError on anything else. */
export const parseBallotCommand = parserOf(ballotCommands)

/** Stored for ever: a changed meaning is a new type. */
export type BallotEvent = Happened &
  (
    | { readonly type: 'drafted'; readonly secretary: string; readonly details: BallotDetails }
    | { readonly type: 'changed'; readonly details: BallotDetails }
    | { readonly type: 'paperAdded'; readonly paper: z.infer<typeof paper> }
    | { readonly type: 'paperRemoved'; readonly paper: string }
    | { readonly type: 'sent'; readonly due: LocalDate; readonly until: Instant }
    | { readonly type: 'withdrawn'; readonly reason: string }
    | {
        readonly type: 'closed'
        readonly tally: BallotTally
        readonly outcome: MotionOutcome
        readonly deemed: readonly string[]
      }
    | { readonly type: 'documentNoted'; readonly document: string }
    | { readonly type: 'decisionNoted'; readonly document: string }
  )
