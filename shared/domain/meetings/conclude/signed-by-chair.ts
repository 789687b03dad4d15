import type { OfficialDocument } from '../../documents/document.ts'
import type { Meeting } from '../meeting.ts'

/** Whether the chair signed it and the node looked at that signature and accepted it. */
export const isSignedByChair = (
  { chair }: Pick<Meeting, 'chair'>,
  { route, signature, rejected }: Pick<OfficialDocument, 'route' | 'signature' | 'rejected'>,
): boolean => route?.signer === chair && signature?.check !== undefined && rejected === undefined

/** Whether this post gives what the meeting concluded: its chair, or its secretary once the chair signed what was concluded. */
export const mayGiveTasks = (
  meeting: Pick<Meeting, 'chair' | 'minutes'>,
  post: string,
  papers: readonly (OfficialDocument | undefined)[],
): boolean =>
  post === meeting.chair ||
  meeting.minutes !== null ||
  papers.some((document) => document !== undefined && isSignedByChair(meeting, document))
