import type { JComponent } from '../jcal.ts'
import type { Zones } from '../zones.ts'
import type { OutgoingMessage, Significance } from './message.ts'

/**
 * Why a message did not simply change the calendar. Stored and shown: a value is never reused for another meaning.
 * - `method-missing`, `event-missing`, `event-unreadable`, `organizer-missing`, `attendee-missing`: it lacks what RFC 5546 asks of its method.
 * - `outdated`: a later word on the event is known; `known`: this very word is.
 * - `unknown-event`, `unknown-occurrence`: the calendar has nothing it could be about.
 * - `organizer-changed`: somebody else called this event; `sender-not-organizer`, `sender-not-attendee`: it came from somebody who may not say this.
 * - `own-event`: an invitation of one's own; `own-appointment`: an event that nobody called, one wrote it down oneself; `not-organizer`: an answer to an event that somebody else called.
 * - `not-invited`: who answers, or who reads, is not on the list of attendees.
 * - `dated-ahead`: it says it was made more than a day from now, so that nothing said later could take its place.
 * - `too-many-delegates`: it sends more than one person; `too-many-guests`: no more can be called.
 * - `counter-proposal`: another time is proposed; `counter-declined`: one's own proposal was not taken.
 */
export type ReceivedReason =
  | 'method-missing'
  | 'event-missing'
  | 'event-unreadable'
  | 'organizer-missing'
  | 'attendee-missing'
  | 'outdated'
  | 'known'
  | 'unknown-event'
  | 'unknown-occurrence'
  | 'organizer-changed'
  | 'sender-not-organizer'
  | 'sender-not-attendee'
  | 'own-event'
  | 'own-appointment'
  | 'not-organizer'
  | 'not-invited'
  | 'dated-ahead'
  | 'too-many-delegates'
  | 'too-many-guests'
  | 'counter-proposal'
  | 'counter-declined'

/** What came of a message. A calendar changes only when it is `applied`; `to-decide` waits for a person. */
export interface Received {
  readonly outcome: 'applied' | 'ignored' | 'refused' | 'to-decide'
  readonly reason: ReceivedReason | undefined
  readonly calendar: JComponent
  readonly significance: Significance
  /** Names of the properties that changed, or would change. */
  readonly changes: readonly string[]
  /** Messages that follow by themselves. */
  readonly outgoing: readonly OutgoingMessage[]
  /** What a counter-proposal proposes. */
  readonly proposal: JComponent | undefined
}

/** Who reads the message, and from whom it really came. */
export interface Reading {
  readonly calendar: JComponent
  readonly zones: Zones
  /** All addresses of who reads, as `mailto:…` in lower case. */
  readonly me: readonly string[]
  /** The proven sender; undefined when the transport proves none, as a file does not. */
  readonly from: string | undefined
  readonly nowMs: number
}

/** The calendar stays as it is, and why. */
export function unchanged(
  { calendar }: Reading,
  outcome: 'ignored' | 'refused' | 'to-decide',
  reason: ReceivedReason,
): Received {
  return {
    outcome,
    reason,
    calendar,
    significance: 'none',
    changes: [],
    outgoing: [],
    proposal: undefined,
  }
}

/** The calendar as the message makes it, what changed, and what is sent for it. */
export function applied(
  calendar: JComponent,
  { names, significance }: { readonly names: readonly string[]; readonly significance: Significance },
  outgoing: readonly OutgoingMessage[] = [],
): Received {
  return {
    outcome: 'applied',
    reason: undefined,
    calendar,
    significance,
    changes: names,
    outgoing,
    proposal: undefined,
  }
}
