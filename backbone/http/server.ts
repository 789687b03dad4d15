import fastify, { type FastifyInstance } from 'fastify'
import { PROTOCOL_VERSION } from '#shared/protocol/commands.ts'
import type { Journal } from '../ports.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { accessesRoute } from './accesses-route.ts'
import { auditRoute } from './audit-route.ts'
import { callerOf } from './auth.ts'
import { busyRoute } from './busy-route.ts'
import { blobRoutes } from './blob-routes.ts'
import { calendarServerRoute } from './calendar-server-route.ts'
import { calendarRoutes } from './calendar-routes.ts'
import { commandsRoute } from './commands-route.ts'
import { custodyRoute } from './custody-route.ts'
import { feedRoute } from './feed-route.ts'
import { healthRoutes } from './health-routes.ts'
import { BODY_LIMITS, limitRequests, MAX_HEADER_BYTES, REQUEST_TIMEOUT_MS } from './limits.ts'
import { liveRoute } from './live-route.ts'
import { answerProblems, Problem } from './problem.ts'
import type { RouteDeps } from './route-deps.ts'
import { sessionRoutes } from './session-routes.ts'
import { subscriptionRoutes } from './subscription-routes.ts'

export interface HttpServer {
  readonly server: FastifyInstance
  /** Tells desks that a workspace has grown. */
  readonly ring: (workspace: Workspace) => void
}

/** The node's HTTP side; further routes may be added before it listens. */
export async function httpServer(deps: RouteDeps, journal: Journal): Promise<HttpServer> {
  const server = fastify({
    logger: false,
    bodyLimit: BODY_LIMITS.json,
    http: { maxHeaderSize: MAX_HEADER_BYTES },
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: true,
  })
  answerProblems(server, journal)
  server.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body)
  })
  server.addHook('onRequest', (request, _reply, done) => {
    const version = request.headers['congso-protocol']
    if (version !== undefined && version !== String(PROTOCOL_VERSION))
      throw new Problem('protocol-unsupported')
    done()
  })
  await limitRequests(server, (request) => callerOf(request, deps.sessions))
  let isReady = false
  server.addHook('onListen', () => {
    isReady = true
  })
  healthRoutes(server, () => isReady)
  sessionRoutes(server, deps)
  commandsRoute(server, deps)
  feedRoute(server, deps)
  blobRoutes(server, deps)
  auditRoute(server, deps)
  custodyRoute(server, deps)
  accessesRoute(server, deps)
  calendarRoutes(server, deps)
  calendarServerRoute(server, deps)
  subscriptionRoutes(server, deps)
  busyRoute(server, deps)
  const ring = await liveRoute(server, deps)
  return { server, ring }
}
