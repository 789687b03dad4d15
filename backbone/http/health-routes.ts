import type { FastifyInstance } from 'fastify'

/** `GET /healthz`: the process lives. `GET /readyz`: it has opened its logs and serves. */
export function healthRoutes(server: FastifyInstance, isReady: () => boolean): void {
  server.get('/healthz', () => ({ status: 'ok' }))
  server.get('/readyz', (_request, reply) =>
    isReady() ? { status: 'ready' } : reply.status(503).send({ status: 'starting' }),
  )
}
