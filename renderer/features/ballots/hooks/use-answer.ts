import { useCallback } from 'react'
import type { Ballot } from '#shared/domain/meetings/ballot/ballot.ts'
import type { Choice } from '#shared/domain/meetings/motion.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { noticeOfError } from '../../../workplace/error-words.ts'
import { useNative } from '../../../workplace/native-context.tsx'
import { useNotice, useRefusal } from '../../../workplace/refusal-notice.tsx'
import { answerBallot } from '../use-cases/answer-ballot.ts'

/** Signs and gives an answer; a refusal is shown with its rule, a cancelled PIN changes nothing. */
export function useAnswer(ballot: Ballot): (choice: Choice, reasons: string) => void {
  const t = useT()
  const native = useNative()
  const desk = useDesk()
  const toast = useToast()
  const notice = useNotice()
  const refuse = useRefusal()
  return useCallback(
    (choice, reasons) => {
      answerBallot(native, desk, ballot, { choice, reasons })
        .then((refusal) => {
          if (refusal !== null) refuse(refusal)
          else toast.show({ icon: 'check', text: t(`ballots.done.${choice}`) })
        })
        .catch((error: unknown) => {
          const words = noticeOfError(t, error)
          if (words !== undefined) notice(words)
        })
    },
    [t, native, desk, ballot, toast, notice, refuse],
  )
}
