import type { Invitation } from '../../domain/meetings/invitation/read-invitation.ts'
import { eventOf } from './event.ts'
import { invitationOf } from './invitation-of.ts'
import { methodOf } from './itip/message.ts'
import { componentsOf } from './jcal.ts'
import { readCalendar } from './read-calendar.ts'

/** A calendar file that came with a letter: which event it is about, in which version, and what it says. */
export interface CalendarWord {
  readonly uid: string
  readonly sequence: number
  /** METHOD:CANCEL or STATUS:CANCELLED. */
  readonly isOff: boolean
  readonly invitation: Invitation | undefined
}

/** Reads it; undefined for what is no calendar or has no event. */
export function calendarWordIn(bytes: Uint8Array, name: string): CalendarWord | undefined {
  const read = readCalendar(bytes)
  if (!read.ok) return undefined
  const [component] = componentsOf(read.calendar, 'vevent')
  const event = component === undefined ? undefined : eventOf(component)
  if (typeof event !== 'object') return undefined
  const isOff = methodOf(read.calendar) === 'CANCEL' || event.status === 'CANCELLED'
  return { uid: event.uid, sequence: event.sequence, isOff, invitation: invitationOf(bytes, name) }
}
