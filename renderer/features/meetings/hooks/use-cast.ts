import { useCallback } from 'react'
import type { ItemState, Meeting } from '#shared/domain/meetings/meeting.ts'
import type { Choice, Motion } from '#shared/domain/meetings/motion.ts'
import { statementOfMotion } from '#shared/domain/meetings/statement-of-motion.ts'
import { voteIdOf } from '#shared/domain/meetings/vote.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { noticeOfError } from '../../../workplace/error-words.ts'
import { useNative } from '../../../workplace/native-context.tsx'
import { useNotice } from '../../../workplace/refusal-notice.tsx'
import { signStatement } from '../../../workplace/sign-statement.ts'
import { useAct } from '../../../workplace/use-act.ts'

/** Gives a vote; where the question asks for it, signed with the certificate of the member. A cancelled PIN changes nothing. */
export function useCast(
  meeting: Meeting,
  item: ItemState,
  motion: Motion,
): (choice: Choice, words: string) => void {
  const t = useT()
  const native = useNative()
  const notice = useNotice()
  const { post, person } = useDesk()
  const act = useAct()
  return useCallback(
    (choice, words) => {
      const cast = async (): Promise<void> => {
        const at = instantFrom(Date.now())
        const said = { choice, reasons: words, post, person, at }
        const signed =
          motion.isSigned === true
            ? { signed: await signStatement(native, statementOfMotion(meeting, item, motion, said)) }
            : {}
        const ref = { kind: 'vote', id: voteIdOf(meeting.id, motion.id, post) } as const
        const of = { meeting: meeting.id, item: item.id, motion: motion.id }
        await act(ref, 'vote.cast', { ...of, choice, words, ...signed })
      }
      cast().catch((error: unknown) => {
        const told = noticeOfError(t, error)
        if (told !== undefined) notice(told)
      })
    },
    [t, native, notice, act, post, person, meeting, item, motion],
  )
}
