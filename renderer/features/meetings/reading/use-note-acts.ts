import { useMemo } from 'react'
import type { NoteSubject } from '#shared/domain/notes/note.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { useAct } from '../../../workplace/use-act.ts'
import { useUndoableAct } from '../../../workplace/use-undoable-act.ts'

/** What a person does with their own notes on a meeting; works without a network. */
interface NoteActs {
  readonly write: (about: NoteSubject, text: string) => void
  readonly reword: (id: string, text: string) => void
  readonly remove: (id: string) => void
}

export function useNoteActs(meeting: string): NoteActs {
  const t = useT()
  const desk = useDesk()
  const act = useAct()
  const undoable = useUndoableAct()
  return useMemo(() => {
    const ref = (id: string) => ({ kind: 'note', id }) as const
    return {
      write: (about, text) => void act(ref(desk.newId()), 'note.write', { meeting, about, text }),
      reword: (id, text) => void act(ref(id), 'note.reword', { text }),
      remove: (id) => void undoable(ref(id), 'note.remove', {}, { icon: 'trash', text: t('notes.removed') }),
    }
  }, [t, desk, act, undoable, meeting])
}
