import type { Ballot } from '#shared/domain/meetings/ballot/ballot.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import type { PersonalCalendar } from '#shared/domain/schedule/personal/personal-calendar-decider.ts'
import type { WeekId } from '#shared/domain/schedule/iso-week.ts'
import type { Week } from '#shared/domain/schedule/week-decider.ts'
import type { WeekDraft } from '#shared/domain/schedule/week-draft.ts'
import type { Subscription } from '#shared/protocol/calendar-subscriptions.ts'
import type { BallotRow, SlipRow } from '../projections/ballots.ts'
import type { MeetingRow, VoteRow } from '../projections/meetings.ts'
import type { NoteRow } from '../projections/notes.ts'
import { useReaders } from './office-context.tsx'
import type { Seen } from './views.ts'
import { useLive, type Live } from './live-answer.ts'

// As in `use-live.ts`: `undefined` while it is read for the first time, `null` for what is not on this desk.

/** Meetings one is called to, or prepares. */
export function useMeetings(state: 'ahead' | 'past'): Live<readonly MeetingRow[]> {
  const { office } = useReaders()
  return useLive(() => office.meetings.inState(state), [office, state])
}

export function useMeeting(id: string): Live<Seen<Meeting> | null> {
  const { office } = useReaders()
  return useLive(() => office.seen('meeting', id), [office, id])
}

/** Meetings by their ids, those that are on this desk. */
export function useMeetingStates(ids: readonly string[]): Live<readonly Meeting[]> {
  const { office } = useReaders()
  return useLive(async () => {
    const seen = await Promise.all(ids.map((id) => office.seen('meeting', id)))
    return seen.flatMap((one) => (one === null ? [] : [one.state]))
  }, [office, ids.join()])
}

/** What of a weekly schedule was published; null: nothing. */
export function useWeek(id: WeekId): Live<Seen<Week> | null> {
  const { office } = useReaders()
  return useLive(() => office.seen('week', id), [office, id])
}

/** The draft of a weekly schedule; null: there is none, or it is not for this post. */
export function useWeekDraft(id: WeekId): Live<Seen<WeekDraft> | null> {
  const { office } = useReaders()
  return useLive(() => office.seen('week-draft', id), [office, id])
}

/** The appointments of a person, which only their own desks have; null: none yet. */
export function usePersonalCalendar(owner: string): Live<Seen<PersonalCalendar> | null> {
  const { office } = useReaders()
  return useLive(() => office.seen('personal-calendar', owner), [office, owner])
}

/** Calendars one subscribed to, as the node last told. */
export function useSubscriptions(): Live<readonly Subscription[]> {
  const { office } = useReaders()
  return useLive(() => office.meetings.subscriptions(), [office])
}

/** Votes on a question as far as they have reached this desk. */
export function useVotes(motion: string): Live<readonly VoteRow[]> {
  const { office } = useReaders()
  return useLive(() => office.meetings.votesOn(motion), [office, motion])
}

/** Ballots one is asked by, or asks with. */
export function useBallots(state: 'running' | 'ended'): Live<readonly BallotRow[]> {
  const { office } = useReaders()
  return useLive(() => office.meetings.ballots(state), [office, state])
}

export function useBallot(id: string): Live<Seen<Ballot> | null> {
  const { office } = useReaders()
  return useLive(() => office.seen('ballot', id), [office, id])
}

/** Slips of ballots as far as they have reached this desk. */
export function useSlips(ballots: readonly string[]): Live<readonly SlipRow[]> {
  const { office } = useReaders()
  return useLive(() => office.meetings.slipsOf(ballots), [office, ballots.join()])
}

/** What this person noted on a meeting, for nobody else. */
export function useNotes(meeting: string): Live<readonly NoteRow[]> {
  const { office } = useReaders()
  return useLive(() => office.meetings.notesOn(meeting), [office, meeting])
}
