import type { OutsiderReply } from '#shared/domain/meetings/outsider-answer.ts'
import { meetingMessage, type ToldMeeting } from '#shared/exchange/calendar/meeting-message.ts'
import { seriesMessage, type ToldSeries } from '#shared/exchange/calendar/series-message.ts'
import { outsiderReplyIn, seriesReplyIn, type NoReply } from '#shared/exchange/calendar/outsider-reply.ts'
import { writeCalendar } from '#shared/exchange/calendar/write-calendar.ts'

/** The file that tells those outside of a meeting. Read with the first one: the calendar's reader is large. */
export const fileOfMeeting = (method: Parameters<typeof meetingMessage>[0], told: ToldMeeting): Uint8Array =>
  writeCalendar(meetingMessage(method, told))

/** The file that tells those outside of a series. */
export const fileOfSeries = (method: Parameters<typeof seriesMessage>[0], series: ToldSeries): Uint8Array =>
  writeCalendar(seriesMessage(method, series))

/** What somebody sent back about a series, and about which of its dates. */
export const seriesReply = (bytes: Uint8Array, series: ToldSeries): ReturnType<typeof seriesReplyIn> =>
  seriesReplyIn(bytes, series, Date.now())

/** What somebody sent back. */
export const replyIn = (bytes: Uint8Array, told: ToldMeeting): OutsiderReply | NoReply =>
  outsiderReplyIn(bytes, told, Date.now())
