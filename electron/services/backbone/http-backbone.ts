import { z } from 'zod'
import { AppError } from '#shared/errors/app-error.ts'
import { toBase64 } from '#shared/kernel/bytes.ts'
import { instantFrom, type Instant } from '#shared/kernel/instant.ts'
import { accessesTaken, accessLog } from '#shared/protocol/accesses.ts'
import { busyAnswer } from '#shared/protocol/busy.ts'
import { calendarAddressesAnswer } from '#shared/protocol/calendar-addresses.ts'
import {
  MOST_CALENDAR_BYTES,
  SUBSCRIPTIONS_PATH,
  subscriptionsAnswer,
} from '#shared/protocol/calendar-subscriptions.ts'
import { calendarServerAnswer } from '#shared/protocol/calendar-server.ts'
import { blobsMissing } from '#shared/protocol/blobs.ts'
import { submitAnswer } from '#shared/protocol/commands.ts'
import { deviceEnrolled, sessionInfo } from '#shared/protocol/session.ts'
import type { Backbone } from './backbone.port.ts'
import type { NodeHttp } from './node-http.ts'

/** A page of the feed larger than this is no honest page. */
const MAX_FEED_BYTES = 256 * 1024 * 1024
/** A whole page, or a chunk over a slow line. */
const LONG_MS = 120_000

async function reading<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof AppError) throw error
    if (error instanceof z.ZodError || error instanceof SyntaxError)
      throw new AppError('node-unreadable', {}, { cause: error })
    throw new AppError('offline', {}, { cause: error })
  }
}

function serverTimeOf(response: Response): Instant | null {
  const ms = Date.parse(response.headers.get('date') ?? '')
  return Number.isNaN(ms) ? null : instantFrom(ms)
}

async function* bodyOf({ body }: Response): AsyncGenerator<Uint8Array> {
  // An answer without content has no body at all.
  if (body !== null) yield* body as AsyncIterable<Uint8Array>
}

async function textOf(response: Response, mostBytes: number): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  let size = 0
  for await (const part of bodyOf(response)) {
    size += part.length
    if (size > mostBytes) throw new AppError('node-unreadable')
    text += decoder.decode(part, { stream: true })
  }
  return text + decoder.decode()
}

async function linesOf(response: Response): Promise<string[]> {
  const text = await textOf(response, MAX_FEED_BYTES)
  if (text !== '' && !text.endsWith('\n')) throw new AppError('offline')
  return text.split('\n').slice(0, -1)
}

/** The node over HTTP. */
export function httpBackbone(http: NodeHttp): Backbone {
  async function json<T>(schema: z.ZodType<T>, ...request: Parameters<NodeHttp>): Promise<T> {
    const response = await http(...request)
    return reading(async () => schema.parse(await response.json()))
  }
  return {
    readSession: () => json(sessionInfo, { method: 'GET', path: '/v1/session' }),
    enrolDevice: (workspace, publicKey) => {
      const body = { json: { workspace, key: toBase64(publicKey) } }
      return json(deviceEnrolled, { method: 'POST', path: '/v1/devices', body })
    },
    submitCommands: (request) =>
      json(submitAnswer, {
        method: 'POST',
        path: '/v1/commands',
        body: { json: request },
        timeoutMs: LONG_MS,
      }),
    async readFeed(workspace, after, limit) {
      const query = { workspace, after, limit }
      const response = await http({ method: 'GET', path: '/v1/feed', query, timeoutMs: LONG_MS })
      return { lines: await reading(() => linesOf(response)), serverTime: serverTimeOf(response) }
    },
    async readCustody(workspace, kind, id) {
      const query = { workspace, kind, id }
      const response = await http({ method: 'GET', path: '/v1/custody', query, timeoutMs: LONG_MS })
      return reading(() => linesOf(response))
    },
    async submitAccesses(request) {
      const body = { json: request }
      return (await json(accessesTaken, { method: 'POST', path: '/v1/accesses', body })).outcomes
    },
    readAccesses: (workspace, kind, id) =>
      json(accessLog, { method: 'GET', path: '/v1/accesses', query: { workspace, kind, id } }),
    readBusy: (request) => json(busyAnswer, { method: 'POST', path: '/v1/busy', body: { json: request } }),
    calendarAddresses: async (asked) => {
      const response = await http({ method: 'POST', path: '/v1/calendar-addresses', body: { json: asked } })
      return reading(async () => {
        const answer = calendarAddressesAnswer.parse(await response.json())
        const { made } = answer
        return { ...answer, made: made === null ? null : new URL(made, response.url).href }
      })
    },
    subscriptions: (asked) =>
      json(subscriptionsAnswer, {
        method: 'POST',
        path: SUBSCRIPTIONS_PATH,
        body: { json: asked },
        timeoutMs: LONG_MS,
      }),
    async readSubscription(workspace, id) {
      const path = `${SUBSCRIPTIONS_PATH}/${encodeURIComponent(id)}`
      const response = await http({ method: 'GET', path, query: { workspace }, timeoutMs: LONG_MS })
      const text = await reading(() => textOf(response, MOST_CALENDAR_BYTES))
      return { version: (response.headers.get('etag') ?? '').replaceAll('"', ''), text }
    },
    // The node asks the calendar server before it answers.
    calendarServer: (request) =>
      json(calendarServerAnswer, {
        method: 'POST',
        path: '/v1/calendar-server',
        body: { json: request },
        timeoutMs: LONG_MS,
      }),
    async missingChunks(workspace, chunks) {
      const body = { json: { workspace, chunks } }
      return (await json(blobsMissing, { method: 'POST', path: '/v1/blobs/have', body })).missing
    },
    async putChunk(workspace, sha256, bytes) {
      const path = `/v1/blobs/chunks/${sha256}`
      await http({ method: 'PUT', path, query: { workspace }, body: { bytes }, timeoutMs: LONG_MS })
    },
    async completeBlob(manifest) {
      await http({ method: 'POST', path: '/v1/blobs', body: { json: manifest } })
    },
    async readBlob(workspace, sha256) {
      const path = `/v1/blobs/${sha256}`
      const body = bodyOf(await http({ method: 'GET', path, query: { workspace }, timeoutMs: 10 * LONG_MS }))
      return whole(body)
    },
  }
}

async function* whole(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body
  } catch (error) {
    throw new AppError('offline', {}, { cause: error })
  }
}
