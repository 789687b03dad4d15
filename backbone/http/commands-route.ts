import type { FastifyInstance } from 'fastify'
import { instantFrom } from '#shared/kernel/instant.ts'
import { submitCommands, type SubmitAnswer } from '#shared/protocol/commands.ts'
import { submitPatiently } from '../workspace/submit-patiently.ts'
import { personOf, workspaceFor } from './auth.ts'
import { BODY_LIMITS } from './limits.ts'
import type { RouteDeps } from './route-deps.ts'

/** A check of a signature takes a second or two; a desk that waits longer is told to come again. */
const MOST_PATIENCE_MS = 10_000

/** `POST /v1/commands`: answers once everything accepted is on disk, before anyone else hears of it. */
export function commandsRoute(server: FastifyInstance, { open, sessions }: RouteDeps): void {
  server.post('/v1/commands', { bodyLimit: BODY_LIMITS.commands }, async (request): Promise<SubmitAnswer> => {
    const person = personOf(request, sessions)
    const { workspace: id, commands } = submitCommands.parse(request.body)
    const workspace = await workspaceFor(open, id, person)
    const outcomes = await submitPatiently(workspace, commands, MOST_PATIENCE_MS)
    return { serverTime: instantFrom(workspace.head().nowMs), outcomes: [...outcomes] }
  })
}
