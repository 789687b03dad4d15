import type { JudgedCalendar } from '#shared/exchange/calendar/subscribed/read-subscribed.ts'
import type { InstantWindow } from '#shared/exchange/calendar/occurrences.ts'

/** Why nothing of a calendar is taken. */
export type JudgedUnfit = 'not-calendar' | 'too-large' | 'too-costly' | 'secret'

/** Looks at a calendar that somebody else wrote, in bounded time and memory. Never rejects. */
export type Judge = (bytes: Uint8Array, window: InstantWindow) => Promise<JudgedCalendar | JudgedUnfit>
