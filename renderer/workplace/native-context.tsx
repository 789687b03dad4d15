import { createContext, use, useEffect, useEffectEvent, type ReactNode } from 'react'
import type { EventName, Payload } from '#shared/ipc/contract.ts'
import type { NativeApi } from '../native/native-api.ts'
import type { Subscribe } from '../native/native-events.ts'

interface Native {
  readonly api: NativeApi
  readonly subscribe: Subscribe
}

const context = createContext<Native | null>(null)

/** Gives the screens below it what main can do and tells. */
export function NativeProvider({ api, subscribe, children }: Native & { readonly children: ReactNode }) {
  return <context.Provider value={{ api, subscribe }}>{children}</context.Provider>
}

function useNativeContext(): Native {
  const native = use(context)
  if (native === null) throw new TypeError('no NativeProvider above')
  return native
}

/** What main can do. Throws outside a `NativeProvider`. */
export const useNative = (): NativeApi => useNativeContext().api

/** Hears an event of main's while the calling part is on screen. */
export function useNativeEvent<K extends EventName>(name: K, listener: (payload: Payload<K>) => void): void {
  const { subscribe } = useNativeContext()
  const heard = useEffectEvent(listener)
  useEffect(() => subscribe(name, heard), [subscribe, name])
}
