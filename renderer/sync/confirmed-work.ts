import { deciders } from '#shared/domain/deciders.ts'
import type { AggregateRef } from '#shared/log/command.ts'
import { aggregateKey } from '#shared/log/workspace-state.ts'
import type { AggregatesRepository } from '../database/repositories/aggregates-repository.ts'
import { isErasing, type ReadEntry } from './read-entry.ts'
import type { ConfirmedChange } from './show-again.ts'

/** Confirmed states while a piece of the log is applied. */
export class ConfirmedWork {
  readonly #aggregates: AggregatesRepository
  readonly #changes = new Map<string, ConfirmedChange>()

  constructor(aggregates: AggregatesRepository) {
    this.#aggregates = aggregates
  }

  /** What was changed so far. */
  get changes(): ReadonlyMap<string, ConfirmedChange> {
    return this.#changes
  }

  /** Confirmed state of an aggregate that was changed here. */
  state(key: string): unknown {
    return this.#changes.get(key)?.confirmed ?? undefined
  }

  /** Brings in what is stored of these aggregates, without counting it as changed. */
  async load(refs: readonly AggregateRef[]): Promise<ReadonlyMap<string, ConfirmedChange>> {
    const byKey = new Map(refs.map((ref) => [aggregateKey(ref), ref]))
    const stored = await this.#aggregates.getMany([...byKey.keys()])
    return new Map(
      [...byKey].map(([key, ref]) => {
        const record = stored.get(key)
        const { confirmed = null, seq = 0, readOnly = false } = record ?? {}
        return [key, { ref, confirmed, seq, readOnly, isGone: false }]
      }),
    )
  }

  /** Applies an entry on what is there; `stored` from `load`. An entry that was applied before changes nothing. */
  apply(read: ReadEntry, stored: ReadonlyMap<string, ConfirmedChange>): void {
    const { ref, key, entry } = read
    if (ref === undefined) return
    const before = this.#changes.get(key) ?? stored.get(key)
    if (before !== undefined && entry.seq <= before.seq) return
    this.#changes.set(key, applied(before ?? nothing(ref), read))
  }

  /** The whole history of an aggregate in place of what is there. */
  grant(ref: AggregateRef, history: readonly ReadEntry[]): void {
    this.#changes.set(aggregateKey(ref), history.reduce(applied, nothing(ref)))
  }

  withdraw(ref: AggregateRef, seq: number): void {
    this.#changes.set(aggregateKey(ref), { ...nothing(ref), seq, isGone: true })
  }
}

const nothing = (ref: AggregateRef): ConfirmedChange => ({
  ref,
  confirmed: null,
  seq: 0,
  readOnly: false,
  isGone: false,
})

/** Event types that this software does not know, and histories it cannot follow, stop the aggregate where it is: shown, not acted on. */
function applied(before: ConfirmedChange, { entry, events }: ReadEntry): ConfirmedChange {
  const { ref } = before
  if (isErasing({ events })) return { ...nothing(ref), seq: entry.seq, isGone: true, isErased: true }
  if (before.isErased === true) return { ...before, seq: entry.seq }
  const after = { ...before, seq: entry.seq, isGone: false }
  if (before.readOnly) return after
  const decider = deciders[ref.kind]
  if (events.some((event) => !decider.eventTypes.includes(event.type))) return { ...after, readOnly: true }
  try {
    const confirmed = events.reduce<unknown>(
      (state, event) => decider.evolve(state, event, ref.id) as unknown,
      before.confirmed ?? undefined,
    )
    return { ...after, confirmed: confirmed ?? null }
  } catch (error) {
    if (!(error instanceof RangeError) && !(error instanceof TypeError)) throw error
    return { ...after, readOnly: true }
  }
}
