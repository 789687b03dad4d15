import type { ReactNode } from 'react'
import { instantFrom } from '#shared/kernel/instant.ts'
import type { CallStart } from '../../../workplace/meetings/call-start.ts'
import type { CalendarItem } from './calendar-item.ts'

/** The sheet that calls a meeting in the place of an appointment. */
export type CallSheetOf = (calling: {
  readonly start: CallStart
  readonly onClose: () => void
  readonly onMade: (meeting: string) => void
}) => ReactNode

/** Whether colleagues may be called to an appointment of one's own: it is at hours, once, and nobody outside was told of it. */
export const mayCallColleagues = ({ kind, days, isRepeated, isCancelled, guests }: CalendarItem): boolean =>
  kind === 'appointment' && days === null && !isRepeated && !isCancelled && guests === null

/** What the call of a meeting takes over from an appointment. */
export const callStartOf = ({ title, place, startMs, endMs }: CalendarItem): CallStart => ({
  ...{ title, place },
  from: instantFrom(startMs),
  until: instantFrom(endMs),
})
