import { z } from 'zod'
import { AppError } from '#shared/errors/app-error.ts'
import { PROTOCOL_VERSION } from '#shared/protocol/commands.ts'
import type { NodeAccess } from './backbone.port.ts'

export interface NodeRequest {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly query?: Readonly<Record<string, string | number>>
  readonly body?: { readonly json: unknown } | { readonly bytes: Uint8Array }
  readonly timeoutMs?: number
}

/** One request to the node; throws AppError as `Backbone` does. */
export type NodeHttp = (request: NodeRequest) => Promise<Response>

const TIMEOUT_MS = 30_000
const problem = z.object({ code: z.string().max(60) })
/** The node is there but cannot answer now: the same to a desk as one that is away. */
const AWAY = [429, 502, 503, 504]

/** The address of a request. Throws AppError `node-unreadable` for plain http off the loopback. */
export function nodeUrl(address: string, { path, query = {} }: Pick<NodeRequest, 'path' | 'query'>): URL {
  const url = new URL(path, address)
  const isLoopback = url.hostname === '127.0.0.1' || url.hostname === '[::1]' || url.hostname === 'localhost'
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback))
    throw new AppError('node-unreadable')
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value))
  return url
}

function bodyOf(body: NodeRequest['body']): { content?: string | Uint8Array<ArrayBuffer>; type?: string } {
  if (body === undefined) return {}
  if ('json' in body) return { content: JSON.stringify(body.json), type: 'application/json' }
  return { content: Uint8Array.from(body.bytes), type: 'application/octet-stream' }
}

async function send(request: NodeRequest, address: string, token: string): Promise<Response> {
  const { content, type } = bodyOf(request.body)
  const headers = {
    authorization: `Bearer ${token}`,
    'congso-protocol': String(PROTOCOL_VERSION),
    ...(type === undefined ? {} : { 'content-type': type }),
  }
  const signal = AbortSignal.timeout(request.timeoutMs ?? TIMEOUT_MS)
  try {
    return await fetch(nodeUrl(address, request), {
      method: request.method,
      headers,
      signal,
      redirect: 'error',
      ...(content === undefined ? {} : { body: content }),
    })
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('offline', {}, { cause: error })
  }
}

async function refusal(response: Response): Promise<AppError> {
  const { status } = response
  const text = await response.text().catch(() => '')
  const parsed = problem.safeParse(jsonOf(text))
  const facts = { status, problem: parsed.success ? parsed.data.code : 'none' }
  return new AppError(AWAY.includes(status) ? 'offline' : 'node-refused', facts)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Requests with the token of one person; one that the node has forgotten is renewed once. */
export function nodeHttp(access: NodeAccess): NodeHttp {
  async function attempt(request: NodeRequest): Promise<Response> {
    const address = access.address()
    if (address === undefined) throw new AppError('offline')
    return send(request, address, await access.token())
  }
  return async (request) => {
    let response = await attempt(request)
    if (response.status === 401) {
      await response.body?.cancel()
      access.forgetToken()
      response = await attempt(request)
    }
    if (!response.ok) throw await refusal(response)
    return response
  }
}
