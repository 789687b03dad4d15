/**
 * The two ends of contextBridge. These functions run inside the page (their source text is sent there), so each one is
 * self-contained. The worlds share one detached node that page code never sees; `CustomEvent.detail` is structured-cloned
 * between worlds, so no object of one world leaks into the other, and calls are synchronous.
 */
export interface Bridge {
  expose(key: string, value: unknown): void
}

declare const self: EventTarget
declare const document: { createElement(name: string): EventTarget }
declare const MouseEvent: new (type: string, init?: { relatedTarget: EventTarget }) => Event

type Message =
  | { kind: 'expose'; key: string; value: unknown }
  | { kind: 'call'; call: number; target: number; args: unknown }
  | { kind: 'return'; call: number; ok: boolean; value: unknown }
  | { kind: 'settle'; promise: number; ok: boolean; value: unknown }
  | { kind: 'drop'; target: number }

/** One end: `inbound` and `outbound` are the event names of the two directions on the shared node. */
export function openBridge(node: EventTarget, inbound: string, outbound: string): Bridge {
  // Taken before any page script runs, so that a page that patches them later learns nothing.
  const Detail = CustomEvent
  const apply = Reflect.apply
  const listen: unknown = Reflect.get(EventTarget.prototype, 'addEventListener')
  const dispatch: unknown = Reflect.get(EventTarget.prototype, 'dispatchEvent')
  const functions = new Map<number, (...args: unknown[]) => unknown>()
  const returned = new Map<number, { ok: boolean; value: unknown }>()
  const promises = new Map<number, { resolve: (value: unknown) => void; reject: (reason: unknown) => void }>()
  const dropped = new FinalizationRegistry<number>((target) => post({ kind: 'drop', target }))
  let nextId = 1

  function post(message: Message): void {
    apply(dispatch as () => void, node, [new Detail(outbound, { detail: message })])
  }

  function wrap(value: unknown): unknown {
    if (typeof value === 'function') {
      const id = nextId++
      functions.set(id, value as (...args: unknown[]) => unknown)
      return { as: 'function', id }
    }
    if (value instanceof Promise) {
      const id = nextId++
      value.then(
        (result: unknown) => settle(id, true, result),
        (error: unknown) => settle(id, false, error),
      )
      return { as: 'promise', id }
    }
    if (Array.isArray(value)) return { as: 'array', items: value.map(wrap) }
    if (Object.prototype.toString.call(value) === '[object Object]') {
      return { as: 'object', items: Object.entries(value as object).map(([key, item]) => [key, wrap(item)]) }
    }
    return { as: 'value', value }
  }

  function settle(promise: number, ok: boolean, value: unknown): void {
    try {
      post({ kind: 'settle', promise, ok, value: wrap(value) })
    } catch (error) {
      post({ kind: 'settle', promise, ok: false, value: wrap(new Error(String(error))) })
    }
  }

  function unwrap(wrapped: unknown): unknown {
    const { as, id, items, value } = wrapped as { as: string; id: number; items: unknown[]; value: unknown }
    switch (as) {
      case 'function': {
        const remote = (...args: unknown[]): unknown => callRemote(id, args)
        dropped.register(remote, id)
        return remote
      }
      case 'promise':
        return new Promise((resolve, reject) => promises.set(id, { resolve, reject }))
      case 'array':
        return Object.freeze(items.map(unwrap))
      case 'object':
        return Object.freeze(
          Object.fromEntries(
            items.map((pair) => pair as [string, unknown]).map(([key, item]) => [key, unwrap(item)]),
          ),
        )
      default:
        return value
    }
  }

  function callRemote(target: number, args: unknown[]): unknown {
    const call = nextId++
    post({ kind: 'call', call, target, args: wrap(args) })
    const answer = returned.get(call)
    returned.delete(call)
    if (!answer) throw new Error('The bridge to the preload script is closed.')
    if (!answer.ok) throw unwrap(answer.value)
    return unwrap(answer.value)
  }

  function answerCall(call: number, target: number, args: unknown): void {
    try {
      const callee = functions.get(target)
      if (!callee) throw new Error('The function is gone.')
      post({ kind: 'return', call, ok: true, value: wrap(callee(...(unwrap(args) as unknown[]))) })
    } catch (error) {
      const cause = error instanceof Error ? error : new Error(String(error))
      post({ kind: 'return', call, ok: false, value: wrap(cause) })
    }
  }

  function receive(message: Message): void {
    switch (message.kind) {
      case 'expose':
        Object.defineProperty(globalThis, message.key, { value: unwrap(message.value), enumerable: true })
        break
      case 'call':
        answerCall(message.call, message.target, message.args)
        break
      case 'return':
        returned.set(message.call, message)
        break
      case 'settle': {
        const waiting = promises.get(message.promise)
        promises.delete(message.promise)
        if (message.ok) waiting?.resolve(unwrap(message.value))
        else waiting?.reject(unwrap(message.value))
        break
      }
      case 'drop':
        functions.delete(message.target)
        break
    }
  }

  apply(listen as () => void, node, [
    inbound,
    (event: Event) => receive((event as CustomEvent<Message>).detail),
  ])
  return { expose: (key, value) => post({ kind: 'expose', key, value: wrap(value) }) }
}

/** The preload side makes the node and hands it over, whichever of the two worlds starts first. */
export function offerBridge(token: string, open: typeof openBridge): Bridge {
  const node = document.createElement('div')
  const bridge = open(node, 'to-preload', 'to-page')
  const early: (() => void)[] = []
  let connected = false
  const hand = (): void => {
    self.dispatchEvent(new MouseEvent(token, { relatedTarget: node }))
  }
  self.addEventListener(`${token}?`, hand)
  self.addEventListener(
    `${token}!`,
    () => {
      connected = true
      self.removeEventListener(`${token}?`, hand)
      for (const expose of early) expose()
    },
    { once: true },
  )
  hand()
  return {
    expose: (key, value) => {
      if (connected) bridge.expose(key, value)
      else early.push(() => bridge.expose(key, value))
    },
  }
}

/** The page side takes the node before any script of the page runs, then forgets the token. */
export function acceptBridge(token: string, open: typeof openBridge): void {
  const take = (event: Event): void => {
    event.stopImmediatePropagation()
    self.removeEventListener(token, take)
    const { relatedTarget } = event as Event & { relatedTarget: EventTarget }
    open(relatedTarget, 'to-page', 'to-preload')
    self.dispatchEvent(new MouseEvent(`${token}!`))
  }
  self.addEventListener(token, take)
  self.dispatchEvent(new MouseEvent(`${token}?`))
}
