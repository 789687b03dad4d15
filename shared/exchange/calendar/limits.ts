/** What a calendar file may cost before it is refused. */
export interface CalendarLimits {
  readonly bytes: number
  /** One content line after unfolding, in UTF-16 units; inline attachments are such lines. */
  readonly lineUnits: number
  readonly components: number
  /** Of one component; each attendee is one. */
  readonly properties: number
  /** Of one property; each makes the reader look at those before it. */
  readonly parameters: number
  readonly depth: number
}

const MIB = 1024 * 1024

/** Room for a calendar of some ten thousand events or a meeting of two thousand people. */
export const CALENDAR_LIMITS: CalendarLimits = {
  bytes: 16 * MIB,
  lineUnits: 8 * MIB,
  components: 20_000,
  properties: 2_000,
  parameters: 1_000,
  depth: 6,
}

/** How far from its first day a recurrence with a count is followed: two hundred years. */
export const MOST_DAYS_LOOKED_AT = 200 * 366

/** Occurrences that one event may bring in one answer. */
export const MOST_OCCURRENCES = 5_000

/** Times of days that all events of a calendar may have looked at for one answer. */
export const MOST_EFFORT = 500_000

/** The same for a personal calendar on screen, which is read again whenever another week is shown. */
export const MOST_PERSONAL_EFFORT = 200_000

/** And for one entry of it, so that none keeps the others from being looked at. */
export const MOST_ENTRY_EFFORT = 50_000
