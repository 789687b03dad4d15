import { pageContract, type EventName, type Payload } from '#shared/ipc/contract.ts'
import type { Bridge } from './bridge.ts'

/** Listens to one event of main's; the answer ends it. */
export type Subscribe = <K extends EventName>(name: K, listener: (payload: Payload<K>) => void) => () => void

/** Typed events; a payload that does not fit the contract throws, since only a bug can make one. */
export function nativeEvents(bridge: Pick<Bridge, 'subscribe'>): Subscribe {
  return <K extends EventName>(name: K, listener: (payload: Payload<K>) => void) =>
    bridge.subscribe(name, (payload) => listener(pageContract[name].payload.parse(payload) as Payload<K>))
}
