import type { Happened } from '../../decision.ts'
import type { MeetingPart } from '../../documents/of-meeting.ts'
import type { Meeting } from '../meeting.ts'
import { concludeEventTypes, type ConcludeHappening } from './events.ts'
import { paperOf, type NamedDocument } from './state.ts'

export type ConcludeEvent = Happened & ConcludeHappening

/** Whether an event of a meeting tells what became of it. */
export const isConcludeEvent = (event: { readonly type: string }): event is ConcludeEvent =>
  (concludeEventTypes as readonly string[]).includes(event.type)

/** The meeting after it. */
export function evolveConcluded(state: Meeting, event: ConcludeEvent): Meeting {
  switch (event.type) {
    case 'documentNamed':
      return named(state, event, { document: event.document, at: event.at, issued: null })
    case 'minutesSent': {
      const { text, until, at } = event
      return { ...state, round: { text, until, sentAt: at } }
    }
    case 'minutesLocked': {
      const { text, at } = event
      return { ...state, lockedAt: at, ...(text === undefined ? {} : { lockedText: text }) }
    }
    case 'documentIssued': {
      const { document, code, pdf, at } = event
      const known = paperOf(state, event)
      return known?.document === document
        ? named(state, event, { ...known, issued: { code, pdf, at } })
        : state
    }
    case 'tasksGiven':
      return { ...state, tasks: [...(state.tasks ?? []), ...event.tasks] }
    case 'minutesApproved': {
      const { meeting, title, at, corrections } = event
      const said = corrections === undefined ? {} : { corrections }
      const conclusion = { text: corrections ?? '', at, publishedAt: at }
      return {
        ...state,
        approved: [...(state.approved ?? []), { meeting, title, at, ...said }],
        items: state.items.map((item) =>
          item.minutesOf === meeting && item.conclusion === null ? { ...item, conclusion } : item,
        ),
      }
    }
    case 'filed':
      return { ...state, status: 'archived', filed: { file: event.file, at: event.at } }
  }
}

function named(state: Meeting, part: MeetingPart, document: NamedDocument): Meeting {
  switch (part.paper) {
    case 'minutes':
      return { ...state, minutesDraft: document }
    case 'notice':
      return { ...state, notice: document }
    case 'decision':
      return {
        ...state,
        items: state.items.map((item) => (item.id === part.item ? { ...item, decision: document } : item)),
      }
  }
}
