import { useLetter } from '../database/use-live.ts'
import { LetterPane } from '../features/incoming/components/letter-pane.tsx'
import { useDraftReply } from './use-draft-reply.ts'

/** A letter beside a list of work, with its verbs and its directive box. */
export function LetterBeside({ id, onOpen }: { readonly id: string; readonly onOpen: (id: string) => void }) {
  const letter = useLetter(id)
  const reply = useDraftReply()
  return letter === undefined || letter === null ? null : (
    <LetterPane key={id} letter={letter.state} onOpen={onOpen} onReply={reply} />
  )
}
