import { useCallback, useMemo } from 'react'
import { whyNotChased } from '#shared/domain/correspondence/chase.ts'
import type { Command } from '../../../commands/command.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import type { DeliveryRow } from '../../../projections/deliveries.ts'
import { useNow } from '../../../workplace/today.ts'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'
import { useManyActs, type OneAct } from '../../../workplace/tasks/use-many-acts.ts'
import { verb } from '../../../workplace/use-verbs.ts'
import { chasedDocuments, receiverCount, type ChasedDocument } from '../use-cases/chase-letter.ts'

/** Who would be chased of those chosen, and who is left out because it was done on this working day already. */
export interface Chase {
  readonly chased: readonly ChasedDocument[]
  readonly leftOut: readonly DeliveryRow[]
  readonly commands: readonly Command[]
}

/** `C` over late receivers: notes it with every document, with one undo, and lets one letter to all of them be drafted. */
export function useChase(
  late: readonly DeliveryRow[],
  onChase: (documents: readonly ChasedDocument[]) => void,
): Chase {
  const t = useT()
  const many = useManyActs()
  const calendar = useCalendar()
  const now = useNow()
  const { chased, leftOut } = useMemo(() => {
    const isFree = (one: DeliveryRow): boolean => whyNotChased(one, calendar, now) === undefined
    return {
      chased: chasedDocuments(late.filter(isFree)),
      leftOut: late.filter((one) => !isFree(one)),
    }
  }, [late, calendar, now])
  const run = useCallback(async (): Promise<void> => {
    const acts = chased.map(({ dispatch, recipients }) => ({
      aggregate: { kind: 'dispatch', id: dispatch } as const,
      type: 'dispatch.chase',
      payload: { recipients: recipients.map(({ code }) => code) },
    }))
    const those = (taken: readonly OneAct[]): readonly ChasedDocument[] =>
      chased.filter(({ dispatch }) => taken.some(({ aggregate }) => aggregate.id === dispatch))
    const done = await many(acts, (taken) => ({
      icon: 'bell-ringing',
      text: t('delivery.chase.done', { count: receiverCount(those(taken)) }),
    }))
    if (done.length > 0) onChase(those(done))
  }, [chased, many, onChase, t])
  const isNone = late.length === 0
  const commands = useMemo(() => {
    if (isNone) return []
    const count = receiverCount(chased)
    const look = { icon: 'bell-ringing', shortcut: 'KeyC' } as const
    if (count === 0)
      return [verb('delivery.chase', 'verbs.chase', run, { ...look, rule: 'receiver-chased-today' })]
    return [verb('delivery.chase', 'verbs.chaseMany', run, { ...look, values: { count } })]
  }, [isNone, chased, run])
  return { chased, leftOut, commands }
}
