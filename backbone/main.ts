import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pino from 'pino'
import { calDavClient } from './caldav/caldav-client.ts'
import {
  calendarToSet,
  keyFileToMake,
  readConfig,
  sourcesToSet,
  startMessage,
  type CalendarSetting,
  type SourcesSetting,
} from './config.ts'
import type { Journal } from './ports.ts'
import {
  calendarServersOf,
  calendarSourcesOf,
  openPractice,
  type Practice,
} from './practice/open-practice.ts'
import { makeKeyFile, readKeyFile } from './sealing/key-file.ts'
import { nodeKey } from './sealing/node-key.ts'

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

async function start(dataDir: string, secret: string, key: Uint8Array, port: number): Promise<number> {
  const practice = await openPractice({
    dataDir,
    secret,
    key: nodeKey(key),
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

async function startedByMain(message: unknown): Promise<number> {
  const { dataDir, secret, key } = startMessage.parse(message)
  const bytes =
    'file' in key ? await readKeyFile(key.file) : Uint8Array.from(Buffer.from(key.base64, 'base64'))
  return start(dataDir, secret, bytes, 0)
}

/** Asks the server first, so that a mistyped password is known at once. */
async function setCalendar({ dataDir, keyFile, workspace, ...setting }: CalendarSetting): Promise<void> {
  const servers = async () => calendarServersOf(dataDir, nodeKey(await readKeyFile(keyFile)))
  const say = (facts: object): void => {
    process.stdout.write(`${JSON.stringify({ workspace, ...facts })}\n`)
  }
  if ('people' in setting) {
    await (await servers()).people.set(workspace, setting.people)
    say({ people: setting.people ?? null })
    return
  }
  const { server } = setting
  const entries = server && ((await calDavClient(server).list())?.length ?? null)
  await (await servers()).weeks.set(workspace, server)
  say({ url: server?.url ?? null, entries: entries ?? null })
}

async function setSources({ dataDir, keyFile, allow, refuse }: SourcesSetting): Promise<void> {
  const sources = await calendarSourcesOf(dataDir, nodeKey(await readKeyFile(keyFile)))
  const known = [...(await sources.all()), ...allow].filter((one) => !refuse.includes(one))
  if (allow.length + refuse.length > 0) await sources.set(known)
  process.stdout.write(`${JSON.stringify({ allowed: await sources.all() })}\n`)
}

async function startedFromShell(args: readonly string[]): Promise<void> {
  const keyFile = keyFileToMake(args)
  if (keyFile !== undefined) {
    await makeKeyFile(keyFile)
    process.stdout.write(`${JSON.stringify({ keyFile })}\n`)
    return
  }
  const calendar = calendarToSet(args, process.env)
  if (calendar !== undefined) {
    await setCalendar(calendar)
    return
  }
  const sources = sourcesToSet(args, process.env)
  if (sources !== undefined) {
    await setSources(sources)
    return
  }
  const config = readConfig(args, process.env)
  const key = await readKeyFile(config.keyFile)
  const secret = config.secret ?? (await secretIn(config.dataDir))
  const port = await start(config.dataDir, secret, key, config.port)
  process.stdout.write(`${JSON.stringify({ port })}\n`)
}

function fail(error: unknown): never {
  journal.error('the node did not start', error)
  process.exit(1)
}

const { parentPort } = process as unknown as { readonly parentPort?: ParentPort }
if (parentPort !== undefined) {
  parentPort.once('message', ({ data }) => {
    startedByMain(data).then((port) => {
      parentPort.postMessage({ port })
    }, fail)
  })
} else {
  try {
    await startedFromShell(process.argv.slice(2))
  } catch (error) {
    fail(error)
  }
}
