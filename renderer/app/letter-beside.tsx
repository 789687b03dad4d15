import { useLetter } from '../database/use-live.ts'
import { LetterPane } from '../features/incoming/components/letter-pane.tsx'
import { RecalledLetter } from '../features/incoming/components/recalled-letter.tsx'
import { useDraftReply } from './use-draft-reply.ts'
import { useInvitation } from './use-invitation.tsx'

/** A letter beside a list of work, with its verbs and its directive box. */
export function LetterBeside({ id, onOpen }: { readonly id: string; readonly onOpen: (id: string) => void }) {
  const letter = useLetter(id)
  const reply = useDraftReply()
  const { onInvitation, sheet } = useInvitation()
  if (letter === null) return <RecalledLetter key={id} letter={id} />
  return letter === undefined ? null : (
    <>
      <LetterPane
        key={id}
        letter={letter.state}
        onOpen={onOpen}
        onReply={reply}
        onInvitation={onInvitation}
      />
      {sheet}
    </>
  )
}
