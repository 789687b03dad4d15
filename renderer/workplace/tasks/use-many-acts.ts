import { useCallback } from 'react'
import type { AggregateRef } from '#shared/log/command.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { useDesk } from '../../sync/desk-context.tsx'
import { UNDO_SECONDS, useToast } from '../../ui/toast.tsx'
import type { ToastView } from '../../ui/toast.tsx'
import { ruleNotice, useNotice, useRefusal } from '../refusal-notice.tsx'
import { holdFor } from '../use-undoable-act.ts'

/** One of many acts. */
export interface OneAct {
  readonly aggregate: AggregateRef
  readonly type: string
  readonly payload: Readonly<Record<string, unknown>>
}

/** Does many routine acts at once, with one undo for all of them; what is refused is left out and says its rule. Answers those that were taken. */
export function useManyActs(): (
  acts: readonly OneAct[],
  said: (taken: readonly OneAct[]) => Omit<ToastView, 'undo' | 'seconds'>,
) => Promise<readonly OneAct[]> {
  const t = useT()
  const desk = useDesk()
  const toast = useToast()
  const notice = useNotice()
  const refuse = useRefusal()
  return useCallback(
    async (acts, said) => {
      const answers = await desk.actTogether(acts.map((one) => [{ ...one, ...holdFor(UNDO_SECONDS) }]))
      const commands = answers.flatMap((one) => (one.ok ? [one.value.command] : []))
      const taken = acts.filter((_, index) => answers[index]?.ok === true)
      const refused = answers.find((one) => !one.ok)
      if (refused !== undefined) refuse(refused.error)
      if (taken.length === 0) return taken
      const undo = async (): Promise<void> => {
        const undone = await Promise.all(commands.map((command) => desk.discard(command)))
        if (undone.every(Boolean)) toast.show({ icon: 'arrow-back-up', text: t('common.undone') })
        else notice(ruleNotice(t, 'undo-too-late'))
      }
      toast.show({ ...said(taken), undo: () => void undo() })
      return taken
    },
    [desk, toast, notice, refuse, t],
  )
}
