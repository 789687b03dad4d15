import type { Agency } from '#shared/domain/directory/directory.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import type { Invitee, ToldMeeting } from '#shared/exchange/calendar/meeting-message.ts'
import type { ToldSeries } from '#shared/exchange/calendar/series-message.ts'
import { toldMeeting, toldSeries } from '#shared/exchange/calendar/told-meeting.ts'
import { instantFrom } from '#shared/kernel/instant.ts'

/** The meeting as those outside are told of it now. */
export const toldNow = (meeting: Meeting, agency: Agency, attendees: readonly Invitee[]): ToldMeeting =>
  toldMeeting(meeting, agency, attendees, instantFrom(Date.now()))

/** Its series as those outside are told of it now. */
export const seriesToldNow = (
  meetings: readonly Meeting[],
  agency: Agency,
  attendeesOf: (meeting: Meeting) => readonly Invitee[],
): ToldSeries | undefined => toldSeries(meetings, agency, attendeesOf, instantFrom(Date.now()))
