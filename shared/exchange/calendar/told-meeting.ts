import type { Agency } from '../../domain/directory/directory.ts'
import { sequenceOfMeeting } from '../../domain/meetings/invite-agencies.ts'
import type { Meeting } from '../../domain/meetings/meeting.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Invitee, ToldMeeting } from './meeting-message.ts'
import type { ToldSeries } from './series-message.ts'

/** An agency in a calendar file: no mail box of its own need exist. */
export const agencyAddress = (code: string): string => `urn:vn-agency:${code.toLowerCase()}`

/** A series as a calendar tells it: one object under one UID, whose version counts every change of its dates. Undefined: none of them is one of a series. */
export function toldSeries(
  meetings: readonly Meeting[],
  agency: Agency,
  attendeesOf: (meeting: Meeting) => readonly Invitee[],
  stampedAt: Instant,
): ToldSeries | undefined {
  const dates = meetings.flatMap((meeting) =>
    meeting.series === undefined ? [] : [{ meeting, in: meeting.series }],
  )
  const [first] = dates
  if (first === undefined) return undefined
  const { id, rule, of } = dates.find((one) => one.meeting.id === one.in.id)?.in ?? first.in
  const changes = dates.reduce((sum, { meeting }) => sum + sequenceOfMeeting(meeting), 0)
  return {
    uid: uidOf(id, agency),
    sequence: changes + Math.max(0, dates.length - of),
    pattern: rule.pattern,
    first: rule.first,
    dates: dates.map(({ meeting, in: { on } }) => ({
      on,
      told: toldMeeting(meeting, agency, attendeesOf(meeting), stampedAt),
      isOff: meeting.status === 'cancelled',
    })),
  }
}

const codeOfAgency = (agency: Agency): string => agency.codes[0] ?? agency.id
const uidOf = (id: string, agency: Agency): string => `${id}@${codeOfAgency(agency).toLowerCase()}`

/** The meeting as a calendar tells it; its UID stays the same for as long as it is known. */
export function toldMeeting(
  meeting: Meeting,
  agency: Agency,
  attendees: readonly Invitee[],
  stampedAt: Instant,
): ToldMeeting {
  const { id, title, from, until, place, callUrl, items, requirements } = meeting
  const code = codeOfAgency(agency)
  const description = [...items.map((item, index) => `${String(index + 1)}. ${item.title}`), requirements]
  return {
    uid: uidOf(id, agency),
    sequence: sequenceOfMeeting(meeting),
    stampedAt,
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
