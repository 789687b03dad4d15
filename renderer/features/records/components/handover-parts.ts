import type { Absence } from '#shared/domain/directory/absence-decider.ts'
import { isRun } from '#shared/domain/meetings/hand-over.ts'
import type { HandoverKind } from '#shared/domain/records/handover-decider.ts'
import type { FileRow } from '../../../projections/records.ts'
import type { IncomingRow } from '../../../projections/incoming.ts'
import type { OutgoingRow } from '../../../projections/outgoing.ts'
import type { MeetingRow } from '../../../projections/meetings.ts'
import type { TaskRow } from '../../../projections/tasks.ts'

/** One thing that somebody leaving holds. */
export interface HeldPart {
  readonly kind: HandoverKind
  readonly id: string
  readonly title: string
}

interface Held {
  readonly tasks: readonly TaskRow[]
  readonly drafts: readonly OutgoingRow[]
  readonly toDirect: readonly IncomingRow[]
  readonly files: readonly FileRow[]
  readonly absences: readonly Absence[]
  readonly meetings: readonly MeetingRow[]
}

/** Everything a post holds now (Decree 30 Art 31.3đ): open tasks had or given, drafts and reviews, letters to direct, files, meetings, standing in. */
export function heldBy(
  post: string,
  today: string,
  { tasks, drafts, toDirect, files, absences, meetings }: Held,
  standIn: (post: string) => string,
): readonly HeldPart[] {
  return [
    ...tasks
      .filter((one) => one.holder === post || one.givenBy === post)
      .map(({ id, subject }) => ({ kind: 'task' as const, id, title: subject })),
    ...drafts
      .filter((one) => one.drafter === post || one.reviewer === post || one.checker === post)
      .map(({ id, subject }) => ({ kind: 'document' as const, id, title: subject })),
    ...toDirect.flatMap((one) =>
      one.what === 'letter' && one.presentedTo === post
        ? [{ kind: 'letter' as const, id: one.id, title: one.subject }]
        : [],
    ),
    ...files
      .filter((one) => one.creator === post && one.status !== 'destroyed')
      .map(({ id, notation, title }) => ({ kind: 'case-file' as const, id, title: `${notation} ${title}` })),
    ...meetings
      .filter((one) => one.secretary === post && isRun(one))
      .map(({ id, title }) => ({ kind: 'meeting' as const, id, title })),
    ...absences
      .filter(({ periods }) =>
        periods.some((one) => one.endedAt === null && one.until >= today && one.deputy === post),
      )
      .map(({ id }) => ({ kind: 'delegation' as const, id, title: standIn(id) })),
  ]
}
