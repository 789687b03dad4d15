import WebSocket from 'ws'
import type { Connectivity } from '#shared/ipc/session.ipc.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import { PROTOCOL_VERSION } from '#shared/protocol/commands.ts'
import { liveFrame, type LiveFrame } from '#shared/protocol/feed.ts'
import { isAppError } from '#shared/errors/to-app-error.ts'
import type { Log } from '../log/log.port.ts'
import type { NodeAccess } from './backbone.port.ts'
import type { BackOff } from './back-off.ts'
import { nodeUrl } from './node-http.ts'

export interface LiveTailOptions {
  readonly access: NodeAccess
  readonly backOff: BackOff
  readonly log: Log
  readonly now: () => number
  /** What must have worked before the node counts as online: who am I, is my device known. Throws AppError. */
  greet(): Promise<void>
  onFrame(frame: LiveFrame): void
  onConnectivity(connectivity: Connectivity): void
}

export interface LiveTail {
  connectivity(): Connectivity
  /** Tries at once instead of at the end of the back-off. Nothing when online. */
  reconnect(): void
  stop(): void
}

/** Without a word for so long (the node pings every 30 s) the line is dead. */
const SILENCE_MS = 75_000
const OPEN_MS = 10_000
const MAX_FRAME_BYTES = 64 * 1024

/** Keeps one WebSocket to the node open for as long as it can: doorbell, and whether the node can be reached. */
export function startLiveTail(options: LiveTailOptions): LiveTail {
  const { access, log, now } = options
  let connectivity: Connectivity = { state: 'connecting', since: instantFrom(now()) }
  let socket: WebSocket | undefined
  let waiting: NodeJS.Timeout | undefined
  let silence: NodeJS.Timeout | undefined
  let isStopped = false
  let isTrying = false

  function become(state: Connectivity['state']): void {
    if (connectivity.state === state || isStopped) return
    connectivity = { state, since: instantFrom(now()) }
    options.onConnectivity(connectivity)
  }

  function heard(): void {
    clearTimeout(silence)
    silence = setTimeout(() => socket?.terminate(), SILENCE_MS)
    silence.unref()
  }

  function receive(data: WebSocket.RawData): void {
    heard()
    const frame = liveFrame.safeParse(jsonOf(data))
    if (frame.success) options.onFrame(frame.data)
    else log.warn('a live frame was not understood')
  }

  async function open(): Promise<void> {
    const address = access.address()
    if (address === undefined) throw new Error('no node')
    const headers = {
      authorization: `Bearer ${await access.token()}`,
      'congso-protocol': String(PROTOCOL_VERSION),
    }
    const url = nodeUrl(address, { path: '/v1/live' })
    url.protocol = url.protocol.replace('http', 'ws')
    const opening = new WebSocket(url, {
      headers,
      handshakeTimeout: OPEN_MS,
      maxPayload: MAX_FRAME_BYTES,
      perMessageDeflate: false,
      followRedirects: false,
    })
    // The node rings with its first breath: whoever listens only after `open` may miss it.
    opening.on('message', receive).on('ping', heard)
    await new Promise((resolve, reject) => opening.once('open', resolve).once('error', reject))
    opening.on('error', (error) => log.warn('live line failed', { error: String(error) }))
    opening.once('close', () => lost(opening))
    if (isStopped) {
      opening.terminate()
      return
    }
    socket = opening
    heard()
  }

  function lost(which: WebSocket): void {
    if (socket !== which) return
    socket = undefined
    clearTimeout(silence)
    become('offline')
    again()
  }

  function again(): void {
    if (isStopped) return
    clearTimeout(waiting)
    waiting = setTimeout(() => void attempt(), options.backOff.next())
    waiting.unref()
  }

  async function attempt(): Promise<void> {
    if (isTrying || isStopped || socket !== undefined) return
    isTrying = true
    clearTimeout(waiting)
    try {
      await options.greet()
      await open()
      options.backOff.reset()
      become('online')
    } catch (error) {
      if (!isAppError(error, 'offline')) log.warn('the node did not take this desk', { error: String(error) })
      become('offline')
      again()
    } finally {
      isTrying = false
    }
  }

  void attempt()
  return {
    connectivity: () => connectivity,
    reconnect() {
      options.backOff.reset()
      void attempt()
    },
    stop() {
      isStopped = true
      clearTimeout(waiting)
      clearTimeout(silence)
      socket?.terminate()
      socket = undefined
    },
  }
}

function jsonOf(data: WebSocket.RawData): unknown {
  try {
    const text = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as ArrayBuffer)
    return JSON.parse(text.toString())
  } catch {
    return undefined
  }
}
