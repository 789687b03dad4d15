import type { Decision } from '#shared/domain/decision.ts'
import { refuse } from '#shared/domain/decision.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import type { AggregateRef } from '#shared/log/command.ts'
import { aggregateKey } from '#shared/log/workspace-state.ts'
import type { Changes } from '../database/changes.ts'
import type { Office } from '../database/office.ts'
import { wasNeverSent } from '../database/outbox-reader.ts'
import { replaceRows } from '../database/replace-rows.ts'
import type { AttentionCause, OutboxItem } from '../database/repositories/outbox-repository.ts'
import { decideHere, evolveHere, type DeskEvent } from './decide-here.ts'
import { asNumbered } from './numbering.ts'
import { World } from './world.ts'

/** What the log now says of an aggregate. */
export interface ConfirmedChange {
  readonly ref: AggregateRef
  readonly confirmed: unknown
  readonly seq: number
  readonly readOnly: boolean
  /** Access was withdrawn, or it was erased: everything of it goes. */
  readonly isGone: boolean
  /** The log says that its content is erased for good (Circular 05/2025 Art 48–49): pending acts on it go too. */
  readonly isErased?: boolean
}

export interface ShowAgain {
  readonly confirmed: ReadonlyMap<string, ConfirmedChange>
  /** The outbox as it is to be, in order. */
  readonly outbox: readonly OutboxItem[]
  /** Further aggregates whose pending acts changed. */
  readonly touched: readonly AggregateRef[]
  /** Acts that were taken back: what depends on them cannot go on. */
  readonly givenUp: readonly string[]
  readonly nowMs: number
  /** The log is being read again from its start: nothing is judged before it is here whole. */
  readonly isHealing: boolean
}

/**
 * Shown = confirmed + pending acts decided again in order. An act that is refused now, never having been sent, needs attention together
 * with what depends on it; one that may be in the log already waits for the node's word. Writes states, rows, counters and moved acts.
 */
export async function showAgain(office: Office, changes: Changes, input: ShowAgain): Promise<void> {
  forgetMine(office, changes, input)
  const touched = new Map<string, AggregateRef>(input.touched.map((ref) => [aggregateKey(ref), ref]))
  for (const [key, change] of input.confirmed) touched.set(key, change.ref)
  const pending = input.outbox.filter((item) => item.status !== 'attention')
  const world = new World(office.aggregates, 'confirmed')
  await world.load(touched.keys())
  for (const [key, change] of input.confirmed) world.set(key, change.isGone ? undefined : change.confirmed)

  const isTouched = pending.some((item) => item.reads.some((key) => touched.has(key)))
  const shownPending = isTouched ? await decideAgain(office, changes, world, input) : new Set<string>()
  if (isTouched) for (const item of pending) touched.set(item.key, item.body.aggregate)
  await world.load(touched.keys())

  for (const [key, ref] of touched) {
    const before = world.record(key)
    const change = input.confirmed.get(key)
    const confirmed =
      change === undefined ? (before?.confirmed ?? null) : change.isGone ? null : change.confirmed
    const shown = world.state(key) ?? null
    const after = {
      confirmed,
      seq: change?.seq ?? before?.seq ?? 0,
      shown,
      pending: shownPending.has(key),
      readOnly: change?.readOnly ?? before?.readOnly ?? false,
    }
    const isNothing = shown === null && confirmed === null && !after.readOnly
    replaceRows(
      changes,
      ref,
      before && { state: before.shown, pending: before.pending },
      isNothing ? undefined : { state: shown, pending: after.pending },
    )
    if (isNothing) changes.delete('aggregates', key)
    else office.aggregates.put(changes, key, ref.kind, after)
    if (change?.isGone === true)
      for (const side of ['unsent', 'fork'] as const) office.text.delete(changes, side, ref.id)
  }
}

/** What was kept of an aggregate for comparing goes with the access to it. */
function forgetMine(office: Office, changes: Changes, { outbox, confirmed }: ShowAgain): void {
  for (const item of outbox)
    if (item.attention !== null && confirmed.get(item.key)?.isGone === true)
      office.outbox.put(changes, { ...item, attention: { ...item.attention, mine: null } })
}

/** Decides the pending acts on the world in order; answers the keys of aggregates they changed. */
async function decideAgain(
  office: Office,
  changes: Changes,
  world: World,
  { outbox, givenUp, nowMs, isHealing, confirmed }: ShowAgain,
): Promise<ReadonlySet<string>> {
  const shownPending = new Set<string>()
  const inAttention = outbox.filter((item) => item.status === 'attention').map((item) => item.id)
  const stopped = new Set([...inAttention, ...givenUp])
  for (const item of outbox) {
    if (item.status === 'attention' || item.offeredAgain) continue
    await world.load([item.key])
    const decision = await decisionOn(world, item, stopped)
    if (decision.kind === 'events') {
      world.set(item.key, evolveHere(world.state(item.key), item.body.aggregate, decision.events))
      shownPending.add(item.key)
    } else if (decision.kind === 'refused' && wasNeverSent(item) && !isHealing) {
      stopped.add(item.id)
      const { rule, facts } = decision.refusal
      const mine = confirmed.get(item.key)?.isGone === true ? null : shownWith(world, item)
      office.outbox.put(
        changes,
        needingAttention(item, { kind: 'refused', by: 'desk', rule, facts }, mine, nowMs),
      )
    }
  }
  return shownPending
}

async function decisionOn(
  world: World,
  item: OutboxItem,
  stopped: ReadonlySet<string>,
): Promise<Decision<DeskEvent>> {
  const command = item.body.after.find((id) => stopped.has(id))
  if (command !== undefined) return refuse('depends-on-refused', { command })
  const { answer } = await decideHere(world, item.body, item.command.key)
  const decision = asNumbered(item.body, answer)
  return voidsUnseenInitials(item, decision) ? refuse('text-frozen') : decision
}

/** An edit made before the initials came must not void them unseen: the late text is offered to its writer instead (design 3, Text). */
function voidsUnseenInitials(item: OutboxItem, decision: Decision<DeskEvent>): boolean {
  return (
    decision.kind === 'events' &&
    wasNeverSent(item) &&
    !item.eventTypes.includes('initialsVoided') &&
    decision.events.some((event) => event.type === 'initialsVoided')
  )
}

const shownWith = (world: World, item: OutboxItem): unknown =>
  item.waits === null ? (world.record(item.key)?.shown ?? null) : null

/** The act as it waits for a person. */
export function needingAttention(
  item: OutboxItem,
  cause: AttentionCause,
  mine: unknown,
  nowMs: number,
): OutboxItem {
  return { ...item, status: 'attention', attention: { cause, at: instantFrom(nowMs), mine } }
}
