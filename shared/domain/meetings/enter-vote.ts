import { refuse, type DecisionContext } from '../decision.ts'
import type { RuleId } from '../law/rules.ts'
import type { Meeting } from './meeting.ts'
import type { Motion } from './motion.ts'
import type { Vote } from './vote.ts'

type Refused = ReturnType<typeof refuse>

/**
 * Why no vote may be put in for a member, as far as the place where the member is tells: the secretary sees the tally, so a vote is put in only for who sat in the room
 * when the question was put, and gave it by hand. Undefined: it may.
 */
export function whyNotEnterable(
  { members }: Pick<Meeting, 'members'>,
  { inRoom, openedAt }: Pick<Motion, 'inRoom' | 'openedAt'>,
  voter: string,
): RuleId | undefined {
  const present = members.find(({ post }) => post === voter)?.present ?? null
  if (present === null) return 'vote-entered-absent'
  if (present.isRemote) return 'vote-entered-remote'
  const wasThere = inRoom?.includes(voter) ?? present.from <= openedAt
  return wasThere ? undefined : 'vote-entered-newcomer'
}

/**
 * The secretary puts in the vote that a member gives in the room, named; not where the certificate of the member is asked for, not for who is not there, and never over
 * what the member gave.
 */
export function unlessEnterable(
  state: Vote | undefined,
  { meeting, motion, voter }: { readonly meeting: Meeting; readonly motion: Motion; readonly voter: string },
  { actor }: DecisionContext,
): Refused | undefined {
  if (actor.post !== meeting.secretary) return refuse('vote-entered-by-secretary')
  if (motion.isSigned === true) return refuse('vote-signature-asked')
  const rule = whyNotEnterable(meeting, motion, voter)
  if (rule !== undefined) return refuse(rule)
  const isOwn = state?.post === voter && state.entered === undefined && state.rejected === undefined
  return isOwn ? refuse('own-vote-stands') : undefined
}
