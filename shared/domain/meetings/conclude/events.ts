import type { BlobRef } from '../../blob-ref.ts'
import type { LocalDate } from '../../../kernel/instant.ts'
import type { MeetingPart } from '../../documents/of-meeting.ts'
import type { GivenTask } from './state.ts'

/** Stored for ever: a changed meaning is a new type. */
export type ConcludeHappening =
  | ({ readonly type: 'documentNamed'; readonly document: string } & MeetingPart)
  | { readonly type: 'minutesSent'; readonly text: readonly string[]; readonly until: LocalDate | null }
  /** With the text that goes to be signed; absent in meetings that were locked before it was kept. */
  | { readonly type: 'minutesLocked'; readonly text?: readonly string[] }
  | ({
      readonly type: 'documentIssued'
      readonly document: string
      readonly code: string
      readonly pdf: BlobRef
    } & MeetingPart)
  | { readonly type: 'tasksGiven'; readonly tasks: readonly GivenTask[] }
  | {
      readonly type: 'minutesApproved'
      readonly meeting: string
      readonly title: string
      readonly corrections?: string
    }
  | { readonly type: 'filed'; readonly file: string }

export const concludeEventTypes = [
  'documentNamed',
  'minutesSent',
  'minutesLocked',
  'documentIssued',
  'tasksGiven',
  'minutesApproved',
  'filed',
] as const satisfies readonly ConcludeHappening['type'][]
