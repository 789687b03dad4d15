import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Ed25519Verifier } from '#shared/log/ed25519.port.ts'
import { blobService, type BlobService } from './blobs/blob-service.ts'
import type { BlobStore } from './blobs/blob-store.port.ts'
import { calendarOutlets, type CalendarOutlets } from './caldav/calendar-outlets.ts'
import { calendarPublishing } from './caldav/calendar-publishing.ts'
import { calendarAddresses, type CalendarAddresses } from './calendars/calendar-addresses.ts'
import { DUE_EVERY_MS, subscribing, type Subscribing } from './calendars/subscriptions/subscribing.ts'
import type { Subscriptions } from './calendars/subscriptions/subscriptions.ts'
import type { Engine } from './engine/engine.port.ts'
import { startExchange } from './exchange/exchange.ts'
import type { ForeignFiles } from './exchange/foreign-files.port.ts'
import type { JobRunner } from './exchange/job-runner.ts'
import { messageFiles, type MessageFiles } from './exchange/message-files.ts'
import { unopenedForeignFiles } from './exchange/unopened-foreign-files.ts'
import { memorySessions, type Sessions } from './http/auth.ts'
import type { RouteDeps } from './http/route-deps.ts'
import { httpServer } from './http/server.ts'
import { nodeEd25519, type NodeIdentity } from './node-identity.ts'
import type { Clock, Journal, RandomBytes } from './ports.ts'
import { processes } from './processes/processes.ts'
import { runProcesses, type ProcessRunner } from './processes/run-processes.ts'
import { memoryFiles } from './sealing/memory-files.ts'
import { busyTimesOf } from './workspace/busy-times.ts'
import { openWorkspace, type Workspace } from './workspace/workspace.ts'

export interface NodeOptions {
  readonly engine: Engine
  readonly blobs: BlobStore
  readonly identity: NodeIdentity
  readonly clock?: Clock
  readonly random?: RandomBytes
  readonly verifier?: Ed25519Verifier
  readonly journal?: Journal
  readonly isPractice?: boolean
  /** What the operator of the node proves to be one with. */
  readonly secret?: string
  /** Opens what others send; without it incoming messages wait. */
  readonly foreign?: ForeignFiles
  /** Where weekly schedules and people's calendars are published; what is not given is kept until the node ends. */
  readonly calendarOutlets?: Partial<CalendarOutlets>
  /** Where secret addresses of calendars are kept; without it they hold until the node ends. */
  readonly calendarAddresses?: CalendarAddresses
  /** How calendars of others are read; without it what was read is kept until the node ends. */
  readonly subscribing?: Partial<Subscribing>
  /** Folder for what is being opened. */
  readonly scratch?: string
  /** Further routes, added before the node listens. */
  readonly routes?: (server: FastifyInstance, node: CongsoNode) => Promise<void> | void
}

/** A backbone node in this process: logs, files and the HTTP side over them. */
export interface CongsoNode {
  readonly engine: Engine
  readonly identity: NodeIdentity
  readonly blobs: BlobService
  readonly sessions: Sessions
  readonly server: FastifyInstance
  readonly subscriptions: Subscriptions
  readonly workspaces: () => readonly Workspace[]
  /** Opens a workspace, making it if need be. */
  readonly workspace: (id: string) => Promise<Workspace>
  /** Messages under way, for who hands them in and fetches them. */
  readonly files: MessageFiles
  /** Jobs were added to the store. */
  readonly kickJobs: () => void
  /** Resolves when nothing follows any more from what happened so far: processes, deliveries, statuses. */
  readonly settled: () => Promise<void>
  /** Listens on the loopback only; port 0 takes a free one. */
  readonly listen: (port?: number) => Promise<{ readonly port: number }>
  /** Ends requests and closes the store. */
  readonly close: () => Promise<void>
}

const silentJournal: Journal = { warn: () => undefined, error: () => undefined }

/** Opens all workspaces of the engine and builds the node; it hears nothing until `listen`. */
export async function createNode(options: NodeOptions): Promise<CongsoNode> {
  const { engine, identity } = options
  const clock = options.clock ?? { now: Date.now }
  const random = options.random ?? ((count) => Uint8Array.from(randomBytes(count)))
  const journal = options.journal ?? silentJournal
  const verifier = options.verifier ?? nodeEd25519
  const blobs = blobService(engine, options.blobs)
  const files = messageFiles(options.blobs)
  const sessions = memorySessions(random)
  const opened = new Map<string, Promise<Workspace>>()
  const ready = new Map<string, Workspace>()
  const runners: ProcessRunner[] = []
  let ring: (workspace: Workspace) => void = () => undefined

  const open = async (id: string): Promise<Workspace> => {
    const workspace = await openWorkspace(id, { engine, identity, verifier, clock, random, journal })
    const runner = runProcesses(workspace, processes, {
      engine,
      journal,
      onJobs: () => exchange.kick(),
      removeFile: (sha256) => blobs.removeUnnamed(workspace, sha256),
      removeMessages: async (erased) => files.remove(await engine.exchange.forget(id, erased.id)),
    })
    runners.push(runner)
    workspace.onAppended(() => {
      ring(workspace)
      runner.kick()
      publishing.noteAppended(workspace)
    })
    ready.set(id, workspace)
    runner.kick()
    return workspace
  }
  const workspace = (id: string): Promise<Workspace> => {
    const opening = opened.get(id) ?? open(id)
    opened.set(id, opening)
    return opening
  }
  const workspaces = (): readonly Workspace[] => [...ready.values()]
  const exchange = startExchange({
    engine,
    blobs,
    files,
    foreign: options.foreign ?? unopenedForeignFiles,
    clock,
    journal,
    scratch: options.scratch ?? join(tmpdir(), 'congso-node'),
    workspaces,
    workspace,
  })
  const outlets = { ...calendarOutlets(memoryFiles()), ...options.calendarOutlets }
  const publishing = calendarPublishing({ engine, clock, journal, outlets, workspaces })
  for (const head of await engine.heads()) await workspace(head.workspace)
  exchange.kick()
  publishing.kick()
  const read = subscribing(options.subscribing ?? {}, {
    clock,
    journal,
    isOwnMachineNamed: options.isPractice ?? false,
    workspace: (id) => ready.get(id),
  })
  const deps: RouteDeps = {
    engine,
    identity,
    verifier,
    blobs,
    sessions,
    addresses: options.calendarAddresses ?? calendarAddresses(memoryFiles()),
    outlets,
    publishing,
    subscriptions: read,
    busyTimes: busyTimesOf(engine, (id, person, span) => read.busyOf({ workspace: id, person }, span)),
    clock,
    random,
    isPractice: options.isPractice ?? false,
    secret: options.secret,
    open: (id) => Promise.resolve(ready.get(id)),
    workspaces,
  }
  const http = await httpServer(deps, journal)
  ring = http.ring
  let looking: NodeJS.Timeout | undefined
  const node: CongsoNode = {
    engine,
    identity,
    blobs,
    sessions,
    server: http.server,
    subscriptions: read,
    workspaces,
    workspace,
    files,
    kickJobs: () => {
      exchange.kick()
    },
    settled: async () => {
      await settle(workspaces(), runners, exchange)
      await publishing.settled()
    },
    listen: async (port = 0) => {
      await http.server.listen({ host: '127.0.0.1', port })
      looking ??= setInterval(() => void read.readDue(), DUE_EVERY_MS).unref()
      const address = http.server.server.address()
      if (address === null || typeof address === 'string') throw new Error('not listening')
      return { port: address.port }
    },
    close: async () => {
      clearInterval(looking)
      await http.server.close()
      await read.close()
      await exchange.close()
      await publishing.close()
      for (const runner of runners) await runner.close()
      await engine.close()
    },
  }
  await options.routes?.(http.server, node)
  return node
}

/** What one does may wake another: calm is when a whole round finds all logs as they were. */
async function settle(
  workspaces: readonly Workspace[],
  runners: readonly ProcessRunner[],
  exchange: JobRunner,
): Promise<void> {
  for (;;) {
    const before = workspaces.map((one) => one.head().seq).join()
    for (const runner of runners) {
      runner.kick()
      await runner.settled()
    }
    exchange.kick()
    await exchange.settled()
    if (workspaces.map((one) => one.head().seq).join() === before) return
  }
}
