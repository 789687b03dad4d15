import { pageContract, type EventName, type Payload } from '#shared/ipc/contract.ts'
import type { Bridge } from './bridge.ts'

/** Listens to one event of main's; the answer ends it. */
export type Subscribe = <K extends EventName>(name: K, listener: (payload: Payload<K>) => void) => () => void

/**
 * Typed events; a payload that does not fit the contract throws, since only a bug can make one. With the first subscription main is told
 * that the page listens, and sends what it held.
 */
export function nativeEvents(bridge: Pick<Bridge, 'subscribe' | 'invoke'>): Subscribe {
  let isListening = false
  function listen(): void {
    if (isListening) return
    isListening = true
    // After the other subscriptions of the same turn.
    queueMicrotask(() => void bridge.invoke('app.listening', undefined))
  }
  return <K extends EventName>(name: K, listener: (payload: Payload<K>) => void) => {
    const end = bridge.subscribe(name, (payload) =>
      listener(pageContract[name].payload.parse(payload) as Payload<K>),
    )
    listen()
    return end
  }
}
