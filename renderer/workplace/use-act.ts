import { useCallback } from 'react'
import type { AggregateRef } from '#shared/log/command.ts'
import type { Done } from '../sync/desk-api.ts'
import { useDesk } from '../sync/desk-context.tsx'
import { useRefusal } from './refusal-notice.tsx'

/** Does an act; a refusal is shown with its rule. Answers what was done, or undefined when it was refused. */
export function useAct(): (
  aggregate: AggregateRef,
  type: string,
  payload: Readonly<Record<string, unknown>>,
) => Promise<Done | undefined> {
  const desk = useDesk()
  const refuse = useRefusal()
  return useCallback(
    async (aggregate, type, payload) => {
      const answer = await desk.act(aggregate, type, payload)
      if (answer.ok) return answer.value
      refuse(answer.error)
      return undefined
    },
    [desk, refuse],
  )
}
