import type { ReactNode } from 'react'
import type { CallDetails } from '#shared/domain/meetings/meeting.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import type { CalendarItem } from './calendar-item.ts'

/** What the call of a meeting takes over from an appointment. */
type CallStart = Pick<CallDetails, 'title' | 'from' | 'until' | 'place'>

/** The sheet that calls a meeting in the place of an appointment. */
export type CallSheetOf = (calling: {
  readonly start: CallStart
  readonly onClose: () => void
  readonly onMade: (meeting: string) => void
}) => ReactNode

/** Whether colleagues may be called to an appointment of one's own: it is at hours, once, and nobody outside was told of it. */
export const mayCallColleagues = ({ kind, days, isRepeated, isCancelled, guests }: CalendarItem): boolean =>
  kind === 'appointment' && days === null && !isRepeated && !isCancelled && guests === null

export const callStartOf = ({ title, place, startMs, endMs }: CalendarItem): CallStart => ({
  ...{ title, place },
  from: instantFrom(startMs),
  until: instantFrom(endMs),
})
