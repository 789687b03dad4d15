import { useMemo } from 'react'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { useDesk } from '../../../sync/desk-context.tsx'
import { useRefusal } from '../../../workplace/refusal-notice.tsx'
import { useMeetingActs, type MeetingActs } from './use-meeting-acts.ts'

interface ConcludeActs extends MeetingActs {
  /** Locks the minutes and submits them, whole or not at all. */
  readonly lockAndSubmit: () => Promise<boolean>
}

/** Acts of whoever concludes a meeting. */
export function useConcludeActs({ id, minutesDraft }: Meeting): ConcludeActs {
  const desk = useDesk()
  const refuse = useRefusal()
  const acts = useMeetingActs(id)
  const document = minutesDraft?.document
  return useMemo(
    () => ({
      ...acts,
      lockAndSubmit: async () => {
        if (document === undefined) return false
        const [answer] = await desk.actTogether([
          [
            { aggregate: { kind: 'meeting', id }, type: 'meeting.lockMinutes', payload: {} },
            { aggregate: { kind: 'document', id: document }, type: 'document.submit', payload: { note: '' } },
          ],
        ])
        if (answer?.ok === false) refuse(answer.error)
        return answer?.ok === true
      },
    }),
    [acts, desk, refuse, id, document],
  )
}
