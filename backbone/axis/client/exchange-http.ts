import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { Readable } from 'node:stream'

/** One request to an axis server. */
export interface AxisHttpRequest {
  readonly url: URL
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body: {
    readonly sizeBytes: number
    readonly bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
  }
  readonly timeoutMs: number
  /** PEM certificates to trust besides the built-in ones. */
  readonly trusted?: readonly string[]
}

/** No answer, or none in time. Asking again is safe: every operation is idempotent. */
export class AxisUnreachable extends Error {
  override readonly name = 'AxisUnreachable'
}

/** Sends a request and answers the response, its body not yet read. Rejects with AxisUnreachable. */
export async function exchangeHttp(call: AxisHttpRequest): Promise<IncomingMessage> {
  const isTls = call.url.protocol === 'https:'
  const options: RequestOptions & { ca?: string[] } = {
    method: call.method,
    headers: { ...call.headers, 'Content-Length': String(call.body.sizeBytes) },
    // A connection per call, as the official client does it: nothing to go stale between polls.
    agent: false,
    ...(call.trusted === undefined ? {} : { ca: [...call.trusted] }),
  }
  const request = (isTls ? httpsRequest : httpRequest)(call.url, options)
  request.setTimeout(call.timeoutMs, () => {
    request.destroy(new AxisUnreachable('no answer in time'))
  })
  const response = new Promise<IncomingMessage>((resolve, reject) => {
    request.once('response', resolve)
    request.once('error', (error) => {
      reject(error instanceof AxisUnreachable ? error : new AxisUnreachable(error.message, { cause: error }))
    })
  })
  // Awaited at the end; until then a failure must not count as unhandled.
  response.catch(() => undefined)
  for await (const bytes of call.body.bytes) {
    if (request.destroyed) break
    if (!request.write(bytes)) await Promise.race([drained(request), response])
  }
  request.end()
  return response
}

/** The body of a response. Throws AxisUnreachable when it breaks off. */
export async function* received(body: Readable): AsyncGenerator<Uint8Array> {
  try {
    for await (const bytes of body as AsyncIterable<Uint8Array>) yield bytes
  } catch (error) {
    if (error instanceof AxisUnreachable) throw error
    throw new AxisUnreachable('the answer broke off', { cause: error })
  }
}

function drained(request: NodeJS.EventEmitter): Promise<void> {
  return new Promise((resolve) => {
    request.once('drain', resolve)
    request.once('close', resolve)
  })
}
