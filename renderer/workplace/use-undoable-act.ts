import { useCallback } from 'react'
import type { AggregateRef } from '#shared/log/command.ts'
import { useT } from '../i18n/language-provider.tsx'
import type { Done } from '../sync/desk-api.ts'
import { useDesk } from '../sync/desk-context.tsx'
import { UNDO_SECONDS, useToast } from '../ui/toast.tsx'
import type { ToastView } from '../ui/toast.tsx'
import { ruleNotice, useNotice, useRefusal } from './refusal-notice.tsx'

/** The line says it a moment after the act: the act is held a little longer than the line counts. */
const LEAD_MS = 500

/** How long an act with this undo is kept from the node. */
export const holdFor = (seconds: number): { readonly holdMs: number } => ({
  holdMs: seconds * 1000 + LEAD_MS,
})

/** Says what was done, with an undo that takes the held act back. */
export function useUndoToast(): (command: string, said: Omit<ToastView, 'undo'>) => void {
  const t = useT()
  const desk = useDesk()
  const toast = useToast()
  const notice = useNotice()
  return useCallback(
    (command, said) => {
      const undo = async (): Promise<void> => {
        if (await desk.discard(command)) toast.show({ icon: 'arrow-back-up', text: t('common.undone') })
        else notice(ruleNotice(t, 'undo-too-late'))
      }
      toast.show({ ...said, undo: () => void undo() })
    },
    [t, desk, toast, notice],
  )
}

/** Does a routine act at once, held for its undo (ten seconds), and says so. Answers what was done, or undefined when it was refused. */
export function useUndoableAct(): (
  aggregate: AggregateRef,
  type: string,
  payload: Readonly<Record<string, unknown>>,
  said: Omit<ToastView, 'undo' | 'seconds'>,
) => Promise<Done | undefined> {
  const desk = useDesk()
  const refuse = useRefusal()
  const offer = useUndoToast()
  return useCallback(
    async (aggregate, type, payload, said) => {
      const answer = await desk.act(aggregate, type, payload, holdFor(UNDO_SECONDS))
      if (!answer.ok) {
        refuse(answer.error)
        return undefined
      }
      offer(answer.value.command, said)
      return answer.value
    },
    [desk, refuse, offer],
  )
}
