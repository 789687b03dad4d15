import type { Post, Unit } from '#shared/domain/directory/directory.ts'
import { peopleOf, type Meeting } from '#shared/domain/meetings/meeting.ts'
import { daysOf, type DrawnMeeting } from '#shared/domain/schedule/drawn-meeting.ts'
import { weekOf } from '#shared/domain/schedule/iso-week.ts'
import { drawnFrom } from '#shared/domain/schedule/meeting-in-week.ts'
import type { WeekDraft } from '#shared/domain/schedule/week-draft.ts'
import type { ListAggregates, Process, Reaction, ReadState } from './process.ts'

/** A meeting to which leaders are called stands in the draft of its week by itself, and moves with it. */
export const meetingToWeeks: Process = {
  name: 'meeting-to-weeks',
  follows: [
    'meeting.called',
    'meeting.attending',
    'meeting.changed',
    'meeting.cancelled',
    'meeting.answered',
  ],
  react: async ({ aggregate }, read, list) => {
    const meeting = (await read(aggregate)) as Meeting | undefined
    if (meeting === undefined || meeting.status === 'draft') return []
    const drawn = await drawnNow(meeting, read)
    const weeks = new Set(drawn === undefined ? [] : daysOf(drawn).map(weekOf))
    const left = (await weeksWith(meeting.id, read, list)).filter((week) => !weeks.has(week))
    return [
      ...left.map((week): Reaction => ({
        kind: 'act',
        aggregate: { kind: 'week-draft', id: week },
        type: 'week-draft.withdraw',
        payload: { week, meeting: meeting.id },
      })),
      ...[...weeks].map((week): Reaction => ({
        kind: 'act',
        aggregate: { kind: 'week-draft', id: week },
        type: 'week-draft.draw',
        payload: { week, meeting: drawn },
      })),
    ]
  },
}

async function drawnNow(meeting: Meeting, read: ReadState): Promise<DrawnMeeting | undefined> {
  const known = async <T>(kind: 'post' | 'unit', ids: readonly string[]): Promise<ReadonlyMap<string, T>> => {
    const states = await Promise.all(ids.map(async (id) => [id, await read({ kind, id })] as const))
    return new Map(states.flatMap(([id, state]) => (state === undefined ? [] : [[id, state as T] as const])))
  }
  const posts = await known<Post>('post', peopleOf(meeting))
  const unit = posts.get(meeting.secretary)?.unit
  const units = await known<Unit>('unit', unit === undefined || unit === '' ? [] : [unit])
  return drawnFrom(meeting, { posts, units })
}

/** The weeks in which it stands so far. */
async function weeksWith(meeting: string, read: ReadState, list: ListAggregates): Promise<readonly string[]> {
  const drafts = await Promise.all((await list('week-draft')).map((ref) => read(ref)))
  return drafts.flatMap((state) => {
    const draft = state as WeekDraft | undefined
    return draft?.meetings.some((one) => one.meeting === meeting) === true ? [draft.id] : []
  })
}
