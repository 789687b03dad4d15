import type { Found, Invitation } from '../../domain/meetings/invitation/read-invitation.ts'
import { instantFrom } from '../../kernel/instant.ts'
import type { CalendarTime } from './calendar-time.ts'
import { eventOf, type CalendarEvent } from './event.ts'
import { textOf } from './jcal.ts'
import { methodOf } from './itip/message.ts'
import { readCalendar } from './read-calendar.ts'
import { seriesOf } from './series.ts'
import { instantMsOf, zonesOf, type Zones } from './zones.ts'

/** What a calendar file that came with a letter invites to: its first event. Undefined where it invites to nothing or is no calendar. */
export function invitationOf(bytes: Uint8Array, name: string): Invitation | undefined {
  const read = readCalendar(bytes)
  if (!read.ok) return undefined
  const method = methodOf(read.calendar)
  if (method !== undefined && method !== 'REQUEST' && method !== 'PUBLISH') return undefined
  const zones = zonesOf(read.calendar)
  for (const { master, overrides } of seriesOf(read.calendar)) {
    const component = master ?? overrides[0]
    const event = component === undefined ? undefined : eventOf(component)
    if (component !== undefined && typeof event === 'object')
      return told(event, textOf(component, 'url'), zones, name)
  }
  return undefined
}

function told(event: CalendarEvent, url: string | undefined, zones: Zones, name: string): Invitation {
  const as = <T>(value: T): Found<T> => ({ value, confidence: 1, quote: name, page: null })
  const text = (value: string | undefined, most: number): Found<string> | null =>
    value === undefined || value.trim() === '' ? null : as(value.trim().slice(0, most))
  const at = (time: CalendarTime): Found<string> => as(instantFrom(instantMsOf(time, zones)))
  const chair = event.attendees.find(({ role }) => role === 'CHAIR')
  const people = event.attendees
    .filter((one) => one !== chair)
    .map(({ name: who, address }) => who ?? address)
  return {
    title: text(event.summary, 500),
    from: at(event.start),
    until: at(event.end),
    place: text(event.location, 500),
    callUrl: text(url?.startsWith('https://') === true ? url : undefined, 1000),
    chair: text(chair?.name ?? event.organizer?.name, 500),
    people: text(people.join('\n'), 4000),
    requirements: text(event.description, 8000),
  }
}
