import { parameterOf, textValue, withParameter, type JProperty } from './jcal.ts'

/** What somebody said to an invitation (RFC 5545, 3.2.12). Stored and exchanged. */
export const partstats = ['NEEDS-ACTION', 'ACCEPTED', 'DECLINED', 'TENTATIVE', 'DELEGATED'] as const
export type Partstat = (typeof partstats)[number]

/** Somebody who calls or is called to a meeting, by the address of the calendar. */
export interface Participant {
  /** `mailto:` and an address, in lower case: how two mentions are compared. */
  readonly address: string
  readonly name: string | undefined
}

/** Somebody called to a meeting, in what part, and what they answered. */
export interface Attendee extends Participant {
  /** `CHAIR`, `REQ-PARTICIPANT`, `OPT-PARTICIPANT` or `NON-PARTICIPANT`; the second when nothing is said. */
  readonly role: string
  readonly partstat: string
  readonly rsvp: boolean
  /** `INDIVIDUAL`, `GROUP`, `ROOM`, `RESOURCE`; the first when nothing is said. */
  readonly kind: string
  readonly delegatedTo: readonly string[]
  readonly delegatedFrom: readonly string[]
}

/** How an address is compared: its scheme and the whole of it in lower case, without a display name. */
export function addressOf(text: string): string {
  const address = text.trim().toLowerCase()
  return /^[a-z][a-z0-9+.-]*:/.test(address) ? address : `mailto:${address}`
}

/** Reads who a property such as ORGANIZER names. */
export function participantOf(property: JProperty): Participant {
  return { address: addressOf(textValue(property[3])), name: parameterOf(property, 'cn')?.normalize('NFC') }
}

/** Reads a property ATTENDEE; what it does not say is as RFC 5545 has it. */
export function attendeeOf(property: JProperty): Attendee {
  return {
    ...participantOf(property),
    role: upper(property, 'role') ?? 'REQ-PARTICIPANT',
    partstat: upper(property, 'partstat') ?? 'NEEDS-ACTION',
    rsvp: upper(property, 'rsvp') === 'TRUE',
    kind: upper(property, 'cutype') ?? 'INDIVIDUAL',
    delegatedTo: addressesOf(property, 'delegated-to'),
    delegatedFrom: addressesOf(property, 'delegated-from'),
  }
}

/** The property with this answer; the wish for an answer goes with it. */
export function answered(property: JProperty, partstat: string): JProperty {
  return withParameter(withParameter(property, 'partstat', partstat), 'rsvp', undefined)
}

function upper(property: JProperty, name: string): string | undefined {
  return parameterOf(property, name)?.toUpperCase()
}

function addressesOf([, parameters]: JProperty, name: string): readonly string[] {
  const value = parameters[name]
  if (value === undefined) return []
  return (typeof value === 'string' ? [value] : value).map(addressOf)
}
