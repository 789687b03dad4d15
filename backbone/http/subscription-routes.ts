import type { FastifyInstance } from 'fastify'
import {
  askSubscriptions,
  SUBSCRIPTIONS_PATH,
  type SubscriptionsAnswer,
} from '#shared/protocol/calendar-subscriptions.ts'
import { z } from 'zod'
import { personOf, workspaceFor } from './auth.ts'
import { atMostPer } from './limits.ts'
import { Problem } from './problem.ts'
import type { RouteDeps } from './route-deps.ts'

/** Readings that one person asks for by adding or by hand. */
const READ_PER_HOUR = 40
const inWorkspace = z.object({ workspace: z.string().min(1).max(64) })
const ofId = z.object({ id: z.string().min(1).max(64) })

/** One's own subscriptions and the calendars behind them; nobody else's are there. */
export function subscriptionRoutes(
  server: FastifyInstance,
  { open, sessions, subscriptions, clock }: RouteDeps,
): void {
  const mayRead = atMostPer(READ_PER_HOUR, 3_600_000)

  server.post(SUBSCRIPTIONS_PATH, async (request): Promise<SubscriptionsAnswer> => {
    const person = personOf(request, sessions)
    const { workspace, act } = askSubscriptions.parse(request.body)
    await workspaceFor(open, workspace, person)
    const owner = { workspace, person }
    const reads = act?.what === 'add' || act?.what === 'read'
    const isTooOften = reads && !mayRead(`${workspace} ${person}`, clock.now())
    const refused = act === null ? null : isTooOften ? 'too-often' : await subscriptions.act(owner, act)
    return { subscriptions: [...(await subscriptions.of(owner))], refused }
  })

  server.get(`${SUBSCRIPTIONS_PATH}/:id`, async (request, reply) => {
    const person = personOf(request, sessions)
    const { workspace } = inWorkspace.parse(request.query)
    await workspaceFor(open, workspace, person)
    const found = await subscriptions.body({ workspace, person }, ofId.parse(request.params).id)
    if (found === undefined) throw new Problem('not-yours')
    void reply.headers({ etag: `"${found.version}"`, 'x-content-type-options': 'nosniff' })
    return reply.type('application/octet-stream').send(Buffer.from(found.bytes))
  })
}
