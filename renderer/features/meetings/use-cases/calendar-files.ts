import type { OutsiderReply } from '#shared/domain/meetings/outsider-answer.ts'
import { meetingMessage, type ToldMeeting } from '#shared/exchange/calendar/meeting-message.ts'
import { outsiderReplyIn, type NoReply } from '#shared/exchange/calendar/outsider-reply.ts'
import { writeCalendar } from '#shared/exchange/calendar/write-calendar.ts'

/** The file that tells those outside of a meeting. Read with the first one: the calendar's reader is large. */
export const fileOfMeeting = (method: Parameters<typeof meetingMessage>[0], told: ToldMeeting): Uint8Array =>
  writeCalendar(meetingMessage(method, told))

/** What somebody sent back. */
export const replyIn = (bytes: Uint8Array, told: ToldMeeting): OutsiderReply | NoReply =>
  outsiderReplyIn(bytes, told, Date.now())
