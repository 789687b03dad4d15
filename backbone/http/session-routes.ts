import type { FastifyInstance } from 'fastify'
import { fromBase64, toBase64 } from '#shared/kernel/bytes.ts'
import { instantFrom, millisOf, type Instant } from '#shared/kernel/instant.ts'
import type { Device } from '#shared/domain/directory/directory.ts'
import { deviceKeyId } from '#shared/log/device-key.ts'
import { enrolDevice, type deviceEnrolled, type SessionInfo } from '#shared/protocol/session.ts'
import type { z } from 'zod'
import { personOf, workspaceFor } from './auth.ts'
import { atMostPer } from './limits.ts'
import { Problem } from './problem.ts'
import type { RouteDeps } from './route-deps.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** A device lapses without contact; it is certified anew when half of this has gone. */
const DEVICE_LIFE_MS = 30 * DAY_MS
/** Each stays in the log for ever, and nobody sits down at more machines than this. */
const NEW_DEVICES_PER_DAY = 20

/** `GET /v1/session` and `POST /v1/devices`. */
export function sessionRoutes(server: FastifyInstance, deps: RouteDeps): void {
  server.get('/v1/session', (request): SessionInfo => {
    const person = personOf(request, deps.sessions)
    return {
      serverTime: instantFrom(deps.clock.now()),
      person,
      workspaces: deps
        .workspaces()
        .filter((workspace) => workspace.principalsOf(person).length > 0)
        .map((workspace) => ({ id: workspace.id, epoch: workspace.head().epoch, seq: workspace.head().seq })),
      nodeKey: toBase64(deps.identity.publicKey),
      practice: deps.isPractice,
    }
  })

  const mayEnrol = atMostPer(NEW_DEVICES_PER_DAY, DAY_MS)
  server.post('/v1/devices', async (request): Promise<z.infer<typeof deviceEnrolled>> => {
    const person = personOf(request, deps.sessions)
    const { workspace: workspaceId, key } = enrolDevice.parse(request.body)
    const workspace = await workspaceFor(deps.open, workspaceId, person)
    const id = deviceKeyId(rawKey(key))
    const known = (await workspace.state({ kind: 'device', id })) as Device | undefined
    if (known !== undefined && known.person !== person) throw new Problem('key-taken')
    const { nowMs } = workspace.head()
    if (known !== undefined && millisOf(known.until) > nowMs + DEVICE_LIFE_MS / 2)
      return { id, until: known.until }
    if (known === undefined && !mayEnrol(`${workspaceId}/${person}`, nowMs))
      throw new Problem('too-many-requests')
    const until = instantFrom(nowMs + DEVICE_LIFE_MS)
    const from = known === undefined ? countsFrom(workspace.head()) : known.from
    const [outcome] = await workspace.act([
      {
        aggregate: { kind: 'device', id },
        type: 'device.enrol',
        payload: { person, key, until, ...(from === undefined ? {} : { from }) },
      },
    ])
    if (outcome?.outcome !== 'accepted') throw new Error('the node refused its own certificate')
    return { id, until }
  })
}

/**
 * Nothing is believed of a new device that it says to have signed before. A log that was restored may have lost its certificate: the desk
 * brings back what it did since, for as long as a device works without contact.
 */
const countsFrom = ({ epoch, nowMs }: { readonly epoch: number; readonly nowMs: number }): Instant =>
  instantFrom(epoch > 1 ? nowMs - DEVICE_LIFE_MS : nowMs)

function rawKey(key: string): Uint8Array {
  try {
    const raw = fromBase64(key)
    if (raw.length === 32) return raw
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  throw new Problem('invalid-request')
}
