import { useEffect } from 'react'
import { useNative } from '../workplace/native-context.tsx'
import { readTheRest } from './later.tsx'

/** So long the first view, and the first step from there, have the machine to themselves, ms. */
const REST_MS = 1000

/** What a start need not wait for: the code of the other places, and what main holds back until then. */
export function useAfterFirstView(): void {
  const native = useNative()
  useEffect(() => {
    let end: (() => void) | undefined
    const rest = setTimeout(() => {
      void native.invoke('app.shown', undefined)
      end = readTheRest()
    }, REST_MS)
    return () => {
      clearTimeout(rest)
      end?.()
    }
  }, [native])
}
