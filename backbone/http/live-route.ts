import websocket from '@fastify/websocket'
import type { FastifyInstance, preValidationHookHandler } from 'fastify'
import type { LiveFrame } from '#shared/protocol/feed.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { personOf } from './auth.ts'
import type { RouteDeps } from './route-deps.ts'

const PING_MS = 30_000
/** What of a socket is used here. */
interface DeskSocket {
  readonly readyState: number
  readonly OPEN: number
  readonly bufferedAmount: number
  send(text: string): void
  ping(): void
}

/** A desk that does not read is left out; it asks the feed when it comes back. */
const MAX_BUFFERED_BYTES = 1024 * 1024
/** Sends between two turns of the event loop, so that answers never wait behind a fan-out. */
const SENDS_PER_TURN = 256

/** `GET /v1/live`: rings whenever a workspace of the person has grown. Carries no content. */
export async function liveRoute(
  server: FastifyInstance,
  deps: RouteDeps,
): Promise<(workspace: Workspace) => void> {
  const desks = new Map<DeskSocket, string>()
  const ping = setInterval(() => {
    for (const socket of desks.keys()) socket.ping()
  }, PING_MS)
  ping.unref()
  server.addHook('onClose', () => {
    clearInterval(ping)
  })

  const guard: preValidationHookHandler = (request, _reply, done) => {
    personOf(request, deps.sessions)
    done()
  }
  await server.register(websocket, { options: { maxPayload: 64 * 1024, perMessageDeflate: false } })
  server.get('/v1/live', { websocket: true, preValidation: guard }, (socket, request) => {
    const person = personOf(request, deps.sessions)
    desks.set(socket, person)
    socket.on('close', () => desks.delete(socket))
    socket.on('error', () => socket.terminate())
    for (const workspace of deps.workspaces())
      if (workspace.principalsOf(person).length > 0) send(socket, workspace)
  })

  return (workspace) => void ring(desks, workspace)
}

async function ring(desks: ReadonlyMap<DeskSocket, string>, workspace: Workspace): Promise<void> {
  let sent = 0
  for (const [socket, person] of [...desks]) {
    if (workspace.principalsOf(person).length === 0) continue
    send(socket, workspace)
    if (++sent % SENDS_PER_TURN === 0) await new Promise((resolve) => setImmediate(resolve))
  }
}

function send(socket: DeskSocket, workspace: Workspace): void {
  if (socket.readyState !== socket.OPEN || socket.bufferedAmount > MAX_BUFFERED_BYTES) return
  const frame: LiveFrame = { frame: 'head', workspace: workspace.id, seq: workspace.head().seq }
  socket.send(JSON.stringify(frame))
}
