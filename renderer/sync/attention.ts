import type { Refusal } from '#shared/domain/decision.ts'
import { ok, type Result } from '#shared/kernel/result.ts'
import { mayBeRetried, wasNeverSent } from '../database/outbox-reader.ts'
import type { OutboxItem } from '../database/repositories/outbox-repository.ts'
import { planAct, type ActDeps, type Earlier } from './act.ts'
import type { Wish } from './wish.ts'
import type { Done } from './desk-api.ts'
import { showAgain } from './show-again.ts'
import { World } from './world.ts'

/**
 * Does an act that needs attention again, and then those that only waited for it, each as a new act on what is shown now. Throws RangeError
 * for one that `mayBeRetried` does not allow.
 */
export function retryAct(deps: ActDeps, id: string): Promise<Result<Done, Refusal>> {
  const { office } = deps
  return office.store.write(async (changes) => {
    const items = withDependents(await office.outbox.withStatus('attention'), id)
    if (items[0] === undefined || !mayBeRetried(items[0])) throw new RangeError('not an act to retry')
    const world = new World(office.aggregates, 'shown')
    const earlier: Earlier[] = []
    let order = await office.outbox.nextOrder()
    let first: Done | undefined
    for (const item of items) {
      const done = await planAct(deps, changes, wishOf(item), { order: order++, world, earlier })
      if (!done.ok) return done
      changes.delete('outbox', item.id)
      earlier.push(done.value.earlier)
      first ??= { command: done.value.command, waits: done.value.waits }
    }
    if (first === undefined) throw new RangeError('not an act to retry')
    return ok(first)
  })
}

/** Gives up an act; false when the node may have seen it. */
export function discardAct({ office, ports }: ActDeps, id: string): Promise<boolean> {
  return office.store.write(async (changes) => {
    const item = await office.outbox.get(id)
    if (item === undefined || !(item.status === 'attention' || wasNeverSent(item))) return false
    changes.delete('outbox', id)
    if (item.status === 'attention') return true
    const { isHealing } = await office.meta.position()
    await showAgain(office, changes, {
      confirmed: new Map(),
      outbox: (await office.outbox.all()).filter((one) => one.id !== id),
      touched: [item.body.aggregate],
      givenUp: [id],
      nowMs: ports.clock.now(),
      isHealing,
    })
    return true
  })
}

/** The act, and in order those that could not go on because of it and may be done again as they are. */
function withDependents(items: readonly OutboxItem[], id: string): readonly OutboxItem[] {
  const taken = new Set([id])
  return items.filter((item) => {
    const { attention, body } = item
    const isDependent =
      attention?.cause.kind === 'refused' &&
      attention.cause.rule === 'depends-on-refused' &&
      body.after.some((one) => taken.has(one)) &&
      mayBeRetried(item)
    if (isDependent) taken.add(item.id)
    return taken.has(item.id)
  })
}

/** What was wanted; a number given from a pen is not part of it. */
function wishOf({ body: { aggregate, type, payload } }: OutboxItem): Wish {
  const wanted = type === 'book.assignNumber' ? { subject: payload['subject'] } : payload
  return { aggregate, type, payload: wanted }
}
