import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react'
import type { Letter } from '#shared/domain/correspondence/letter.ts'
import { isOfItsLetter, meetingOfLetter } from '#shared/domain/meetings/decide-attending.ts'
import { useDesk } from '../sync/desk-context.tsx'

// Read when the first invitation is taken up.
const InvitationSheet = lazy(async () => {
  const { InvitationSheet: sheet } = await import('../features/meetings/components/invitation-sheet.tsx')
  return { default: sheet }
})

/** Takes the meeting of a letter into the meetings, or shows it there when it was taken before. */
export function useInvitation(): {
  readonly onInvitation: (letter: Letter) => void
  readonly sheet: ReactNode
} {
  const desk = useDesk()
  const navigate = useNavigate()
  const [asked, setAsked] = useState<Letter | null>(null)
  const close = useCallback(() => setAsked(null), [])
  const onInvitation = useCallback(
    (letter: Letter) => {
      const id = meetingOfLetter(letter.id)
      void desk.readers.office.seen('meeting', id).then((taken) => {
        if (taken === null || !isOfItsLetter(taken.state)) setAsked(letter)
        else void navigate({ to: '/meetings', search: { at: id } })
      })
    },
    [desk, navigate],
  )
  const sheet = asked !== null && (
    <Suspense>
      <InvitationSheet letter={asked} onClose={close} />
    </Suspense>
  )
  return { onInvitation, sheet }
}
