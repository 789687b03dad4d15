import type { Instant, LocalDate } from '../../kernel/instant.ts'

/** A later letter of the inviting agency that changed a meeting. */
export interface FollowedLetter {
  readonly letter: string
  /** The day of that letter: an older one changes nothing any more. */
  readonly issuedOn: LocalDate
  readonly at: Instant
}
