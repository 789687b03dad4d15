import { contract, type EventName, type Payload } from '#shared/ipc/contract.ts'

/** Tells the main page something; before the page listens it is kept for it. */
export type Emit = <K extends EventName>(name: K, payload: Payload<K>) => void

/** A page that can be told something, now that its scripts run. */
interface Listener {
  send(name: EventName, payload: unknown): void
}

export interface PageEvents {
  readonly emit: Emit
  /** The page listens: what was held is told, in order. */
  attach(listener: Listener): void
  /** The page loads anew or is gone: hold again. */
  detach(): void
}

/** More than this is not held: the page reads everything anew when it starts. */
const MAX_HELD = 256

/** Main → page, parsed before it leaves, held until the window is ready. */
export function pageEvents(): PageEvents {
  let listener: Listener | undefined
  let held: (readonly [EventName, unknown])[] = []
  return {
    emit(name, payload) {
      const parsed = contract[name].payload.parse(payload)
      if (listener !== undefined) listener.send(name, parsed)
      else held = [...held, [name, parsed] as const].slice(-MAX_HELD)
    },
    attach(next) {
      listener = next
      for (const [name, payload] of held.splice(0)) next.send(name, payload)
    },
    detach() {
      listener = undefined
    },
  }
}
