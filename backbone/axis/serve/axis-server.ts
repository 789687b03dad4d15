import { Readable } from 'node:stream'
import { tmpdir } from 'node:os'
import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import { failureOf } from '#shared/exchange/vxp/answers.ts'
import { VxpErrorCode } from '#shared/exchange/vxp/error-codes.ts'
import { type OperationName, OPERATIONS } from '#shared/exchange/vxp/operations.ts'
import { type Instant, instantFrom } from '#shared/kernel/instant.ts'
import type { ForeignFiles } from '../../exchange/foreign-files.port.ts'
import { type Answer, sendAnswer } from './answer.ts'
import { authenticate, AxisFailure } from './axis-request.ts'
import type { AxisStore } from './axis-store.port.ts'
import { type AxisContext, operations } from './operations.ts'

/** How an axis server is set up. */
export interface AxisServerOptions {
  readonly store: AxisStore
  /** Opens what was uploaded, in a process of its own. */
  readonly readUpload: ForeignFiles['readMessage']
  /** Where uploads lie while they are looked at. Default: the system's temporary folder. */
  readonly uploadFolder?: string
  /** Default 200 MiB. */
  readonly maxMessageBytes?: number
  readonly now?: () => Instant
  /** Told what went wrong inside; the caller only learns that something did. */
  readonly onError?: (operation: OperationName, error: unknown) => void
}

const DEFAULT_MAX_BYTES = 200 * 1024 * 1024

/**
 * Serves the national axis protocol, for software that is already in use. Register it under any prefix, on a server whose
 * `maxHeaderSize` is `MAX_HEADER_BYTES`. Every call answers HTTP 200 with JSON, `downloadEdoc` apart.
 */
export function axisServer(options: AxisServerOptions): FastifyPluginCallback {
  const context: AxisContext = {
    store: options.store,
    readUpload: options.readUpload,
    now: options.now ?? (() => instantFrom(Date.now())),
    uploadFolder: options.uploadFolder ?? tmpdir(),
    maxMessageBytes: options.maxMessageBytes ?? DEFAULT_MAX_BYTES,
  }
  const handlerOf =
    (operation: OperationName) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      sendAnswer(request, reply, await answerOf(operation, request, context, options))
      await reply
    }
  return (server, _pluginOptions, done) => {
    server.removeAllContentTypeParsers()
    server.addContentTypeParser('*', (_request, payload, parsed) => parsed(null, payload))
    for (const [name, { methods }] of Object.entries(OPERATIONS)) {
      const operation = name as OperationName
      const handler = handlerOf(operation)
      // An endpoint configured with a trailing slash gives two.
      for (const url of [`/${name}`, `//${name}`]) {
        server.route({
          method: [...methods],
          url,
          handler,
          bodyLimit: Number.MAX_SAFE_INTEGER,
          // A list that breaks off before its first byte.
          errorHandler: (error, request, reply) => {
            options.onError?.(operation, error)
            sendAnswer(request, reply, failure(operation))
          },
        })
      }
    }
    done()
  }
}

async function answerOf(
  operation: OperationName,
  request: FastifyRequest,
  context: AxisContext,
  options: AxisServerOptions,
): Promise<Answer> {
  const body = request.body instanceof Readable ? request.body : undefined
  try {
    const caller = await authenticate(request, context.store)
    return await operations[operation]({ caller, body }, context)
  } catch (error) {
    const isExpected = error instanceof AxisFailure
    if (!isExpected) options.onError?.(operation, error)
    await drain(body, context.maxMessageBytes)
    return failure(operation, isExpected ? error : undefined)
  }
}

function failure(operation: OperationName, cause?: AxisFailure): Answer {
  if (operation === 'downloadEdoc') return { kind: 'nothing' }
  const answer = failureOf(operation, cause?.code ?? VxpErrorCode.internal, cause?.text)
  return { kind: 'json', answer }
}

/** A client that is cut off while it still writes never reads the answer, and sends again. */
async function drain(body: Readable | undefined, maxBytes: number): Promise<void> {
  if (body === undefined || body.destroyed || body.readableEnded) return
  let size = 0
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > maxBytes) return
  }
}
