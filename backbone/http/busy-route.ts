import type { FastifyInstance } from 'fastify'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import { askBusy, type BusyAnswer } from '#shared/protocol/busy.ts'
import { personOf, workspaceFor } from './auth.ts'
import type { RouteDeps } from './route-deps.ts'

/** `POST /v1/busy`: from when until when colleagues are busy, for everybody in the agency; nothing else of what they do. */
export function busyRoute(server: FastifyInstance, { open, sessions, busyTimes }: RouteDeps): void {
  server.post('/v1/busy', async (request): Promise<BusyAnswer> => {
    const person = personOf(request, sessions)
    const { workspace: id, posts, from, until, except } = askBusy.parse(request.body)
    const workspace = await workspaceFor(open, id, person)
    const asOf = instantFrom(workspace.head().nowMs)
    const own = workspace.principalsOf(person)
    const isRunBy = ({ secretary, chair }: Meeting): boolean =>
      own.includes(`post:${secretary}`) || own.includes(`post:${chair}`)
    // Leaving out what somebody else runs would tell who is called to it.
    const busy = await busyTimes(workspace).everywhere(posts, { from, until }, except, isRunBy)
    return {
      asOf,
      posts: [...busy].map(([post, spans]) => ({ post, busy: spans.map((span) => ({ ...span })) })),
    }
  })
}
