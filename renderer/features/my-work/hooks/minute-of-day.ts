import { millisOf, VIETNAM_OFFSET_MINUTES, type Instant } from '#shared/kernel/instant.ts'

const DAY_MINUTES = 1440

/** Minutes after midnight at the agency. */
export const minuteOfDay = (at: Instant): number =>
  (Math.floor(millisOf(at) / 60_000) + VIETNAM_OFFSET_MINUTES) % DAY_MINUTES
