import type { CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import type { PersonalOccurrence } from '#shared/exchange/calendar/personal/personal-occurrences.ts'

/** A calendar, by its id and the version of its text. */
export interface SubscribedVersion {
  readonly id: string
  readonly version: string
}

/** What the page asks of the worker that reads calendars; `text`: null for a version it was given before. */
export type ToSubscribed = SubscribedVersion & { readonly number: number; readonly text: string | null } & (
    | { readonly kind: 'look'; readonly fromMs: number; readonly toMs: number }
    | { readonly kind: 'entry'; readonly uid: string }
  )

/** What a calendar shows of a stretch of time; `unshown`: how many of its events could not be shown. */
export interface Looked {
  readonly occurrences: readonly PersonalOccurrence[]
  readonly unshown: number
}

export type FromSubscribed = { readonly number: number } & (
  | { readonly kind: 'looked'; readonly looked: Looked }
  | { readonly kind: 'entry'; readonly entry: CalendarEntry | null }
  | { readonly kind: 'failed' }
)
