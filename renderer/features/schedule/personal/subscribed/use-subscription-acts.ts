import { useCallback, useEffect, useState } from 'react'
import type { SubscriptionAct, SubscriptionsAnswer } from '#shared/protocol/calendar-subscriptions.ts'
import { useT } from '../../../../i18n/language-provider.tsx'
import { useDesk } from '../../../../sync/desk-context.tsx'
import { noticeOfError } from '../../../../workplace/error-words.ts'
import { useNative } from '../../../../workplace/native-context.tsx'
import { useNotice } from '../../../../workplace/refusal-notice.tsx'
import { askSubscriptions } from '../../../../workplace/subscriptions/ask-subscriptions.ts'

/** Asks the node to do something; answers why it did not, null when it did, undefined when it could not be asked. */
export type AskAct = (act: SubscriptionAct) => Promise<SubscriptionsAnswer['refused'] | undefined>

/** What is done with calendars one subscribed to. It needs the node, which reads them; `isAsking` while it does. */
export function useSubscriptionActs(): { readonly ask: AskAct; readonly isAsking: boolean } {
  const t = useT()
  const desk = useDesk()
  const native = useNative()
  const notice = useNotice()
  const [isAsking, setAsking] = useState(false)
  const ask: AskAct = useCallback(
    async (act) => {
      setAsking(true)
      try {
        return await askSubscriptions(native, desk, act)
      } catch (error) {
        const words = noticeOfError(t, error)
        if (words !== undefined) notice(words)
        return undefined
      } finally {
        setAsking(false)
      }
    },
    [t, desk, native, notice],
  )
  return { ask, isAsking }
}

/** Looks at the node once for what there is; false while it could not be asked. */
export function useFreshSubscriptions(): boolean {
  const desk = useDesk()
  const native = useNative()
  const [hasAnswered, setAnswered] = useState(true)
  useEffect(() => {
    let isShown = true
    askSubscriptions(native, desk, null).then(
      () => isShown && setAnswered(true),
      // The part says that what it shows is what was kept.
      () => isShown && setAnswered(false),
    )
    return () => {
      isShown = false
    }
  }, [native, desk])
  return hasAnswered
}
