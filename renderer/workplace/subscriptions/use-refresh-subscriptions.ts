import { useEffect } from 'react'
import { useDesk } from '../../sync/desk-context.tsx'
import { webLockAlone } from '../../sync/run-alone.ts'
import { useNative } from '../native-context.tsx'
import { askSubscriptions } from './ask-subscriptions.ts'

/** The first view comes first, ms. */
const FIRST_MS = 5000
const EVERY_MS = 15 * 60_000

/** Keeps the calendars one subscribed to as the node has them, so that they are there without a network. One window does it for all. */
export function useRefreshSubscriptions(): void {
  const native = useNative()
  const desk = useDesk()
  useEffect(() => {
    const refresh = (): void => {
      void webLockAlone(`congso-subscribed/${desk.workspace}/${desk.person}`, () =>
        // What is kept stays, and says when it was read; the sheet that shows it asks again and tells why nothing came.
        askSubscriptions(native, desk, null).catch(() => null),
      )
    }
    const first = setTimeout(refresh, FIRST_MS)
    const every = setInterval(refresh, EVERY_MS)
    return () => {
      clearTimeout(first)
      clearInterval(every)
    }
  }, [native, desk])
}
