import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { readFeed } from '../workspace/feed.ts'
import { personOf, workspaceFor } from './auth.ts'
import { FEED_LIMITS } from './limits.ts'
import { Problem } from './problem.ts'
import type { RouteDeps } from './route-deps.ts'

const query = z.object({
  workspace: z.string(),
  after: z.coerce.number().int().nonnegative(),
  limit: z.coerce.number().int().positive().max(FEED_LIMITS.most).default(FEED_LIMITS.usual),
})

/** `GET /v1/feed`: what the person may see behind the cursor, one item a line, as it is read. */
export function feedRoute(server: FastifyInstance, deps: RouteDeps): void {
  server.get('/v1/feed', async (request, reply) => {
    const person = personOf(request, deps.sessions)
    const { workspace: id, after, limit } = query.parse(request.query)
    const workspace = await workspaceFor(deps.open, id, person)
    if (after > workspace.head().seq) throw new Problem('cursor-ahead')
    const lines = async function* (): AsyncGenerator<string> {
      for await (const item of readFeed(deps, workspace, { person, after, limit }))
        yield `${JSON.stringify(item)}\n`
    }
    return reply.type('application/x-ndjson').send(Readable.from(lines(), { objectMode: false }))
  })
}
