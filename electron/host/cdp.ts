import type { Readable, Writable } from 'node:stream'
import type { EventName, Events, Method, Params, Result } from './cdp-protocol.ts'

/** A command that the engine refused, or that it can no longer answer. */
export class CdpError extends Error {
  override readonly name = 'CdpError'
  readonly gone: boolean

  constructor(message: string, gone: boolean) {
    super(message)
    this.gone = gone
  }
}

/** Cuts a byte stream into NUL-ended UTF-8 messages; chunks may end anywhere, also inside a character. */
export function messageSplitter(onMessage: (text: string) => void): (chunk: Uint8Array) => void {
  let waiting: Uint8Array[] = []
  return (chunk) => {
    let start = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      const text = Buffer.concat([...waiting, chunk.subarray(start, end)]).toString('utf8')
      waiting = []
      start = end + 1
      onMessage(text)
    }
    if (start < chunk.length) waiting.push(chunk.subarray(start))
  }
}

interface Incoming {
  id?: number
  sessionId?: string
  method?: EventName
  params?: unknown
  result?: unknown
  error?: { message: string }
}

interface Pending {
  sessionId: string
  method: Method
  resolve: (result: never) => void
  reject: (error: CdpError) => void
}

/** The DevTools protocol over a pair of pipes. Commands run in the order they are sent. */
export class CdpConnection {
  readonly browser: CdpSession
  readonly closed: Promise<void>
  #output: Writable
  #nextId = 1
  #pending = new Map<number, Pending>()
  #sessions = new Map<string, CdpSession>()
  #isClosed = false

  constructor(input: Readable, output: Writable) {
    this.#output = output
    this.browser = this.session('')
    const { promise, resolve } = Promise.withResolvers<undefined>()
    this.closed = promise
    input.on(
      'data',
      messageSplitter((text) => this.#receive(JSON.parse(text) as Incoming)),
    )
    const close = (): void => {
      this.#close()
      resolve(undefined)
    }
    input.on('close', close).on('error', close)
    output.on('error', close)
  }

  session(sessionId: string): CdpSession {
    const known = this.#sessions.get(sessionId)
    if (known) return known
    const session = new CdpSession(this, sessionId)
    this.#sessions.set(sessionId, session)
    return session
  }

  /** Commands still waiting on this session are answered with a `gone` error. */
  forget(sessionId: string): void {
    this.#sessions.delete(sessionId)
    for (const [id, pending] of this.#pending) {
      if (pending.sessionId !== sessionId) continue
      this.#pending.delete(id)
      pending.reject(new CdpError(`${pending.method}: the page is gone`, true))
    }
  }

  send<M extends Method>(sessionId: string, method: M, params: Params<M>): Promise<Result<M>> {
    if (this.#isClosed || !this.#sessions.has(sessionId)) {
      return Promise.reject(new CdpError(`${method}: the page is gone`, true))
    }
    const id = this.#nextId++
    const { promise, resolve, reject } = Promise.withResolvers<Result<M>>()
    this.#pending.set(id, { sessionId, method, resolve, reject })
    this.#output.write(
      JSON.stringify(sessionId ? { id, sessionId, method, params } : { id, method, params }) + '\0',
    )
    return promise
  }

  #receive(message: Incoming): void {
    if (message.id === undefined) {
      if (message.method)
        this.#sessions.get(message.sessionId ?? '')?.dispatch(message.method, message.params)
      return
    }
    const pending = this.#pending.get(message.id)
    if (!pending) return
    this.#pending.delete(message.id)
    if (message.error) pending.reject(new CdpError(`${pending.method}: ${message.error.message}`, false))
    else pending.resolve((message.result ?? {}) as never)
  }

  #close(): void {
    this.#isClosed = true
    for (const sessionId of [...this.#sessions.keys()]) this.forget(sessionId)
  }
}

type Listener = (params: never) => void

/** One attached target (or, with the empty id, the browser itself). */
export class CdpSession {
  readonly id: string
  #connection: CdpConnection
  #listeners = new Map<EventName, Listener[]>()

  constructor(connection: CdpConnection, id: string) {
    this.#connection = connection
    this.id = id
  }

  send<M extends Method>(method: M, params: Params<M>): Promise<Result<M>> {
    return this.#connection.send(this.id, method, params)
  }

  /** For commands whose answer nobody needs. A page that closes meanwhile is expected; any other refusal becomes a warning. */
  post<M extends Method>(method: M, params: Params<M>): void {
    this.send(method, params).catch((error: unknown) => {
      if (!(error instanceof CdpError && error.gone)) process.emitWarning(String(error), 'HostWarning')
    })
  }

  on<E extends EventName>(event: E, listener: (params: Events[E]) => void): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener])
  }

  dispatch(event: EventName, params: unknown): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(params as never)
  }
}
