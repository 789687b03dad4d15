import { z } from 'zod'

/** Documents of the agency that a meeting leads to: its minutes (biên bản) and the notice of its conclusions (thông báo kết luận). Stored and exchanged. */
export const meetingPapers = ['minutes', 'notice'] as const
export type MeetingPaper = (typeof meetingPapers)[number]

/** The meeting a document was made out of, and what it is to it. */
export const ofMeeting = z.strictObject({
  meeting: z.string().min(1).max(64),
  paper: z.enum(meetingPapers),
})
export type OfMeeting = z.infer<typeof ofMeeting>
