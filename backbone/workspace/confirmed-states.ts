import { unlessErased } from '#shared/domain/erasure.ts'
import { deciders } from '#shared/domain/deciders.ts'
import type { Look } from '#shared/domain/decision.ts'
import type { AggregateRef } from '#shared/log/command.ts'
import { entryEvents, type Entry } from '#shared/log/entry.ts'
import { aggregateKey } from '#shared/log/workspace-state.ts'
import type { Engine, StoredState } from '../engine/engine.port.ts'

/** Confirmed state of one aggregate: decided on it is right, durable it may not be yet. `seq` 0: there is none. */
export interface Confirmed {
  readonly state: unknown
  readonly seq: number
  readonly audience: number | null
}

interface Held extends Confirmed {
  /** Entries since the state was last written down whole. */
  readonly unsaved: number
  readonly savedBytes: number
}

const ALWAYS_SAVED_BYTES = 16 * 1024
const SAVE_EVERY = 16
const HELD_AT_MOST = 20_000

/** The states that a workspace decides on, read from the engine when first needed and kept while there is room. */
export class ConfirmedStates {
  readonly #engine: Engine
  readonly #workspace: string
  readonly #held = new Map<string, Held>()

  constructor(engine: Engine, workspace: string) {
    this.#engine = engine
    this.#workspace = workspace
  }

  async load(ref: AggregateRef, headSeq: number): Promise<Confirmed> {
    const key = aggregateKey(ref)
    const known = this.#held.get(key)
    if (known !== undefined) return known
    const read = await this.#read(ref, headSeq)
    // Someone else may have loaded and changed it while this read was under way.
    const meanwhile = this.#held.get(key)
    if (meanwhile !== undefined) return meanwhile
    this.#held.set(key, read)
    return read
  }

  /** Runs `decide` with a `look` over what is held; what is missing is loaded and `decide` runs again. */
  async decideWithLook<T>(headSeq: number, decide: (look: Look) => T): Promise<T> {
    for (;;) {
      const missing: AggregateRef[] = []
      const result = decide((kind, id) => {
        const held = this.#held.get(aggregateKey({ kind, id }))
        if (held === undefined) missing.push({ kind, id })
        return unlessErased(held?.state)
      })
      if (missing.length === 0) return result
      for (const ref of missing) await this.load(ref, headSeq)
    }
  }

  /** Takes over the state after an entry; answers it for writing down when it is time. */
  advance(
    ref: AggregateRef,
    next: { state: unknown; seq: number; audience: number },
  ): StoredState | undefined {
    const key = aggregateKey(ref)
    const before = this.#held.get(key)
    const unsaved = (before?.unsaved ?? 0) + 1
    const savedBytes = before?.savedBytes ?? 0
    const isDue = savedBytes < ALWAYS_SAVED_BYTES || unsaved >= SAVE_EVERY
    if (!isDue) {
      this.#held.set(key, { ...next, unsaved, savedBytes })
      return undefined
    }
    const json = JSON.stringify(next.state)
    this.#held.set(key, { ...next, unsaved: 0, savedBytes: json.length })
    return { aggregate: ref, seq: next.seq, json }
  }

  /** Its bodies were removed: nothing of it may be decided on or shown any more. */
  forget(ref: AggregateRef): void {
    this.#held.delete(aggregateKey(ref))
  }

  /** Forgets what is durable when there is too much of it. */
  trim(durableSeq: number): void {
    if (this.#held.size <= HELD_AT_MOST) return
    for (const [key, held] of this.#held) {
      if (this.#held.size <= HELD_AT_MOST / 2) return
      if (held.seq <= durableSeq) this.#held.delete(key)
    }
  }

  async #read(ref: AggregateRef, headSeq: number): Promise<Held> {
    const saved = await this.#engine.state(this.#workspace, ref)
    const tail = await this.#engine.history(this.#workspace, ref, saved?.seq ?? 0, headSeq)
    const state = tail.reduce<unknown>(
      (before, { entry, erased }) => (erased ? before : evolveBy(ref, before, entry)),
      saved === undefined ? undefined : stateIn(saved.json),
    )
    const seq = tail.at(-1)?.entry.seq ?? saved?.seq ?? 0
    const last =
      tail.at(-1) ??
      (seq === 0 ? undefined : (await this.#engine.history(this.#workspace, ref, seq - 1, seq))[0])
    return {
      state,
      seq,
      audience: last?.audienceAfter ?? null,
      unsaved: tail.length,
      savedBytes: saved?.json.length ?? 0,
    }
  }
}

/** An erased state is kept as `null`: nothing is left of it. */
function stateIn(json: string): unknown {
  return (JSON.parse(json) as unknown) ?? undefined
}

/** The state after an entry of the aggregate. */
export function evolveBy(ref: AggregateRef, state: unknown, entry: Pick<Entry, 'events'>): unknown {
  const { events } = entryEvents.parse(JSON.parse(entry.events))
  const decider = deciders[ref.kind]
  return events.reduce<unknown>((before, event) => decider.evolve(before, event, ref.id) as unknown, state)
}
