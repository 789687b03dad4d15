import { z } from 'zod'
import { blobRef } from '../../blob-ref.ts'
import { partOfMeeting } from '../../documents/of-meeting.ts'
import { givenWork } from './state.ts'

const id = z.string().min(1).max(64)

/** What may be asked of a meeting from its end until its papers lie in a work file. */
export const concludeCommands = {
  'meeting.nameDocument': partOfMeeting({ document: id }),
  'meeting.sendMinutes': z.strictObject({ until: z.iso.date().nullable() }),
  'meeting.lockMinutes': z.strictObject({}),
  /** By the node, which saw the issued file. */
  'meeting.noteIssued': partOfMeeting({ document: id, code: z.string().max(200), pdf: blobRef }),
  'meeting.giveTasks': z.strictObject({ works: z.array(givenWork).min(1).max(200) }),
  /** `corrections`: what is put right in them; absent or empty: nothing. */
  'meeting.approveMinutes': z.strictObject({ meeting: id, corrections: z.string().max(8000).optional() }),
  'meeting.file': z.strictObject({ file: id }),
} as const

type ConcludeCommandType = keyof typeof concludeCommands
export type ConcludeCommand = {
  [T in ConcludeCommandType]: {
    readonly type: T
    readonly payload: z.infer<(typeof concludeCommands)[T]>
  }
}[ConcludeCommandType]

/** Whether a command of a meeting is one of these. */
export const isConcludeCommand = (command: { readonly type: string }): command is ConcludeCommand =>
  Object.hasOwn(concludeCommands, command.type)
