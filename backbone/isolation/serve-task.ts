import { writeSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { ANSWER_FD, type IsolatedAnswer, isolatedRequestSchema, MEMORY_MARK } from './isolation-protocol.ts'

/** Work on a file that others made: JSON in, JSON out, files only in the folder that was granted. */
export type IsolatedTask = (input: unknown) => Promise<unknown>

/** Tasks by name; each is loaded only in the process that runs it. */
export type TaskTable = Readonly<Record<string, () => Promise<IsolatedTask>>>

const WATCH_MS = 25

/** Array buffers do not count into V8's heap limit, and a busy task answers no timer: a thread watches from outside. */
const WATCHDOG = `
const { workerData } = require('node:worker_threads')
const { writeSync } = require('node:fs')
setInterval(() => {
  if (process.memoryUsage.rss() <= workerData.residentBytes) return
  writeSync(workerData.fd, workerData.mark)
  process.kill(process.pid, 'SIGKILL')
}, workerData.watchMs)
`

/** The child's side of `runIsolated`: reads one request from standard input, runs its task, answers, and ends the process. */
export async function serveTask(tasks: TaskTable): Promise<never> {
  const parts: Uint8Array[] = []
  for await (const part of process.stdin as AsyncIterable<Uint8Array>) parts.push(part)
  const request = isolatedRequestSchema.parse(JSON.parse(Buffer.concat(parts).toString('utf8')))
  const { residentBytes } = request
  new Worker(WATCHDOG, {
    eval: true,
    workerData: { residentBytes, fd: ANSWER_FD, mark: MEMORY_MARK, watchMs: WATCH_MS },
  }).unref()
  const load = Object.hasOwn(tasks, request.task) ? tasks[request.task] : undefined
  if (load === undefined) return answer({ kind: 'task-unknown' })
  try {
    const task = await load()
    return answer({ kind: 'value', value: (await task(request.input)) ?? null })
  } catch (error) {
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    return answer({ kind: 'task-failed', detail })
  }
}

function answer(content: IsolatedAnswer): never {
  const bytes = Buffer.from(JSON.stringify(content))
  for (let done = 0; done < bytes.length;) done += writeSync(ANSWER_FD, bytes, done)
  process.exit(0)
}
