import { events, refuse, type Decision, type DecisionContext } from '../decision.ts'
import type { Commanded } from './commands.ts'
import { noticeDay } from './conclude/decide.ts'
import { happened, itemIn, unlessCalled, unlessIn, unlessRunning } from './entitled.ts'
import type { MeetingEvent } from './events.ts'
import { hasQuorum, peopleOf, type Meeting } from './meeting.ts'

type SessionCommand = Commanded<
  | 'meeting.open'
  | 'meeting.checkIn'
  | 'meeting.checkOut'
  | 'meeting.takeItem'
  | 'meeting.giveFloor'
  | 'meeting.adoptTogether'
  | 'meeting.close'
>

/** Holding a meeting: who is there, what is being dealt with, who speaks. Everybody checks themselves in; the secretary anybody. */
export function decideSession(
  state: Meeting,
  command: SessionCommand,
  context: DecisionContext,
): Decision<MeetingEvent> {
  const stamp = happened(context)
  if (command.type === 'meeting.checkIn' || command.type === 'meeting.checkOut')
    return decidePresence(state, command, context)
  const refused = unlessRunning(state, context)
  if (refused !== undefined) return refused
  if (state.elsewhere !== undefined) return decideHeldElsewhere(state, command, context)
  if (command.type === 'meeting.open') {
    const late = unlessIn(state, 'called')
    if (late !== undefined) return late
    return hasQuorum(state)
      ? events({ ...stamp, type: 'opened' })
      : refuse('quorum-missing', quorumFacts(state))
  }
  const closed = unlessIn(state, 'inSession')
  if (closed !== undefined) return closed
  switch (command.type) {
    case 'meeting.takeItem':
      if (itemIn(state, command.payload.item) === undefined) return refuse('unknown-object')
      if (openVote(state)) return refuse('vote-still-open')
      return state.current === command.payload.item
        ? events()
        : events({ ...stamp, type: 'itemTaken', ...command.payload })
    case 'meeting.giveFloor': {
      const speakers = itemIn(state, command.payload.item)?.speakers ?? []
      const asks = speakers.some(({ post, spokeAt }) => post === command.payload.post && spokeAt === null)
      return asks ? events({ ...stamp, type: 'floorGiven', ...command.payload }) : refuse('floor-not-asked')
    }
    case 'meeting.adoptTogether':
      return decideTogether(state, command.payload.items, context)
    case 'meeting.close':
      return openVote(state)
        ? refuse('vote-still-open')
        : events({ ...stamp, type: 'closed', noticeBy: noticeDay(context.at, context) })
  }
}

/** Of a meeting that is held elsewhere only its end is noted, not before it began. */
function decideHeldElsewhere(
  state: Meeting,
  command: SessionCommand,
  context: DecisionContext,
): Decision<MeetingEvent> {
  if (command.type !== 'meeting.close' || context.at < state.from) return refuse('meeting-elsewhere')
  return unlessIn(state, 'called') ?? events({ ...happened(context), type: 'closed' })
}

function decidePresence(
  state: Meeting,
  command: Commanded<'meeting.checkIn' | 'meeting.checkOut'>,
  context: DecisionContext,
): Decision<MeetingEvent> {
  const { post } = command.payload
  const refused = unlessCalled(state, context) ?? unlessIn(state, 'called', 'inSession')
  if (refused !== undefined) return refused
  if (post !== context.actor.post && unlessRunning(state, context) !== undefined)
    return refuse('meeting-secretary-only')
  if (!peopleOf(state).includes(post)) return refuse('meeting-not-called')
  const stamp = happened(context)
  return command.type === 'meeting.checkIn'
    ? events({ ...stamp, type: 'checkedIn', ...command.payload })
    : events({ ...stamp, type: 'checkedOut', post })
}

/** Items nobody objects to, or wants to talk about, are adopted at one stroke (M3). */
function decideTogether(
  state: Meeting,
  ids: readonly string[],
  context: DecisionContext,
): Decision<MeetingEvent> {
  for (const id of ids) {
    const item = itemIn(state, id)
    if (item === undefined) return refuse('unknown-object')
    if (item.conclusion !== null) return refuse('item-dealt-with')
    const isDisputed = item.positions.some(({ stand }) => stand !== 'noObjection')
    if (isDisputed || !item.mayBeAdoptedTogether) return refuse('item-disputed', { item: item.title })
  }
  return hasQuorum(state)
    ? events({ ...happened(context), type: 'adoptedTogether', items: ids })
    : refuse('quorum-missing', quorumFacts(state))
}

const openVote = (state: Meeting): boolean =>
  state.items.some(({ motions }) => motions.some(({ closedAt }) => closedAt === null))

/** How many members are there, and how many must be; 0 where no rule asks for a number. */
export function quorumFacts({ members, quorum }: Meeting): { present: number; wanted: number } {
  const voting = members.filter(({ part }) => part === 'member')
  return {
    present: voting.filter(({ present }) => present !== null).length,
    wanted: quorum === null ? 0 : Math.ceil((voting.length * quorum.of) / quorum.outOf),
  }
}
