import { daysBetween } from '../calendar/days.ts'
import { calendarSeen } from '../configuration/effective.ts'
import { events, refuse, type Decision, type DecisionContext } from '../decision.ts'
import { localDateOf } from '../../kernel/instant.ts'
import type { Commanded } from './commands.ts'
import { happened, itemIn, unlessIn, unlessRunning } from './entitled.ts'
import type { MeetingEvent } from './events.ts'
import { callDetails, type CallDetails, type Meeting } from './meeting.ts'
import { isKeptId } from './meeting-id.ts'
import { CALLED_AHEAD_WORKING_DAYS, isShortNotice } from './short-notice.ts'

type CallCommand = Commanded<
  | 'meeting.draft'
  | 'meeting.change'
  | 'meeting.setAgenda'
  | 'meeting.addPaper'
  | 'meeting.removePaper'
  | 'meeting.call'
  | 'meeting.cancel'
>

/** Preparing a meeting and calling it: the secretary's and the chair's work until it is concluded. */
export function decideCall(
  state: Meeting | undefined,
  command: CallCommand,
  context: DecisionContext,
): Decision<MeetingEvent> {
  const stamp = happened(context)
  if (command.type === 'meeting.draft') {
    if (state !== undefined || isKeptId(context)) return refuse('already-exists')
    const wrong = wrongDetails(command.payload, context)
    return (
      wrong ?? events({ ...stamp, type: 'drafted', secretary: context.actor.post, details: command.payload })
    )
  }
  if (state === undefined) return refuse('unknown-object')
  const refused = unlessRunning(state, context)
  if (refused !== undefined) return refused
  switch (command.type) {
    case 'meeting.change': {
      const late = unlessIn(state, 'draft', 'called') ?? wrongDetails(command.payload, context)
      if (late !== undefined) return late
      const names = changedNames(state, command.payload)
      return names.length === 0
        ? events()
        : events({ ...stamp, type: 'changed', details: command.payload, names })
    }
    case 'meeting.setAgenda':
      return decideAgenda(state, command.payload.items, stamp)
    case 'meeting.addPaper':
      return (
        unlessIn(state, 'draft', 'called', 'inSession') ??
        (itemIn(state, command.payload.item) === undefined
          ? refuse('unknown-object')
          : events({ ...stamp, type: 'paperAdded', ...command.payload }))
      )
    case 'meeting.removePaper':
      return (
        unlessIn(state, 'draft', 'called') ??
        (itemIn(state, command.payload.item)?.papers.some(({ id }) => id === command.payload.paper) === true
          ? events({ ...stamp, type: 'paperRemoved', ...command.payload })
          : refuse('unknown-object'))
      )
    case 'meeting.call':
      return unlessIn(state, 'draft') ?? decideCalling(state, command.payload.shortNotice, context)
    case 'meeting.cancel':
      if (command.payload.reason.trim() === '') return refuse('reason-missing')
      return unlessIn(state, 'draft', 'called') ?? events({ ...stamp, type: 'cancelled', ...command.payload })
  }
}

/** Calls what was drafted; what is missing, or called too late without a reason, is refused. */
export function decideCalling(
  state: Meeting,
  shortNotice: string,
  context: DecisionContext,
): Decision<MeetingEvent> {
  const hasPlace = state.place.trim() !== '' || state.callUrl !== null
  if (!hasPlace || state.members.length === 0) return refuse('meeting-incomplete')
  const calendar = calendarSeen(context.look, context.today)
  return isShortNotice(calendar, context.today, state) && shortNotice.trim() === ''
    ? refuse('meeting-short-notice', { days: CALLED_AHEAD_WORKING_DAYS })
    : events({ ...happened(context), type: 'called', shortNotice })
}

/** Items that were dealt with stay; an item keeps its papers and what was said under its id. */
function decideAgenda(
  state: Meeting,
  items: Commanded<'meeting.setAgenda'>['payload']['items'],
  stamp: ReturnType<typeof happened>,
): Decision<MeetingEvent> {
  const refused = unlessIn(state, 'draft', 'called', 'inSession')
  if (refused !== undefined) return refused
  if (new Set(items.map(({ id }) => id)).size < items.length) return refuse('already-exists')
  const dealtWith = state.items.filter(
    ({ spent, motions, conclusion, proceedings = '' }) =>
      spent.length > 0 || motions.length > 0 || conclusion !== null || proceedings !== '',
  )
  const isKept = dealtWith.every(({ id }) => items.some((item) => item.id === id))
  return isKept ? events({ ...stamp, type: 'agendaSet', items }) : refuse('item-dealt-with')
}

/** A meeting further away is a slip of the pen, or meant to keep others busy for good. */
const FARTHEST_YEARS = 5

/** What is wrong with what an invitation says, if anything. */
export function wrongDetails(
  details: CallDetails,
  context: DecisionContext,
): ReturnType<typeof refuse> | undefined {
  if (details.until <= details.from) return refuse('meeting-time-reversed')
  const away = [details.from, details.until].map((at) =>
    Math.abs(daysBetween(context.today, localDateOf(at))),
  )
  if (Math.max(...away) > FARTHEST_YEARS * 366) return refuse('meeting-too-far', { years: FARTHEST_YEARS })
  const posts = details.members.map(({ post }) => post)
  if (new Set(posts).size < posts.length) return refuse('person-twice')
  const unknown = [details.chair, ...posts].find((post) => context.look('post', post) === undefined)
  return unknown === undefined ? undefined : refuse('post-unknown', { post: unknown })
}

const NAMES = Object.keys(callDetails.shape) as (keyof CallDetails)[]

/** What differs between a meeting and what is to be said of it. */
export function changedNames(state: Meeting, details: CallDetails): readonly (keyof CallDetails)[] {
  const members = state.members.map(({ post, part }) => ({ post, part }))
  const before: CallDetails = { ...state, members }
  const said = { ...details, rooms: details.rooms ?? state.rooms }
  return NAMES.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(said[name]))
}
