import type { CallDetails } from '#shared/domain/meetings/meeting.ts'

/** What a new meeting begins with, where something of it is known. */
export type CallStart = Pick<CallDetails, 'title' | 'from' | 'until' | 'place'>
