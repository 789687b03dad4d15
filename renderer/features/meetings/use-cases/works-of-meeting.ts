import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import {
  deadlineIn,
  readDirective,
  type ReadingRoom,
  type ReadTask,
} from '#shared/domain/work/read-directive.ts'

/** One thing that a conclusion wants done, as it was read. */
export interface ProposedWork extends ReadTask {
  readonly item: string
  readonly title: string
}

/** Conclusions in words of which nothing was given yet. */
export function conclusionsToGive({ items, tasks = [] }: Pick<Meeting, 'items' | 'tasks'>): Meeting['items'] {
  return items.filter(
    ({ id, conclusion }) =>
      conclusion !== null && conclusion.text.trim() !== '' && !tasks.some(({ item }) => item === id),
  )
}

/** What the conclusions of a meeting want done, by whom and by when, read by rule; one that names nobody is proposed whole, without an owner. */
export function worksOfMeeting(meeting: Meeting, room: ReadingRoom): readonly ProposedWork[] {
  const people = room.people.filter(({ id }) => id !== meeting.chair)
  return conclusionsToGive(meeting).flatMap(({ id, title, conclusion }): readonly ProposedWork[] => {
    const text = conclusion?.text.trim() ?? ''
    const read = readDirective(text, { ...room, people })
    const works = read.length === 0 ? [{ parts: [], work: text, deadline: deadlineIn(text, room) }] : read
    return works.map((work) => ({ ...work, item: id, title }))
  })
}
