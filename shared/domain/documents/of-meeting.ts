import { z } from 'zod'

const id = z.string().min(1).max(64)

/** Documents of the agency that a meeting leads to: its minutes (biên bản) and the notice of its conclusions (thông báo kết luận). Stored and exchanged. */
export const meetingPapers = ['minutes', 'notice'] as const
export type MeetingPaper = (typeof meetingPapers)[number]

/** What a document is to a meeting: one of its papers, or what decides one item of it (quyết định, nghị quyết). */
export type MeetingPart =
  { readonly paper: MeetingPaper } | { readonly paper: 'decision'; readonly item: string }

/** What names a part of a meeting, with what is said of it. */
export const partOfMeeting = <Said extends z.core.$ZodLooseShape>(said: Said) =>
  z.union([
    z.strictObject({ ...said, paper: z.enum(meetingPapers) }),
    z.strictObject({ ...said, paper: z.literal('decision'), item: id }),
  ])

/** The meeting a document was made out of, and what it is to it. Stored and exchanged. */
export const ofMeeting = partOfMeeting({ meeting: id })
export type OfMeeting = z.infer<typeof ofMeeting>
