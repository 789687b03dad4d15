import { isMeant } from '../audience.ts'
import { letterDecider } from '../correspondence/letter-decider.ts'
import { verdictOf, type Letter } from '../correspondence/letter.ts'
import { events, refuse, type Decision, type DecisionContext } from '../decision.ts'
import { localDateOf, type LocalDate } from '../../kernel/instant.ts'
import { detailsOf } from './adjustment.ts'
import { changedNames, wrongDetails } from './decide-call.ts'
import { happened, unlessIn, unlessRunning } from './entitled.ts'
import type { MeetingEvent } from './events.ts'
import type { LaterLetter } from './later-letter.ts'
import type { Meeting } from './meeting.ts'

/** The day a letter was issued, never behind that of its arrival: a day to come would make every true letter an older one. */
export const dayOfLetter = ({ content, arrivedAt }: Pick<Letter, 'content' | 'arrivedAt'>): LocalDate =>
  notBehind(content.issuedOn, localDateOf(arrivedAt))

const notBehind = (day: LocalDate | null, last: LocalDate): LocalDate =>
  day === null || day > last ? last : day

/** What the node writes on a letter that was handed in by a system that does not speak for the sender it names. */
const SENDER_UNPROVEN = 'axis.sender.unproven'

/**
 * Whether a later letter may change a meeting: it comes, proven, from the agency whose letter invited to it, is no forgery, the clerk accepted it or its signature is good, and
 * none was followed that is newer. Undefined: it may.
 */
export function unlessMayChange(
  meeting: Meeting,
  later: Letter,
  invitation: Letter | undefined,
): ReturnType<typeof refuse> | undefined {
  const { code } = later.content.from
  const isSameSender = invitation !== undefined && code !== '' && code === invitation.content.from.code
  if (meeting.elsewhere === undefined || !isSameSender) return refuse('letter-other-sender')
  if (later.content.deviations.includes(SENDER_UNPROVEN)) return refuse('letter-sender-unproven')
  const verdict = verdictOf(later)
  if (verdict === 'invalid' || later.status === 'refused') return refuse('verdict-invalid')
  if (later.acceptedAt === null && verdict !== 'valid') return refuse('letter-not-accepted')
  const followed = (meeting.followed ?? []).map(({ issuedOn, at }) => notBehind(issuedOn, localDateOf(at)))
  const newest = [dayOfLetter(invitation), ...followed]
  return newest.some((day) => day > dayOfLetter(later)) ? refuse('letter-older') : undefined
}

/**
 * Whoever runs the meeting here takes over what the inviting agency says later: title, time and place, or that it does not take place. Where one joins from afar is never
 * taken from a letter.
 */
export function decideLaterLetter(
  state: Meeting,
  { letter: id, change }: LaterLetter,
  context: DecisionContext,
): Decision<MeetingEvent> {
  const refused = unlessRunning(state, context) ?? unlessIn(state, 'called')
  if (refused !== undefined) return refused
  const later = context.look('letter', id) as Letter | undefined
  if (later === undefined || id === state.letter || !isMeant(context.actor, letterDecider.audienceOf(later)))
    return refuse('unknown-object')
  const invitation =
    state.letter === null ? undefined : (context.look('letter', state.letter) as Letter | undefined)
  const unlawful = unlessMayChange(state, later, invitation)
  if (unlawful !== undefined) return unlawful
  if (state.followed?.some(({ letter }) => letter === id) === true) return events()
  const stamp = happened(context)
  const followed = { ...stamp, type: 'letterFollowed', letter: id, issuedOn: dayOfLetter(later) } as const
  if (change.kind === 'off')
    return events<MeetingEvent>(followed, { ...stamp, type: 'cancelled', reason: change.reason })
  const said = Object.entries(change.details).filter(([, value]) => value !== undefined)
  const details = { ...detailsOf(state), ...Object.fromEntries(said) }
  const wrong = wrongDetails(details, context)
  if (wrong !== undefined) return wrong
  const names = changedNames(state, details)
  return events<MeetingEvent>(
    followed,
    ...(names.length === 0 ? [] : [{ ...stamp, type: 'changed', details, names: [...names] } as const]),
  )
}
