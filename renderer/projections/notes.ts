import type { Note } from '#shared/domain/notes/note.ts'
import type { Projection, ShownFacts } from './projection.ts'

/** A note with whether the desk shows acts of its own on it that are not confirmed yet. */
export interface NoteRow extends ShownFacts, Note {}

/** Content: `NoteRow`. What was removed has no row. */
export const notes: Projection = {
  table: 'notes',
  rowsOf: (of, facts) =>
    of.kind === 'note' && !of.state.isRemoved
      ? [
          {
            id: of.state.id,
            index: { meeting: of.state.meeting },
            content: { ...of.state, ...facts } satisfies NoteRow,
            counts: [],
          },
        ]
      : [],
}
