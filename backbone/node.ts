import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Ed25519Verifier } from '#shared/log/ed25519.port.ts'
import { blobService, type BlobService } from './blobs/blob-service.ts'
import type { BlobStore } from './blobs/blob-store.port.ts'
import type { Engine } from './engine/engine.port.ts'
import { memorySessions, type Sessions } from './http/auth.ts'
import type { RouteDeps } from './http/route-deps.ts'
import { httpServer } from './http/server.ts'
import { nodeEd25519, type NodeIdentity } from './node-identity.ts'
import type { Clock, Journal, RandomBytes } from './ports.ts'
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
  readonly workspaces: () => readonly Workspace[]
  /** Opens a workspace, making it if need be. */
  readonly workspace: (id: string) => Promise<Workspace>
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
  const sessions = memorySessions(random)
  const opened = new Map<string, Promise<Workspace>>()
  const ready = new Map<string, Workspace>()
  let ring: (workspace: Workspace) => void = () => undefined

  const open = async (id: string): Promise<Workspace> => {
    const workspace = await openWorkspace(id, { engine, identity, verifier, clock, random })
    workspace.onAppended(() => ring(workspace))
    ready.set(id, workspace)
    return workspace
  }
  const workspace = (id: string): Promise<Workspace> => {
    const opening = opened.get(id) ?? open(id)
    opened.set(id, opening)
    return opening
  }
  for (const head of await engine.heads()) await workspace(head.workspace)

  const workspaces = (): readonly Workspace[] => [...ready.values()]
  const deps: RouteDeps = {
    engine,
    identity,
    blobs,
    sessions,
    clock,
    random,
    isPractice: options.isPractice ?? false,
    open: (id) => Promise.resolve(ready.get(id)),
    workspaces,
  }
  const http = await httpServer(deps, journal)
  ring = http.ring
  const node: CongsoNode = {
    engine,
    identity,
    blobs,
    sessions,
    server: http.server,
    workspaces,
    workspace,
    listen: async (port = 0) => {
      await http.server.listen({ host: '127.0.0.1', port })
      const address = http.server.server.address()
      if (address === null || typeof address === 'string') throw new Error('not listening')
      return { port: address.port }
    },
    close: async () => {
      await http.server.close()
      await engine.close()
    },
  }
  await options.routes?.(http.server, node)
  return node
}
