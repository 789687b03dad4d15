import { deviceKeyId } from '#shared/log/device-key.ts'
import { commandBody, type CommandBody } from '#shared/log/command.ts'
import type { Entry } from '#shared/log/entry.ts'
import { blobsNamedBy } from '#shared/domain/blob-names.ts'
import { aggregateKey } from '#shared/log/workspace-state.ts'
import type { Changes } from '../database/changes.ts'
import type { Office } from '../database/office.ts'
import { startPosition } from '../database/repositories/meta-repository.ts'
import { projectionTables } from '../projections/projection.ts'
import type { ApplyDeps } from './apply-feed.ts'
import { showAgain } from './show-again.ts'

/**
 * The log was restored from a backup and may lack its end. What was read is set aside, and the log is read again from its start; pending
 * acts keep waiting, those that were accepted are sent again.
 */
export function startHealing({ office }: ApplyDeps, epoch: number): Promise<void> {
  return office.store.write(async (changes) => {
    await office.entries.setAside(changes)
    for (const table of [...projectionTables, 'aggregates', 'blobs', 'counters'] as const)
      changes.clear(table)
    for (const item of await office.outbox.all())
      if (item.status === 'accepted')
        office.outbox.put(changes, {
          ...item,
          status: 'queued',
          acceptedSeq: null,
          attempts: item.attempts + 1,
        })
    office.meta.putPosition(changes, { ...startPosition, epoch, isHealing: true })
  })
}

/** Once the log is here whole: what was set aside and is not in it is offered to the node again, then pending acts are judged. */
export async function finishHealing(deps: ApplyDeps): Promise<void> {
  const { office, ports } = deps
  if (!(await office.meta.position()).isHealing) return
  await office.store.write(async (changes) => {
    const position = await office.meta.position()
    const { lost, known } = await office.entries.lostEntries()
    await offerAgain(deps, changes, lost, known)
    await office.entries.forgetAside(changes)
    office.meta.putPosition(changes, { ...position, isHealing: false })
    const outbox = await office.outbox.all()
    await showAgain(office, changes, {
      confirmed: new Map(),
      outbox,
      touched: outbox.map((item) => item.body.aggregate),
      nowMs: ports.clock.now(),
      givenUp: [],
      isHealing: false,
    })
  })
}

/**
 * Puts commands of lost entries into the outbox, oldest first; not the node's own, which it makes again, nor those of newer software, which
 * the desks that run it offer. */
async function offerAgain(
  { identity, office }: ApplyDeps,
  changes: Changes,
  lost: readonly Entry[],
  known: ReadonlySet<string>,
): Promise<void> {
  const nodeKey = deviceKeyId(identity.nodeKey)
  const waiting = new Set((await office.outbox.all()).map((item) => item.id))
  let order = await leastOrder(office)
  const offered = lost
    .filter((entry) => entry.command.key !== nodeKey)
    .flatMap((entry) => {
      const body = commandBody.safeParse(JSON.parse(entry.command.text))
      return body.success ? [{ entry, body: body.data }] : []
    })
    .filter(({ body }) => !known.has(body.id) && !waiting.has(body.id))
  order -= offered.length
  for (const { entry, body } of offered) put(office, changes, entry, body, order++)
}

function put(office: Office, changes: Changes, entry: Entry, body: CommandBody, order: number): void {
  office.outbox.put(changes, {
    version: 1,
    id: body.id,
    order,
    status: 'queued',
    body,
    key: aggregateKey(body.aggregate),
    command: entry.command,
    reads: [aggregateKey(body.aggregate)],
    blobs: blobsNamedBy(body.payload).map((blob) => blob.sha256),
    eventTypes: [],
    waits: null,
    attempts: 1,
    nextAttemptAt: 0,
    lastError: null,
    acceptedSeq: null,
    heldUntil: 0,
    offeredAgain: true,
    attention: null,
  })
}

/** They come before everything that waits. */
async function leastOrder(office: Office): Promise<number> {
  return (await office.store.database.outbox.orderBy('order').first())?.order ?? 1
}
