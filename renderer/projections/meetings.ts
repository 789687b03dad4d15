import type { Attendance, Meeting, MemberPart } from '#shared/domain/meetings/meeting.ts'
import { lateArrivalOf, type LateArrival, type Vote } from '#shared/domain/meetings/vote.ts'
import type { Choice } from '#shared/domain/meetings/motion.ts'
import type { InSeries } from '#shared/domain/meetings/series/series.ts'
import type { Instant } from '#shared/kernel/instant.ts'
import type { Projection, ShownFacts } from './projection.ts'

/** A meeting as lists show it. */
export interface MeetingRow
  extends
    ShownFacts,
    Pick<
      Meeting,
      'id' | 'title' | 'from' | 'until' | 'place' | 'callUrl' | 'status' | 'chair' | 'secretary'
    > {
  readonly members: readonly {
    readonly post: string
    readonly part: MemberPart
    readonly attendance: Attendance | null
    readonly substitute: string | null
  }[]
  readonly items: number
  readonly papers: number
  /** The agency that holds it, when it is not this one. */
  readonly elsewhere: string | null
  /** The series it is a date of; absent: none. */
  readonly series?: Pick<InSeries, 'id' | 'on' | 'number' | 'of'>
}

/** Those to come by when they begin, past ones by when they began. */
export const meetings: Projection = {
  table: 'meetings',
  rowsOf(of, facts) {
    if (of.kind !== 'meeting') return []
    const { state } = of
    const isPast = ['concluded', 'archived', 'cancelled'].includes(state.status)
    return [
      {
        id: state.id,
        index: { state: isPast ? 'past' : 'ahead', from: state.from },
        content: rowOfMeeting(state, facts),
        counts: [],
      },
    ]
  },
}

function rowOfMeeting(state: Meeting, facts: ShownFacts): MeetingRow {
  const { id, title, from, until, place, callUrl, status, chair, secretary } = state
  return {
    ...facts,
    ...{ id, title, from, until, place, callUrl, status, chair, secretary },
    members: state.members.map(({ post, part, answer }) => ({
      post,
      part,
      attendance: answer?.attendance ?? null,
      substitute: answer?.substitute ?? null,
    })),
    items: state.items.length,
    elsewhere: state.elsewhere?.agency ?? null,
    ...(state.series === undefined ? {} : { series: datesOf(state.series) }),
    papers: state.items.reduce((sum, { papers }) => sum + papers.length, 0),
  }
}

const datesOf = ({ id, on, number, of }: InSeries): NonNullable<MeetingRow['series']> => ({
  id,
  on,
  number,
  of,
})

/** A vote, for the tally that every member counts. */
export interface VoteRow extends ShownFacts {
  readonly id: string
  readonly motion: string
  readonly post: string
  readonly choice: Choice
  readonly words: string
  readonly castAt: Instant
  readonly entered?: NonNullable<Vote['entered']>
  readonly superseded?: NonNullable<Vote['superseded']>
  /** It came behind the closing of the vote. */
  readonly late?: LateArrival
}

export const votes: Projection = {
  table: 'votes',
  rowsOf(of, facts) {
    if (of.kind !== 'vote' || of.state.post === '' || of.state.rejected !== undefined) return []
    const { id, motion, post, choice, words, castAt, entered, superseded } = of.state
    const late = lateArrivalOf(of.state)
    const content: VoteRow = {
      ...{ ...facts, id, motion, post, choice, words, castAt },
      ...(entered !== undefined && { entered }),
      ...(superseded !== undefined && { superseded }),
      ...(late !== undefined && { late }),
    }
    return [{ id, index: { motion }, content, counts: [] }]
  },
}
