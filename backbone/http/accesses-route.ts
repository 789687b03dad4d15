import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { submitAccesses, type AccessLog, type accessesTaken } from '#shared/protocol/accesses.ts'
import { readableAccesses } from '../workspace/read-accesses.ts'
import { readerAt } from '../workspace/reader.ts'
import { takeAccesses } from '../workspace/take-accesses.ts'
import { personOf, workspaceFor } from './auth.ts'
import { Problem } from './problem.ts'
import type { RouteDeps } from './route-deps.ts'

const query = z.object({
  workspace: z.string(),
  kind: z.enum(['document', 'letter']),
  id: z.string().min(1).max(64),
})

/** `POST /v1/accesses` keeps what somebody accessed; `GET` tells it to whoever sees the document or letter and may read its access log. */
export function accessesRoute(server: FastifyInstance, deps: RouteDeps): void {
  const { engine, open, sessions } = deps
  server.post('/v1/accesses', async (request): Promise<z.infer<typeof accessesTaken>> => {
    const person = personOf(request, sessions)
    const { workspace: id, records } = submitAccesses.parse(request.body)
    // Whoever lost their post meanwhile still says what they accessed before: the device must have been theirs here.
    const workspace = await open(id)
    if (workspace === undefined) throw new Problem('not-yours')
    return { outcomes: [...(await takeAccesses(deps, workspace, person, records))] }
  })

  server.get('/v1/accesses', async (request): Promise<AccessLog> => {
    const { workspace: id, ...ref } = query.parse(request.query)
    const person = personOf(request, sessions)
    const workspace = await workspaceFor(open, id, person)
    const reader = readerAt(engine, workspace, person, workspace.head().seq)
    if ((await reader.openSince(ref)) === Infinity) throw new Problem('not-yours')
    const accesses = await readableAccesses(engine, workspace, person, ref)
    if ('rule' in accesses) return { answer: 'refused', ...accesses }
    return {
      answer: 'log',
      accesses: accesses.map(({ number, receivedAt, record }) => ({ number, receivedAt, record })),
    }
  })
}
