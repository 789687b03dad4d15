import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { auditLog } from '../workspace/audit.ts'
import { isSecret, personOf, workspaceFor } from './auth.ts'
import { Problem } from './problem.ts'
import type { RouteDeps } from './route-deps.ts'

const query = z.object({ workspace: z.string() })

/** `GET /v1/audit`: the whole log, to the operator with all bodies, to an administrator with those that the administrator may see. */
export function auditRoute(server: FastifyInstance, deps: RouteDeps): void {
  server.get('/v1/audit', async (request, reply) => {
    const { workspace: id } = query.parse(request.query)
    const isOperator = deps.secret !== undefined && isSecret(request, deps.secret)
    const person = isOperator ? undefined : personOf(request, deps.sessions)
    const workspace = person === undefined ? await deps.open(id) : await workspaceFor(deps.open, id, person)
    if (workspace === undefined) throw new Problem('not-yours')
    const isAdministrator =
      person === undefined || workspace.principalsOf(person).includes('role:administrator')
    if (!isAdministrator) throw new Problem('not-yours')
    const lines = async function* (): AsyncGenerator<string> {
      for await (const line of auditLog(deps.engine, deps.identity, workspace, person))
        yield `${JSON.stringify(line)}\n`
    }
    return reply.type('application/x-ndjson').send(Readable.from(lines(), { objectMode: false }))
  })
}
