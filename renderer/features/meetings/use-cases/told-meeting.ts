import type { Agency } from '#shared/domain/directory/directory.ts'
import { sequenceOfMeeting } from '#shared/domain/meetings/invite-agencies.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import type { Invitee, ToldMeeting } from '#shared/exchange/calendar/meeting-message.ts'
import { instantFrom } from '#shared/kernel/instant.ts'

/** An agency in a calendar file: no mail box of its own need exist. */
export const agencyAddress = (code: string): string => `urn:vn-agency:${code.toLowerCase()}`

/** The meeting as a calendar file tells it to those outside; its UID stays the same for as long as it is known. */
export function toldMeeting(meeting: Meeting, agency: Agency, attendees: readonly Invitee[]): ToldMeeting {
  const { id, title, from, until, place, callUrl, items, requirements } = meeting
  const code = agency.codes[0] ?? agency.id
  const description = [...items.map((item, index) => `${String(index + 1)}. ${item.title}`), requirements]
  return {
    uid: `${id}@${code.toLowerCase()}`,
    sequence: sequenceOfMeeting(meeting),
    stampedAt: instantFrom(Date.now()),
    title,
    from,
    until,
    place,
    callUrl,
    description: description.filter((line) => line !== '').join('\n'),
    organizer: {
      address: agency.email === '' ? agencyAddress(code) : `mailto:${agency.email}`,
      name: agency.name,
    },
    attendees,
  }
}
