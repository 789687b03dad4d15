import { isFinal } from '../documents/document-status.ts'
import { events, refuse, type Decision, type DecisionContext } from '../decision.ts'
import { sha256Hex } from '../../kernel/hash.ts'
import type { Commanded } from './commands.ts'
import { documentOf } from './conclude/decide.ts'
import { isSignedByChair } from './conclude/signed-by-chair.ts'
import { happened, itemIn, unlessCalled, unlessIn, unlessRunning } from './entitled.ts'
import type { MeetingEvent } from './events.ts'
import type { Meeting } from './meeting.ts'

/** What was concluded, and the minutes: open for wishes until they are locked, fixed once they are signed (working regulations; Decree 30, form 1.9). */
export function decideConclusion(
  state: Meeting,
  command: Commanded<
    | 'meeting.conclude'
    | 'meeting.recordProceedings'
    | 'meeting.amend'
    | 'meeting.settleAmendment'
    | 'meeting.fixMinutes'
  >,
  context: DecisionContext,
): Decision<MeetingEvent> {
  const stamp = happened(context)
  if (state.minutes !== null) return refuse('minutes-fixed')
  if (command.type === 'meeting.amend') return decideAmending(state, command.payload, context)
  if (command.type === 'meeting.fixMinutes') return decideFixing(state, command.payload, context)
  const refused = unlessRunning(state, context)
  if (refused !== undefined) return refused
  switch (command.type) {
    case 'meeting.conclude':
      if (command.payload.text.trim() === '') return refuse('reason-missing')
      if (state.lockedAt !== undefined) return refuse('minutes-locked')
      return (
        unlessIn(state, 'inSession', 'concluded') ??
        (itemIn(state, command.payload.item) === undefined
          ? refuse('unknown-object')
          : events({ ...stamp, type: 'concluded', ...command.payload }))
      )
    case 'meeting.recordProceedings':
      return decideRecording(state, command.payload, context)
    case 'meeting.settleAmendment': {
      const asked = state.amendments.find(({ id }) => id === command.payload.amendment)
      if (asked === undefined) return refuse('unknown-object')
      if (state.lockedAt !== undefined) return refuse('minutes-locked')
      if (asked.settled !== null) return refuse('amendment-settled')
      if (!command.payload.isTaken && command.payload.words.trim() === '') return refuse('reason-missing')
      return events({ ...stamp, type: 'amendmentSettled', ...command.payload })
    }
  }
}

/** Written by whoever runs the meeting, while it goes and until its minutes are locked. */
function decideRecording(
  state: Meeting,
  { over, ...said }: Commanded<'meeting.recordProceedings'>['payload'],
  context: DecisionContext,
): Decision<MeetingEvent> {
  if (state.lockedAt !== undefined) return refuse('minutes-locked')
  const refused = unlessIn(state, 'inSession', 'concluded')
  if (refused !== undefined) return refused
  const item = itemIn(state, said.item)
  if (item === undefined) return refuse('unknown-object')
  const before = item.proceedings ?? ''
  if (before === said.text) return events()
  // Chair and secretary both write: neither takes away what the other said unread.
  return sha256Hex(before) === over
    ? events({ ...happened(context), type: 'proceedingsRecorded', ...said })
    : refuse('proceedings-changed')
}

function decideAmending(
  state: Meeting,
  payload: Commanded<'meeting.amend'>['payload'],
  context: DecisionContext,
): Decision<MeetingEvent> {
  const refused = unlessCalled(state, context) ?? unlessIn(state, 'concluded')
  if (refused !== undefined) return refused
  if (state.lockedAt !== undefined) return refuse('minutes-locked')
  const until = state.round?.until ?? null
  if (until !== null && context.today > until) return refuse('amendment-late', { date: until })
  if (itemIn(state, payload.item) === undefined) return refuse('unknown-object')
  if (payload.text.trim() === '') return refuse('reason-missing')
  return state.amendments.some(({ id }) => id === payload.amendment)
    ? refuse('already-exists')
    : events({ ...happened(context), type: 'amendmentAsked', ...payload })
}

/** The minutes of this meeting, signed by secretary and chair: by the node once it has looked at the signature, or by whoever runs the meeting. */
function decideFixing(
  state: Meeting,
  { document: id, pdf }: Commanded<'meeting.fixMinutes'>['payload'],
  context: DecisionContext,
): Decision<MeetingEvent> {
  const refused = context.actor.roles.includes('node') ? undefined : unlessRunning(state, context)
  if (refused !== undefined) return refused
  const open = state.amendments.filter(({ settled }) => settled === null).length
  if (open > 0) return refuse('amendments-open', { count: open })
  const document = documentOf(state, { paper: 'minutes' }, id, context.look)
  if (document === undefined || state.minutesDraft?.document !== id) return refuse('minutes-document-missing')
  if (!isFinal(document.status) || !isSignedByChair(state, document)) return refuse('minutes-not-signed')
  if (pdf !== undefined && pdf.sha256 !== document.signature?.pdf.sha256) return refuse('moved-on')
  return (
    unlessIn(state, 'concluded') ??
    events({
      ...happened(context),
      type: 'minutesFixed',
      document: id,
      ...(pdf === undefined ? {} : { pdf }),
    })
  )
}
