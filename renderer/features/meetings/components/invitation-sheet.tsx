import { useEffect, useState } from 'react'
import type { Letter } from '#shared/domain/correspondence/letter.ts'
import { meetingOfLetter } from '#shared/domain/meetings/decide-attending.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { noticeOfError } from '../../../workplace/error-words.ts'
import { useNative } from '../../../workplace/native-context.tsx'
import { useNotice } from '../../../workplace/refusal-notice.tsx'
import { useUndoableAct } from '../../../workplace/use-undoable-act.ts'
import { useToast } from '../../../ui/toast.tsx'
import { invitationIn, type ReadLetter } from '../use-cases/read-letter.ts'
import { InvitationForm } from './invitation-form.tsx'

interface InvitationSheetProps {
  readonly letter: Letter
  readonly onClose: () => void
}

/** Takes the meeting that a letter invites to into the meetings of this agency: what was read out of it stands there to be confirmed. */
export function InvitationSheet({ letter, onClose }: InvitationSheetProps) {
  const t = useT()
  const formats = useFormats()
  const act = useUndoableAct()
  const read = useInvitation(letter, onClose)
  if (read === undefined) return null
  return (
    <InvitationForm
      letter={letter}
      read={read.invitation}
      text={read.text}
      onClose={onClose}
      onDone={(payload) => {
        const ref = { kind: 'meeting', id: meetingOfLetter(letter.id) } as const
        const said = {
          icon: 'calendar',
          text: t('meetings.invitation.done', { time: formats.dateTime(payload.details.from) }),
        } as const
        void act(ref, 'meeting.attend', payload, said).then((done) => {
          if (done !== undefined) onClose()
        })
      }}
    />
  )
}

/** What the letter says; undefined while it is read. */
function useInvitation(letter: Letter, onFail: () => void): ReadLetter | undefined {
  const t = useT()
  const native = useNative()
  const notice = useNotice()
  const toast = useToast()
  // Read once when the sheet is opened: what is written since stays.
  const [reading] = useState(() =>
    invitationIn(native, letter, () => {
      toast.show({ icon: 'scan', text: t('meetings.invitation.recognising') })
    }),
  )
  const [read, setRead] = useState<ReadLetter>()
  useEffect(() => {
    let isShown = true
    reading.then(
      (found) => {
        if (isShown) setRead(found)
      },
      (error: unknown) => {
        if (!isShown) return
        const words = noticeOfError(t, error)
        if (words !== undefined) notice(words)
        onFail()
      },
    )
    return () => {
      isShown = false
    }
  }, [reading, t, notice, onFail])
  return read
}
