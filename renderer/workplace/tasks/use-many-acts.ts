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

/** Does many routine acts at once, with one undo for all of them; what is refused is left out and says its rule. */
export function useManyActs(): (
  acts: readonly OneAct[],
  said: (count: number) => Omit<ToastView, 'undo' | 'seconds'>,
) => Promise<number> {
  const t = useT()
  const desk = useDesk()
  const toast = useToast()
  const notice = useNotice()
  const refuse = useRefusal()
  return useCallback(
    async (acts, said) => {
      const answers = await desk.actTogether(acts.map((one) => [{ ...one, ...holdFor(UNDO_SECONDS) }]))
      const commands = answers.flatMap((one) => (one.ok ? [one.value.command] : []))
      const refused = answers.find((one) => !one.ok)
      if (refused !== undefined) refuse(refused.error)
      if (commands.length === 0) return 0
      const undo = async (): Promise<void> => {
        const taken = await Promise.all(commands.map((command) => desk.discard(command)))
        if (taken.every(Boolean)) toast.show({ icon: 'arrow-back-up', text: t('common.undone') })
        else notice(ruleNotice(t, 'undo-too-late'))
      }
      toast.show({ ...said(commands.length), undo: () => void undo() })
      return commands.length
    },
    [desk, toast, notice, refuse, t],
  )
}
