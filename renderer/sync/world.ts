import { aggregateKey } from '#shared/log/workspace-state.ts'
import type { Look } from '#shared/domain/decision.ts'
import type { AggregateRecord, AggregatesRepository } from '../database/repositories/aggregates-repository.ts'

/**
 * States to decide on. Deciders look synchronously, the database answers later: what was looked at and not loaded is noted, loaded, and the
 * decision made again; deciders are pure, so that costs time only.
 */
export class World {
  readonly #aggregates: AggregatesRepository
  readonly #base: 'shown' | 'confirmed'
  readonly #records = new Map<string, AggregateRecord | undefined>()
  readonly #states = new Map<string, unknown>()

  constructor(aggregates: AggregatesRepository, base: 'shown' | 'confirmed') {
    this.#aggregates = aggregates
    this.#base = base
  }

  async load(keys: Iterable<string>): Promise<void> {
    const missing = [...new Set(keys)].filter((key) => !this.#records.has(key))
    if (missing.length === 0) return
    const found = await this.#aggregates.getMany(missing)
    for (const key of missing) this.#records.set(key, found.get(key))
  }

  /** The record as stored; call `load` first. */
  record(key: string): AggregateRecord | undefined {
    return this.#records.get(key)
  }

  state(key: string): unknown {
    if (this.#states.has(key)) return this.#states.get(key)
    return this.#records.get(key)?.[this.#base] ?? undefined
  }

  /** True when `set` put a state over what is stored. */
  isSet(key: string): boolean {
    return this.#states.has(key)
  }

  /** Puts a state over what is stored; undefined when there is none. */
  set(key: string, state: unknown): void {
    this.#states.set(key, state)
  }

  /** What `decide` answers once everything it looks at is loaded, and what that was. */
  async deciding<T>(
    own: readonly string[],
    decide: (look: Look) => T,
  ): Promise<{ readonly answer: T; readonly reads: readonly string[] }> {
    const reads = new Set(own)
    for (;;) {
      await this.load(reads)
      const missing: string[] = []
      const answer = decide((kind, id) => {
        const key = aggregateKey({ kind, id })
        reads.add(key)
        if (!this.#records.has(key) && !this.#states.has(key)) missing.push(key)
        return this.state(key)
      })
      if (missing.length === 0) return { answer, reads: [...reads] }
    }
  }
}
