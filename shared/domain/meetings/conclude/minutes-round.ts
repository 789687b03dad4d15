import type { LocalDate } from '../../../kernel/instant.ts'
import { peopleOf, type Meeting } from '../meeting.ts'

/** The last day on which wishes to change the minutes are still taken; undefined where none was promised or it has passed. */
export const roundRunsUntil = ({ round }: Pick<Meeting, 'round'>, today: LocalDate): LocalDate | undefined =>
  round?.until != null && round.until >= today ? round.until : undefined

/** Whether the minutes may be locked: everybody called could read them, and the day that was promised for wishes has passed. */
export function isRoundOver(
  meeting: Pick<Meeting, 'round' | 'chair' | 'secretary' | 'members'>,
  today: LocalDate,
): boolean {
  const isAlone = peopleOf(meeting).every((post) => post === meeting.chair || post === meeting.secretary)
  return meeting.round === undefined ? isAlone : roundRunsUntil(meeting, today) === undefined
}
