import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify from 'fastify'
import { axisClient, type AxisClient, type FileToSend } from '../../backbone/axis/client/axis-client.ts'
import { axisServer, type AxisServerOptions } from '../../backbone/axis/serve/axis-server.ts'
import { MAX_HEADER_BYTES } from '../../shared/exchange/vxp/headers.ts'
import { zeroStrippedHex } from '../../shared/exchange/vxp/hash-file.ts'
import { signRequest } from '../../shared/exchange/vxp/signature.ts'
import { sha256 } from '../../shared/kernel/hash.ts'
import { openedHere } from './foreign-files.ts'
import { memoryAxisStore, type MemoryAxisStore } from '../fakes/memory-axis-store.ts'

/** An axis on the loopback with two systems, `T90.01` and `T90.02`. */
export interface TestAxis {
  readonly endpoint: string
  readonly store: MemoryAxisStore
  readonly uploadFolder: string
  readonly errors: unknown[]
  clientOf(systemId: string, endpoint?: string): AxisClient
  close(): Promise<void>
}

const SECRETS: Readonly<Record<string, string>> = { 'T90.01': 'bí mật một', 'T90.02': 'bí mật hai' }

export async function startAxis(options: Partial<AxisServerOptions> = {}): Promise<TestAxis> {
  const store = memoryAxisStore(SECRETS)
  const uploadFolder = await mkdtemp(join(tmpdir(), 'axis-test-'))
  const errors: unknown[] = []
  const server = fastify({ http: { maxHeaderSize: MAX_HEADER_BYTES }, forceCloseConnections: true })
  await server.register(
    axisServer({
      store,
      readUpload: (path, folder) => openedHere.readMessage(path, folder),
      uploadFolder,
      onError: (_operation, error) => errors.push(error),
      ...options,
    }),
    { prefix: '/truc' },
  )
  await server.listen({ host: '127.0.0.1', port: 0 })
  const { port } = server.server.address() as AddressInfo
  const endpoint = `http://127.0.0.1:${port}/truc`
  return {
    endpoint,
    store,
    uploadFolder,
    errors,
    clientOf: (systemId, where = endpoint) =>
      axisClient({
        endpoint: where,
        systemId,
        secret: SECRETS[systemId] ?? 'sai',
        timeoutMs: 20_000,
      }),
    close: async () => {
      await server.close()
      await rm(uploadFolder, { recursive: true, force: true })
    },
  }
}

/** A message in memory as the client wants it. */
export function inMemory(bytes: Uint8Array): FileToSend {
  return { sizeBytes: bytes.length, hashFile: zeroStrippedHex(sha256(bytes)), open: () => [bytes] }
}

/** What came back from a call made by hand. */
export interface RawAnswer {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: Buffer
  readonly continued: boolean
}

/** A call as another client would make it: its own headers, its own body. */
export function callAxis(
  axis: TestAxis,
  operation: string,
  args: Record<string, string>,
  change: {
    method?: string
    body?: Uint8Array
    headers?: (signed: Record<string, string>) => Record<string, string>
    expectContinue?: boolean
    path?: string
  } = {},
): Promise<RawAnswer> {
  const contentType = operation === 'sendEdoc' ? 'application/octet-stream' : 'application/json'
  const signed = signRequest(
    { systemId: 'T90.02', timestamp: '02032026T083000+0123', contentType, args },
    SECRETS['T90.02'] ?? '',
  )
  const body = change.body ?? new Uint8Array(0)
  return new Promise((resolve, reject) => {
    let continued = false
    const url = new URL(`${axis.endpoint}${change.path ?? '/'}${operation}`)
    const headers = {
      Host: url.host,
      'Content-Length': String(body.length),
      ...(change.expectContinue === true ? { Expect: '100-continue' } : {}),
      ...(change.headers?.(signed) ?? signed),
    }
    // As a list, names that differ in case only stay apart.
    const call = request(url, {
      method: change.method ?? 'POST',
      headers: Object.entries(headers).flat(),
      agent: false,
    })
    call.on('continue', () => {
      continued = true
      call.end(body)
    })
    call.on('error', reject)
    call.on('response', (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', reject)
      response.on('end', () => {
        const status = response.statusCode ?? 0
        resolve({ status, headers: response.headers, body: Buffer.concat(parts), continued })
      })
    })
    if (change.expectContinue !== true) call.end(body)
    else call.flushHeaders()
  })
}

/** The JSON of an answer. */
export function jsonOf(answer: RawAnswer): Record<string, unknown> {
  return JSON.parse(answer.body.toString('utf8')) as Record<string, unknown>
}
