import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { custodyOf } from '../workspace/custody.ts'
import { personOf, workspaceFor } from './auth.ts'
import { Problem } from './problem.ts'
import type { RouteDeps } from './route-deps.ts'

const query = z.object({
  workspace: z.string(),
  kind: z.enum(['document', 'letter']),
  id: z.string().min(1).max(64),
})

/** `GET /v1/custody`: the chain of custody of one document or letter, to whoever may see it. */
export function custodyRoute(server: FastifyInstance, deps: RouteDeps): void {
  server.get('/v1/custody', async (request, reply) => {
    const { workspace: id, ...ref } = query.parse(request.query)
    const person = personOf(request, deps.sessions)
    const workspace = await workspaceFor(deps.open, id, person)
    const chain = await custodyOf(deps, workspace, person, ref)
    if (chain === undefined) throw new Problem('not-yours')
    const lines = async function* (): AsyncGenerator<string> {
      for await (const line of chain) yield `${JSON.stringify(line)}\n`
    }
    return reply.type('application/x-ndjson').send(Readable.from(lines(), { objectMode: false }))
  })
}
