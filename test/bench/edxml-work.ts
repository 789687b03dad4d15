/** `edxml-work.ts build|parse CONTENT MESSAGE`: does it in a fresh process and prints what it cost, as JSON. */
import { open, rm } from 'node:fs/promises'
import path from 'node:path'
import { nodeContentTools } from '../../backbone/exchange/node-content-tools.ts'
import { bytesOfFile, fileAttachments } from '../../shared/exchange/edxml/file-attachments.ts'
import { readMessage } from '../../shared/exchange/edxml/read-message.ts'
import { writeDocumentMessage } from '../../shared/exchange/edxml/write-message.ts'
import { aDocumentMessage, bytesOf } from '../builders/edxml-message.ts'
import { timed } from './bench.ts'

const [what, content = '', message = ''] = process.argv.slice(2)
const folder = path.dirname(message)

async function build(
  source: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  to: string,
): Promise<void> {
  const file = await open(to, 'w')
  await writeDocumentMessage(
    aDocumentMessage(),
    [{ id: 'van-ban', name: 'van-ban.pdf', open: source }],
    { write: (bytes) => file.writeFile(bytes) },
    nodeContentTools,
  )
  await file.close()
}

async function* bytesFrom(name: string): AsyncGenerator<Uint8Array> {
  const file = await open(name)
  yield* bytesOfFile(file)
  await file.close()
}

async function parse(from: string): Promise<void> {
  const sink = fileAttachments({
    create: (name) => open(path.join(folder, name), 'w+'),
    remove: (name) => rm(path.join(folder, name), { force: true }),
  })
  const file = await open(from)
  const read = await readMessage(bytesOfFile(file), sink, { tools: nodeContentTools })
  await file.close()
  if (!read.ok) throw new Error(JSON.stringify(read.error))
}

const small = bytesOf('%PDF-1.7\n'.padEnd(1_000_000, 'x'))
const warmUp = path.join(folder, 'small.edxml')
await build(() => [small], warmUp)
await parse(warmUp)
globalThis.gc?.()
const idle = process.memoryUsage().rss
let peak = idle
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss)
}, 2)
const ms = await timed(() => (what === 'build' ? build(() => bytesFrom(content), message) : parse(message)))
clearInterval(watch)
console.log(JSON.stringify({ ms, extraBytes: Math.max(peak, process.memoryUsage().rss) - idle }))
