import type { OfficialDocument } from '../documents/document.ts'
import { events, refuse, type Decision, type DecisionContext } from '../decision.ts'
import type { Commanded } from './commands.ts'
import { happened, itemIn, unlessCalled, unlessIn, unlessRunning } from './entitled.ts'
import type { MeetingEvent } from './events.ts'
import type { Meeting } from './meeting.ts'

/** What was concluded, and the minutes: open for amendments until they are fixed (working regulations; Decree 30, form 1.9). */
export function decideConclusion(
  state: Meeting,
  command: Commanded<'meeting.conclude' | 'meeting.amend' | 'meeting.settleAmendment' | 'meeting.fixMinutes'>,
  context: DecisionContext,
): Decision<MeetingEvent> {
  const stamp = happened(context)
  if (state.minutes !== null) return refuse('minutes-fixed')
  if (command.type === 'meeting.amend') {
    const refused = unlessCalled(state, context) ?? unlessIn(state, 'concluded')
    if (refused !== undefined) return refused
    if (itemIn(state, command.payload.item) === undefined) return refuse('unknown-object')
    if (command.payload.text.trim() === '') return refuse('reason-missing')
    return state.amendments.some(({ id }) => id === command.payload.amendment)
      ? refuse('already-exists')
      : events({ ...stamp, type: 'amendmentAsked', ...command.payload })
  }
  const refused = unlessRunning(state, context)
  if (refused !== undefined) return refused
  switch (command.type) {
    case 'meeting.conclude':
      if (command.payload.text.trim() === '') return refuse('reason-missing')
      return (
        unlessIn(state, 'inSession', 'concluded') ??
        (itemIn(state, command.payload.item) === undefined
          ? refuse('unknown-object')
          : events({ ...stamp, type: 'concluded', ...command.payload }))
      )
    case 'meeting.settleAmendment': {
      const asked = state.amendments.find(({ id }) => id === command.payload.amendment)
      if (asked === undefined) return refuse('unknown-object')
      if (!command.payload.isTaken && command.payload.words.trim() === '') return refuse('reason-missing')
      return events({ ...stamp, type: 'amendmentSettled', ...command.payload })
    }
    case 'meeting.fixMinutes': {
      const open = state.amendments.filter(({ settled }) => settled === null).length
      if (open > 0) return refuse('amendments-open', { count: open })
      const document = context.look('document', command.payload.document) as OfficialDocument | undefined
      if (document === undefined || document.kind !== 'bien-ban') return refuse('minutes-document-missing')
      return unlessIn(state, 'concluded') ?? events({ ...stamp, type: 'minutesFixed', ...command.payload })
    }
  }
}
