import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react'
import type { Letter } from '#shared/domain/correspondence/letter.ts'
import { isOfItsLetter, meetingOfLetter } from '#shared/domain/meetings/decide-attending.ts'
import { invitesToMeeting } from '#shared/domain/meetings/invitation/invites.ts'
import { tellsLater } from '#shared/domain/meetings/invitation/read-later.ts'
import type { LaterReading } from '../features/meetings/use-cases/later-letters.ts'
import { useT } from '../i18n/language-provider.tsx'
import { useDesk } from '../sync/desk-context.tsx'
import { noticeOfError } from '../workplace/error-words.ts'
import { usePostNames } from '../workplace/me.ts'
import { useNative } from '../workplace/native-context.tsx'
import { useNotice, useRefusal } from '../workplace/refusal-notice.tsx'

// Read when the first invitation is taken up.
const InvitationSheet = lazy(async () => {
  const { InvitationSheet: sheet } = await import('../features/meetings/components/invitation-sheet.tsx')
  return { default: sheet }
})
const LaterLetterSheet = lazy(async () => {
  const { LaterLetterSheet: sheet } = await import('../features/meetings/components/later-letter-sheet.tsx')
  return { default: sheet }
})

interface Asked {
  readonly letter: Letter
  /** What it changes of meetings that were taken before; null: it invites to one. */
  readonly later: LaterReading | null
}

/** Takes the meeting of a letter into the meetings, or what it changes of one; shows the meeting where that was done before. */
export function useInvitation(): {
  readonly onInvitation: (letter: Letter) => void
  readonly sheet: ReactNode
} {
  const t = useT()
  const desk = useDesk()
  const native = useNative()
  const nameOf = usePostNames()
  const notice = useNotice()
  const refuse = useRefusal()
  const navigate = useNavigate()
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = useCallback(() => setAsked(null), [])
  const onInvitation = useCallback(
    (letter: Letter) => {
      const { office } = desk.readers
      const show = (id: string): void => void navigate({ to: '/meetings', search: { at: id } })
      const ask = async (): Promise<void> => {
        const id = meetingOfLetter(letter.id)
        const taken = await office.seen('meeting', id)
        if (taken !== null && isOfItsLetter(taken.state)) {
          show(id)
          return
        }
        if (!tellsLater(letter)) {
          setAsked({ letter, later: null })
          return
        }
        const { readLaterLetter } = await import('../features/meetings/use-cases/later-letters.ts')
        const found = await readLaterLetter(native, office, letter, desk.post)
        if (found.kind === 'read') setAsked({ letter, later: found })
        else if (found.kind === 'followed') show(found.meeting)
        else if (found.kind === 'refused') refuse({ rule: found.rule, facts: {} })
        else if (found.kind === 'others') {
          const { title, secretary } = found.meeting
          notice({
            words: t('series.later.others', { title, name: nameOf(secretary) }),
            ...{ remedy: t('series.later.othersRemedy'), citation: null },
          })
        } else if (invitesToMeeting(letter)) setAsked({ letter, later: null })
        else notice({ words: t('series.later.none'), remedy: t('series.later.noneRemedy'), citation: null })
      }
      ask().catch((error: unknown) => {
        const words = noticeOfError(t, error)
        if (words !== undefined) notice(words)
      })
    },
    [t, desk, native, nameOf, notice, refuse, navigate],
  )
  const sheet = asked !== null && (
    <Suspense>
      {asked.later === null ? (
        <InvitationSheet letter={asked.letter} onClose={close} />
      ) : (
        <LaterLetterSheet letter={asked.letter} reading={asked.later} onClose={close} />
      )}
    </Suspense>
  )
  return { onInvitation, sheet }
}
