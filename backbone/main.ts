import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pino from 'pino'
import { readConfig, startMessage } from './config.ts'
import type { Journal } from './ports.ts'
import { openPractice, type Practice } from './practice/open-practice.ts'

/** The part of Electron's utility process that is used; absent in a plain Node. */
interface ParentPort {
  once(event: 'message', listener: (message: { data: unknown }) => void): void
  postMessage(message: unknown): void
}

const log = pino({ base: null }, pino.destination({ dest: 2, sync: true }))
const journal: Journal = {
  warn: (what, facts) => {
    log.warn(facts, what)
  },
  error: (what, error) => {
    log.error({ err: error }, what)
  },
}

/** When bundled, the process that opens foreign files lies beside this one. */
const bundledIsolation = join(import.meta.dirname, 'isolation.js')
const SECRET_BYTES = 32

async function start(dataDir: string, secret: string, port: number): Promise<number> {
  const practice = await openPractice({
    dataDir,
    secret,
    journal,
    ...(existsSync(bundledIsolation) ? { isolation: { entry: bundledIsolation } } : {}),
  })
  closeOnSignals(practice)
  return (await practice.listen(port)).port
}

/** Ends requests, finishes what is being written, then leaves; `kill -9` loses nothing either. */
function closeOnSignals(practice: Practice): void {
  const close = (): void => {
    practice.close().then(
      () => process.exit(0),
      (error: unknown) => {
        journal.error('did not close', error)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, close)
}

async function secretIn(dataDir: string): Promise<string> {
  const secret = randomBytes(SECRET_BYTES).toString('hex')
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  await writeFile(join(dataDir, 'secret'), secret, { mode: 0o600 })
  return secret
}

function fail(error: unknown): never {
  journal.error('the node did not start', error)
  process.exit(1)
}

const { parentPort } = process as unknown as { readonly parentPort?: ParentPort }
if (parentPort !== undefined) {
  parentPort.once('message', ({ data }) => {
    const { dataDir, secret } = startMessage.parse(data)
    start(dataDir, secret, 0).then((port) => {
      parentPort.postMessage({ port })
    }, fail)
  })
} else {
  try {
    const config = readConfig(process.argv.slice(2), process.env)
    const secret = config.secret ?? (await secretIn(config.dataDir))
    const port = await start(config.dataDir, secret, config.port)
    process.stdout.write(`${JSON.stringify({ port })}\n`)
  } catch (error) {
    fail(error)
  }
}
