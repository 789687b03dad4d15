import { refuse, type DecisionContext } from '../decision.ts'
import type { Meeting } from './meeting.ts'
import type { Motion } from './motion.ts'
import type { Vote } from './vote.ts'

type Refused = ReturnType<typeof refuse>

/**
 * The secretary puts in the vote that a member gives in the room, named, for an open question only; not where the certificate of the member is asked for, not for who
 * is not there, and never over what the member gave.
 */
export function unlessEnterable(
  state: Vote | undefined,
  { meeting, motion, voter }: { readonly meeting: Meeting; readonly motion: Motion; readonly voter: string },
  { actor }: DecisionContext,
): Refused | undefined {
  if (actor.post !== meeting.secretary) return refuse('vote-entered-by-secretary')
  if (motion.isSigned === true) return refuse('vote-signature-asked')
  const isThere = meeting.members.some(({ post, present }) => post === voter && present !== null)
  if (!isThere) return refuse('vote-entered-absent')
  const isOwn = state?.post === voter && state.entered === undefined && state.rejected === undefined
  return isOwn ? refuse('own-vote-stands') : undefined
}
