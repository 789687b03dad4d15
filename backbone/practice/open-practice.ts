import { access, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { instantFrom } from '#shared/kernel/instant.ts'
import { axisServer } from '../axis/serve/axis-server.ts'
import { axisStore } from '../exchange/axis-store.ts'
import { isolatedForeignFiles } from '../isolation/isolated-foreign-files.ts'
import { judgeIsolated } from '../isolation/judge-calendar-isolated.ts'
import type { IsolationOptions } from '../isolation/run-isolated.ts'
import { calendarOutlets } from '../caldav/calendar-outlets.ts'
import { calendarServers, type CalendarServers } from '../caldav/calendar-servers.ts'
import { peopleServers, type PeopleServers } from '../caldav/people-servers.ts'
import { calendarAddresses } from '../calendars/calendar-addresses.ts'
import { calendarSources, type CalendarSources } from '../calendars/subscriptions/calendar-sources.ts'
import { subscriptionFiles } from '../calendars/subscriptions/subscription-files.ts'
import { diskBlobs } from '../blobs/disk-blobs.ts'
import type { Flushing } from '../engine/sqlite-connection.ts'
import { openSqliteEngine } from '../engine/sqlite-engine.ts'
import { createNode, type CongsoNode, type NodeOptions } from '../node.ts'
import { hasNodeIdentity, loadNodeIdentity } from '../node-identity.ts'
import type { Clock, Journal } from '../ports.ts'
import type { NodeKey } from '../sealing/node-key.ts'
import { sealedFiles, type SealedFiles } from '../sealing/sealed-files.ts'
import { ownFiles } from './first-day/own-files.ts'
import { storyClock } from './first-day/story-clock.ts'
import { writeFirstDay } from './first-day/write-first-day.ts'
import { practiceRoutes } from './practice-routes.ts'
import { practiceAgencies } from './province/people.ts'
import { makeSecrets, openSecrets } from './province/secrets.ts'
import { practiceStatusSource, practiceTrustSnapshot } from './practice-trust.ts'

export interface PracticeOptions {
  readonly dataDir: string
  readonly secret: string
  /** What everything of the folder is sealed with. */
  readonly key: NodeKey
  readonly journal: Journal
  /** Where the process that opens foreign files begins, when it is not beside its source. */
  readonly isolation?: IsolationOptions
  readonly clock?: Clock
}

export interface Practice {
  /** The port stays the same over resets. */
  listen(port: number): Promise<{ readonly port: number }>
  close(): Promise<void>
}

const PROVINCE = 'province'

/** Opens the practice province of a folder, writing its first day if there is none. Rejects as `openSqliteEngine` throws. */
export async function openPractice(options: PracticeOptions): Promise<Practice> {
  const { dataDir } = options
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  let listening = 0
  let changing: Promise<void> = Promise.resolve()

  const open = async (): Promise<CongsoNode> => {
    const folder = join(dataDir, PROVINCE)
    if (!(await readdir(dataDir)).includes(PROVINCE)) await writeProvince(options, folder)
    return openProvince(options, folder, () => {
      changing = changing.then(reset, reset)
    })
  }
  const reset = async (): Promise<void> => {
    await node.close()
    await rm(join(dataDir, PROVINCE), { recursive: true, force: true })
    node = await open()
    await node.listen(listening)
  }
  let node = await open()
  return {
    listen: async (port) => {
      listening = (await node.listen(port)).port
      return { port: listening }
    },
    close: async () => {
      await changing
      await node.close()
    },
  }
}

/** Written beside and renamed, so that a province is there whole or not at all. */
async function writeProvince(options: PracticeOptions, folder: string): Promise<void> {
  const beside = `${folder}.new`
  await rm(beside, { recursive: true, force: true })
  await mkdir(beside, { mode: 0o700 })
  const clock = storyClock(options.clock ?? { now: Date.now })
  clock.goTo(9, 7)
  const random = (count: number): Uint8Array => Uint8Array.from(randomBytes(count))
  const secrets = await makeSecrets(
    keysIn(beside, options.key),
    practiceAgencies,
    () => new Date(clock.now()),
  )
  const node = await createNode({
    ...(await storesOf(beside, options.key, 'on-close')),
    clock,
    random,
    journal: options.journal,
    isPractice: true,
    foreign: ownFiles(secrets.authority),
  })
  try {
    await writeFirstDay(node, secrets, clock, random)
  } finally {
    await node.close()
  }
  await rename(beside, folder)
}

async function openProvince(
  options: PracticeOptions,
  folder: string,
  reset: () => void,
): Promise<CongsoNode> {
  const stores = await storesOf(folder, options.key, 'each-commit')
  const secrets = await openSecrets(keysIn(folder, options.key))
  const { isolation = {}, journal, clock = { now: Date.now } } = options
  const scratch = join(folder, 'scratch')
  // What was being opened when the process was killed lies there as it came.
  await rm(scratch, { recursive: true, force: true })
  const foreign = isolatedForeignFiles({
    ...isolation,
    trust: practiceTrustSnapshot(secrets.authority),
    statusSource: practiceStatusSource(secrets.authority),
  })
  return createNode({
    ...stores,
    clock,
    journal,
    isPractice: true,
    secret: options.secret,
    foreign,
    calendarOutlets: calendarOutlets(keysIn(folder, options.key)),
    calendarAddresses: calendarAddresses(keysIn(folder, options.key)),
    subscribing: {
      files: subscriptionFiles(sealedFiles(join(folder, 'subscribed'), options.key)),
      sources: calendarSources(keysIn(folder, options.key)),
      judge: judgeIsolated(isolation),
    },
    routes: async (server, node) => {
      practiceRoutes(server, node, { secret: options.secret, secrets, reset })
      await mkdir(scratch, { recursive: true, mode: 0o700 })
      await server.register(
        axisServer({
          store: axisStore(node, clock),
          readUpload: foreign.readMessage,
          uploadFolder: scratch,
          now: () => instantFrom(clock.now()),
          onError: (operation, error) => {
            journal.error(`axis ${operation} failed`, error)
          },
        }),
        { prefix: '/axis' },
      )
    },
  })
}

/** Where the agencies of a folder publish, also for a node that runs; rejects when no node was ever started there with this key. */
export async function calendarServersOf(
  dataDir: string,
  key: NodeKey,
): Promise<{ readonly weeks: CalendarServers; readonly people: PeopleServers }> {
  const files = await keysOfNode(dataDir, key)
  return { weeks: calendarServers(files), people: peopleServers(files) }
}

/** At which origins beside the public ones calendars are read, also by a node that runs; rejects as `calendarServersOf`. */
export async function calendarSourcesOf(dataDir: string, key: NodeKey): Promise<CalendarSources> {
  return calendarSources(await keysOfNode(dataDir, key))
}

/** Files have other names under another key: what is set with a wrong one, no node would ever read. */
async function keysOfNode(dataDir: string, key: NodeKey): Promise<SealedFiles> {
  const folder = join(dataDir, PROVINCE)
  await access(folder)
  const files = keysIn(folder, key)
  if (!(await hasNodeIdentity(files)))
    throw new Error(`${folder}: no node was started here with this key file; nothing was set`)
  return files
}

const keysIn = (folder: string, key: NodeKey): SealedFiles => sealedFiles(join(folder, 'keys'), key)

async function storesOf(
  folder: string,
  key: NodeKey,
  flushing: Flushing,
): Promise<Pick<NodeOptions, 'engine' | 'blobs' | 'identity' | 'scratch'>> {
  return {
    engine: openSqliteEngine(join(folder, 'node.sqlite'), key, flushing),
    blobs: diskBlobs(join(folder, 'blobs'), key, { isFlushed: flushing === 'each-commit' }),
    identity: await loadNodeIdentity(keysIn(folder, key)),
    scratch: join(folder, 'scratch'),
  }
}
