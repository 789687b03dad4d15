import type { CalendarFault, JudgedCalendar } from '#shared/exchange/calendar/subscribed/read-subscribed.ts'
import type { InstantWindow } from '#shared/exchange/calendar/occurrences.ts'

/** Looks at a calendar that somebody else wrote, in bounded time and memory. Never rejects. */
export type Judge = (bytes: Uint8Array, window: InstantWindow) => Promise<JudgedCalendar | CalendarFault>
