import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Base64Encoder } from '#shared/exchange/edxml/base64-stream.ts'
import { SUCCESS } from '#shared/exchange/vxp/answers.ts'
import type { StoredFile } from './axis-store.port.ts'

const JSON_TYPE = 'application/json;charset=UTF-8'
const FLUSH_CHARACTERS = 32 * 1024

/** What an operation answers with. */
export type Answer =
  | { readonly kind: 'json'; readonly answer: object }
  | { readonly kind: 'list'; readonly items: AsyncIterable<object> | Iterable<object> }
  | { readonly kind: 'base64'; readonly file: StoredFile }
  | { readonly kind: 'file'; readonly file: StoredFile }
  /** `downloadEdoc` failed: whatever stands in the body would be stored as the document. */
  | { readonly kind: 'nothing' }

/** Answers with HTTP 200 whatever happened: the SDK reads the body and ignores the status. */
export function sendAnswer(request: FastifyRequest, reply: FastifyReply, answer: Answer): void {
  switch (answer.kind) {
    case 'json':
      reply.code(200).type(JSON_TYPE).send(JSON.stringify(answer.answer))
      return
    case 'list':
      sendStream(request, reply, listText(answer.items))
      return
    case 'base64':
      sendStream(request, reply, base64Text(answer.file.open()))
      return
    case 'file':
      reply.code(200).type('application/octet-stream').header('content-length', answer.file.sizeBytes)
      reply.send(Readable.from(answer.file.open(), { objectMode: false }))
      return
    case 'nothing':
      reply.code(404).send()
  }
}

/** Compressed where the caller takes it: lists may have a hundred thousand items. */
function sendStream(
  request: FastifyRequest,
  reply: FastifyReply,
  text: AsyncIterable<string | Uint8Array>,
): void {
  const plain = Readable.from(text, { objectMode: false })
  reply.code(200).type(JSON_TYPE)
  if (!/\bgzip\b/.test(request.headers['accept-encoding']?.toString() ?? '')) {
    reply.send(plain)
    return
  }
  const gzip = createGzip()
  plain.on('error', (error) => gzip.destroy(error))
  gzip.on('close', () => plain.destroy())
  reply.header('content-encoding', 'gzip').send(plain.pipe(gzip))
}

const head = JSON.stringify(SUCCESS).slice(0, -1)

async function* listText(items: AsyncIterable<object> | Iterable<object>): AsyncGenerator<string> {
  let text = `${head},"data":[`
  let isFirst = true
  for await (const item of items) {
    text += (isFirst ? '' : ',') + JSON.stringify(item)
    isFirst = false
    if (text.length < FLUSH_CHARACTERS) continue
    yield text
    text = ''
  }
  yield `${text}]}`
}

async function* base64Text(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string | Uint8Array> {
  const encoder = new Base64Encoder()
  yield `${head},"data":"`
  for await (const chunk of bytes) yield Buffer.from(encoder.push(chunk))
  yield Buffer.from(encoder.finish())
  yield '"}'
}
