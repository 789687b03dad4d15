import type { Refusal } from '#shared/domain/decision.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import { fail, ok, type Result } from '#shared/kernel/result.ts'
import { aggregateKey } from '#shared/log/workspace-state.ts'
import type { Changes } from '../database/changes.ts'
import { planAct, type ActDeps, type Earlier } from './act.ts'
import type { Wish } from './wish.ts'
import { decideHere, evolveHere } from './decide-here.ts'
import type { Done } from './desk-api.ts'
import { World } from './world.ts'

/** All wishes in one transaction, or, when one is refused, none. Answers what the last one came to. */
export function actInOrder(deps: ActDeps, wishes: readonly Wish[]): Promise<Result<Done, Refusal>> {
  return deps.office.store.write(async (changes) => {
    const done = await planAll(deps, changes, wishes)
    if (!done.ok) {
      changes.forget()
      return done
    }
    const last = done.value.at(-1)
    if (last === undefined) throw new RangeError('nothing to do')
    return ok(last)
  })
}

/** Groups of wishes in one transaction; those with a refused wish are left out and answer its rule. */
export function actTogether(
  deps: ActDeps,
  groups: readonly (readonly Wish[])[],
): Promise<readonly Result<Done, Refusal>[]> {
  return deps.office.store.write(async (changes) => {
    const refusals = await tryOut(deps, groups)
    const lawful = groups.filter((_, index) => refusals[index] === undefined)
    const done = await planAll(deps, changes, lawful.flat())
    if (!done.ok) {
      changes.forget()
      return groups.map((_, index) => fail(refusals[index] ?? done.error))
    }
    let through = 0
    return groups.map((group, index) => {
      const refusal = refusals[index]
      if (refusal !== undefined) return fail(refusal)
      through += group.length
      const last = done.value[through - 1]
      if (last === undefined) throw new RangeError('nothing to do in a group')
      return ok(last)
    })
  })
}

async function planAll(
  deps: ActDeps,
  changes: Changes,
  wishes: readonly Wish[],
): Promise<Result<readonly Done[], Refusal>> {
  const { office } = deps
  const world = new World(office.aggregates, 'shown')
  const earlier: Earlier[] = []
  const all: Done[] = []
  let order = await office.outbox.nextOrder()
  for (const wish of wishes) {
    const done = await planAct(deps, changes, wish, { order: order++, world, earlier })
    if (!done.ok) return done
    earlier.push(done.value.earlier)
    all.push({ command: done.value.command, waits: done.value.waits })
  }
  return ok(all)
}

/** Decides every group on what is shown after the lawful ones before it; a refused group leaves no trace. */
async function tryOut(
  { office, identity, ports }: ActDeps,
  groups: readonly (readonly Wish[])[],
): Promise<readonly (Refusal | undefined)[]> {
  const world = new World(office.aggregates, 'shown')
  const { serverTime } = await office.meta.position()
  const { workspace, person, post, device } = identity
  const refusals: (Refusal | undefined)[] = []
  for (const group of groups) {
    const before = new Map<string, unknown>()
    let refusal: Refusal | undefined
    for (const { aggregate, type, payload } of group) {
      const claim = {
        version: 1 as const,
        workspace,
        aggregate,
        type,
        payload: { ...payload },
        claimedAt: instantFrom(ports.clock.now()),
        seenServerTime: serverTime,
        actor: { person, post },
      }
      const { answer } = await decideHere(world, claim, device)
      if (answer.kind === 'refused') {
        refusal = answer.refusal
        break
      }
      if (answer.kind === 'awaitsNode') continue
      const key = aggregateKey(aggregate)
      if (!before.has(key)) before.set(key, world.state(key))
      world.set(key, evolveHere(world.state(key), aggregate, answer.events))
    }
    if (refusal !== undefined) for (const [key, state] of before) world.set(key, state)
    refusals.push(refusal)
  }
  return refusals
}
