import { createGunzip } from 'node:zlib'
import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { ByteSink } from '#shared/exchange/edxml/byte-stream.port.ts'
import {
  agenciesSchema,
  type AgencyRegistration,
  countSchema,
  headSchema,
  receivedListSchema,
  sentListSchema,
  sentSchema,
} from '#shared/exchange/vxp/answers.ts'
import { USER_AGENT } from '#shared/exchange/vxp/headers.ts'
import { type OperationName, SERVICE_TYPE, VxpMessageType } from '#shared/exchange/vxp/operations.ts'
import { signRequest } from '#shared/exchange/vxp/signature.ts'
import { vxpTimestamp } from '#shared/exchange/vxp/times.ts'
import { type Instant, instantFrom } from '#shared/kernel/instant.ts'
import { exchangeHttp } from './exchange-http.ts'
import { AxisAnswerUnreadable, readDataAnswer, readJsonAnswer } from './read-answer.ts'

/** Which axis to speak to, and as whom. */
export interface AxisClientOptions {
  /** May contain a path. */
  readonly endpoint: string
  readonly systemId: string
  /** As typed. */
  readonly secret: string
  /** Longest silence of the server. Default 60,000. */
  readonly timeoutMs?: number
  readonly trusted?: readonly string[]
  readonly now?: () => Instant
}

/** The axis said no. `code` is its ErrorCode, `message` its text. */
export class AxisRefused extends Error {
  override readonly name = 'AxisRefused'
  readonly code: string

  constructor(code: string, text: string) {
    super(text)
    this.code = code
  }
}

/** A file to send: its size, its `hash-file`, and its bytes each time they are asked for. */
export interface FileToSend {
  readonly sizeBytes: number
  readonly hashFile: string
  readonly open: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

export type ReceivedItem = z.output<typeof receivedListSchema>['data'][number]
export type SentItem = z.output<typeof sentListSchema>['data'][number]
export type AgencyItem = z.output<typeof agenciesSchema>['data'][number]

/**
 * A client of the national axis protocol. Every call rejects with AxisRefused when the axis says no, AxisUnreachable when there
 * is no answer, AxisAnswerUnreadable when the answer makes no sense. All may be repeated.
 */
export interface AxisClient {
  registerAgency(agency: AgencyRegistration): Promise<void>
  deleteAgency(code: string): Promise<void>
  getAgenciesList(): Promise<readonly AgencyItem[]>
  /** Answers the id under which the sender can ask for its deliveries. Without `to` the message says who receives it. */
  sendEdoc(send: {
    readonly from: string
    readonly messageType: VxpMessageType
    readonly to?: readonly string[]
    readonly file: FileToSend
  }): Promise<string>
  getReceivedEdocList(messageType: VxpMessageType): Promise<readonly ReceivedItem[]>
  /** Writes the edXML file into `sink`; what was written counts only when the promise resolves. */
  getEdoc(docId: string, sink: ByteSink): Promise<void>
  /** `description`: ASCII. */
  updateStatus(docId: string, word: string, description?: string): Promise<void>
  getSentEdocList(messageType: VxpMessageType, docId?: string): Promise<readonly SentItem[]>
  countReceived(messageType: VxpMessageType): Promise<number>
}

const DEFAULT_TIMEOUT_MS = 60_000
const CRLF = new Uint8Array([0x0d, 0x0a])
const EMPTY_OBJECT = new Uint8Array([0x7b, 0x7d])
/** Clients of the SDK always name a folder; what it is does not matter to the server. */
const FILE_PATH = '/'

interface Call {
  readonly operation: OperationName
  readonly args?: Readonly<Record<string, string>>
  readonly contentType?: string
  readonly sizeBytes?: number
  readonly bytes?: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/** See `AxisClient`. */
export function axisClient(options: AxisClientOptions): AxisClient {
  const now = options.now ?? (() => instantFrom(Date.now()))

  const send = async (call: Call): Promise<Readable> => {
    const contentType = call.contentType ?? 'application/json'
    const { systemId } = options
    const args = call.args ?? {}
    const headers = signRequest(
      { systemId, timestamp: vxpTimestamp(now()), contentType, args },
      options.secret,
    )
    const response = await exchangeHttp({
      url: new URL(`${options.endpoint.replace(/\/+$/, '')}/${call.operation}`),
      method: 'POST',
      headers: { ...headers, 'User-Agent': USER_AGENT, 'Accept-Encoding': 'gzip' },
      body: { sizeBytes: call.sizeBytes ?? 0, bytes: call.bytes ?? [] },
      timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
      ...(options.trusted === undefined ? {} : { trusted: options.trusted }),
    })
    return unpacked(response)
  }

  const ask = async <S extends typeof headSchema>(call: Call, schema: S): Promise<z.output<S>> =>
    checked(await readJsonAnswer(await send(call)), schema)

  return {
    registerAgency: async (agency) => {
      const bytes = new TextEncoder().encode(JSON.stringify(agency))
      await ask({ operation: 'registerAgency', sizeBytes: bytes.length, bytes: [bytes] }, headSchema)
    },
    deleteAgency: async (code) => {
      await ask({ operation: 'deleteAgency', args: { AgencyCode: code }, ...dummyBody() }, headSchema)
    },
    getAgenciesList: async () => (await ask({ operation: 'getAgenciesList' }, agenciesSchema)).data,
    sendEdoc: async ({ from, messageType, to, file }) => {
      const answer = await ask(
        {
          operation: 'sendEdoc',
          contentType: 'application/octet-stream',
          args: {
            from,
            servicetype: SERVICE_TYPE,
            messagetype: messageType,
            'hash-file': file.hashFile,
            ...(to === undefined ? {} : { to: JSON.stringify(to) }),
          },
          sizeBytes: file.sizeBytes + CRLF.length,
          bytes: withLineEnd(file),
        },
        sentSchema,
      )
      if (answer.DocId === undefined || answer.DocId === '') throw new AxisAnswerUnreadable('no DocId')
      return answer.DocId
    },
    getReceivedEdocList: async (messageType) => {
      const args = { servicetype: SERVICE_TYPE, messagetype: messageType }
      return (await ask({ operation: 'getReceivedEdocList', args }, receivedListSchema)).data
    },
    getEdoc: async (docId, sink) => {
      const body = await send({ operation: 'getEdoc', args: { docId, filePath: FILE_PATH }, ...dummyBody() })
      checked(await readDataAnswer(body, sink), headSchema)
    },
    updateStatus: async (docId, word, description) => {
      const args = { docId, status: word, ...(description === undefined ? {} : { description }) }
      await ask({ operation: 'updateStatus', args, ...dummyBody() }, headSchema)
    },
    getSentEdocList: async (messageType, docId) => {
      const args = {
        servicetype: SERVICE_TYPE,
        messagetype: messageType,
        ...(docId === undefined ? {} : { docId }),
      }
      return (await ask({ operation: 'getSentEdocList', args }, sentListSchema)).data
    },
    countReceived: async (messageType) => {
      const isStatus = messageType === VxpMessageType.status
      const operation = isStatus ? 'countReceiveStatus' : 'countReceiveEdoc'
      return (await ask({ operation, ...dummyBody() }, countSchema)).count
    },
  }
}

function dummyBody(): Pick<Call, 'sizeBytes' | 'bytes'> {
  return { sizeBytes: EMPTY_OBJECT.length, bytes: [EMPTY_OBJECT] }
}

/** The official client leaves a line end behind the file, and servers expect it. */
async function* withLineEnd(file: FileToSend): AsyncGenerator<Uint8Array> {
  yield* file.open()
  yield CRLF
}

function unpacked(response: IncomingMessage): Readable {
  if (response.headers['content-encoding'] !== 'gzip') return response
  const gunzip = createGunzip()
  response.on('error', (error) => gunzip.destroy(error))
  return response.pipe(gunzip)
}

function checked<S extends typeof headSchema>(json: unknown, schema: S): z.output<S> {
  const head = headSchema.safeParse(json)
  if (!head.success) throw new AxisAnswerUnreadable('not an answer of the axis')
  if (head.data.status === 'FAIL' || head.data.ErrorCode !== '0') {
    throw new AxisRefused(head.data.ErrorCode, head.data.ErrorDesc)
  }
  const parsed = schema.safeParse(json)
  if (!parsed.success) throw new AxisAnswerUnreadable('not the answer of this operation')
  return parsed.data
}
