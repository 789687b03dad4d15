import { z } from 'zod'
import { blobRef } from '../blob-ref.ts'
import { amending, amendment } from './amendment.ts'
import { attachment, documentFields, documentKinds, recipient, route } from './document.ts'
import { ofMeeting } from './of-meeting.ts'
import { pageMark } from './page-mark.ts'

const signed = z.strictObject({ pdf: blobRef, level: z.enum(['B-B', 'B-T']) })
const reason = z.string().max(2000)

/** Payloads by command type. */
export const documentCommands = {
  'document.create': z.strictObject({
    kind: z.enum(documentKinds),
    fields: documentFields,
    /** Absent: it is about no other document. */
    amends: amending.optional(),
    /** Absent: it comes out of no meeting. */
    ofMeeting: ofMeeting.optional(),
  }),
  'document.editFields': z.strictObject({ patch: documentFields.partial() }),
  'document.editText': z.strictObject({ update: z.string().max(1_500_000) }),
  'document.setRoute': z.strictObject({ route }),
  'document.setRecipients': z.strictObject({ recipients: z.array(recipient).max(2000) }),
  'document.attach': z.strictObject({ attachment }),
  'document.detach': z.strictObject({ attachment: z.uuid() }),
  'document.submit': z.strictObject({ note: reason }),
  /** `marks`: what is to be changed, each at its place on the initialled page. */
  'document.return': z.strictObject({ reason, marks: z.array(pageMark).max(200).optional() }),
  'document.initial': signed,
  'document.sign': signed,
  'document.takeNumber': z.strictObject({ book: z.string() }),
  'document.seal': signed,
  'document.issue': z.strictObject({}),
  /** A later document about it was issued. */
  'document.noteAmended': z.strictObject({ amendment }),
} as const

export type DocumentCommandType = keyof typeof documentCommands
export type DocumentCommand = {
  [T in DocumentCommandType]: { readonly type: T; readonly payload: z.infer<(typeof documentCommands)[T]> }
}[DocumentCommandType]
