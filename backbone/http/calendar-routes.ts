import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { toHex } from '#shared/kernel/bytes.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import {
  askCalendarAddresses,
  MOST_ADDRESSES,
  weekToldBy,
  type CalendarAddressesAnswer,
} from '#shared/protocol/calendar-addresses.ts'
import { calendarTold } from '../calendars/calendar-told.ts'
import { weeksTold } from '../calendars/weeks-told.ts'
import type { CalendarAddress } from '../calendars/calendar-addresses.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { personOf, workspaceFor } from './auth.ts'
import { atMostPer } from './limits.ts'
import { Problem } from './problem.ts'
import type { RouteDeps } from './route-deps.ts'

const SECRET_BYTES = 32
const SECRET = /^([0-9a-f]{64})\.ics$/
/** Programs ask some times an hour; what was written last is told again so long. */
const KEPT_MS = 60_000
const MADE_PER_HOUR = 20

interface Written {
  readonly atMs: number
  readonly bytes: Uint8Array
}

/**
 * `POST /v1/calendar-addresses` makes and ends the secret addresses of one's own calendar and of the weekly schedule that one may read; `GET /v1/calendars/<secret>.ics` reads there, without logging in. A secret
 * that opens nothing, one that was ended and one of somebody who left are told apart by nothing. Nothing of the address is written down.
 */
export function calendarRoutes(server: FastifyInstance, deps: RouteDeps): void {
  const { engine, open, sessions, addresses, busyTimes, random, clock } = deps
  const written = new Map<string, Written>()
  const mayMake = atMostPer(MADE_PER_HOUR, 3_600_000)

  server.post('/v1/calendar-addresses', async (request): Promise<CalendarAddressesAnswer> => {
    const person = personOf(request, sessions)
    const { workspace: id, make, end } = askCalendarAddresses.parse(request.body)
    const workspace = await workspaceFor(open, id, person)
    const owner = { workspace: id, person }
    if (end !== null) await addresses.end(owner, end)
    const secret = make === null ? undefined : toHex(random(SECRET_BYTES))
    if (make !== null && secret !== undefined) {
      if (!mayMake(`${id} ${person}`, clock.now())) throw new Problem('too-many-requests')
      const leader = weekToldBy(make)?.leader
      if (leader !== undefined && (await workspace.state({ kind: 'post', id: leader })) === undefined)
        throw new Problem('not-yours')
      const others = (await addresses.of(owner)).filter(({ scope }) => scope !== make)
      if (others.length >= MOST_ADDRESSES) throw new Problem('too-many-requests')
      await addresses.make(owner, make, secret, instantFrom(clock.now()))
    }
    const all = await addresses.of(owner)
    return {
      addresses: all.map(({ scope, madeAt }) => ({ scope, madeAt })),
      made: secret === undefined ? null : `/v1/calendars/${secret}.ics`,
    }
  })

  const toldAt = (workspace: Workspace, { person, scope }: CalendarAddress): Promise<Uint8Array> => {
    const week = weekToldBy(scope)
    if (week !== undefined) return weeksTold(workspace, week.leader, engine)
    return calendarTold(workspace, person, scope === 'full', busyTimes(workspace))
  }

  const tell = async (hash: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> => {
    const known = written.get(hash)
    if (known !== undefined && clock.now() - known.atMs < KEPT_MS) return known.bytes
    const bytes = await make()
    for (const [other, { atMs }] of written) if (clock.now() - atMs >= KEPT_MS) written.delete(other)
    written.set(hash, { atMs: clock.now(), bytes })
    return bytes
  }

  server.get<{ Params: { name: string } }>('/v1/calendars/:name', async (request, reply) => {
    const [, secret] = SECRET.exec(request.params.name) ?? []
    const address = secret === undefined ? undefined : await addresses.find(secret)
    if (address === undefined) throw new Problem('not-yours')
    const { person, hash } = address
    const workspace = await workspaceFor(open, address.workspace, person)
    const bytes = await tell(hash, () => toldAt(workspace, address))
    const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`
    void reply.headers({
      etag,
      'cache-control': 'private, no-cache',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    })
    if (request.headers['if-none-match'] === etag) return reply.status(304).send()
    return reply.type('text/calendar; charset=utf-8').send(Buffer.from(bytes))
  })
}
