import { sha256Hex } from '#shared/kernel/hash.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import type { Publishing } from '#shared/protocol/calendar-server.ts'
import type { Clock, Journal } from '../ports.ts'
import { unpublished, type PublicationState, type PublicationStates } from './publication-states.ts'
import { publishOnce, type Publication } from './publish-once.ts'
import type { Marks } from './reconcile.ts'

/** Keeps collections what they are wanted to be. */
export interface Publisher {
  /** Something in it may be different: looked at soon, with what else changes meanwhile; not while it waits after a failure. */
  changed(key: string): void
  /** Looked at at once, whatever it waits for. */
  now(key: string): void
  /** There may be others than before. */
  kick(): void
  of(key: string): Promise<Publishing>
  /** Resolves when nothing is due now. */
  settled(): Promise<void>
  close(): Promise<void>
}

const AT_ONCE = 2
const SOON_MS = 2000
/** What the operator sets is seen within this. */
const LOOK_MS = 60_000

interface Known {
  state: PublicationState
  dueMs: number
}

/** A look at one collection that is under way. */
interface Round {
  readonly ended: Promise<void>
  readonly stop: AbortController
}

export interface PublisherDeps {
  /** All there are, also those that were never published. */
  readonly list: () => Promise<readonly Publication[]>
  readonly states: PublicationStates
  readonly clock: Clock
  readonly journal: Journal
}

/**
 * Looks at each collection when something changed and now and then, makes it where there is none, and makes what lies there what is wanted; what it remembers spares
 * work only, so that a crash or a change by hand is put right by the next look. Never gives up.
 */
export function runPublisher({ list, states, clock, journal }: PublisherDeps): Publisher {
  const known = new Map<string, Known>()
  const underWay = new Map<string, Round>()
  const closing = new AbortController()
  let looking: Promise<void> | undefined
  let isAgain = false
  let timer: NodeJS.Timeout | undefined

  const knownOf = async ({ key, server }: Publication): Promise<Known> => {
    const to =
      server === undefined ? '' : sha256Hex(JSON.stringify([server.url, server.user, server.password]))
    let one = known.get(key)
    if (one === undefined) {
      const state = (await states.of(key)) ?? unpublished(to)
      // After a start nobody knows what changed while the node was away.
      one = { state, dueMs: state.problem === null ? 0 : state.nextTryMs }
      known.set(key, one)
    }
    if (one.state.to !== to && !underWay.has(key)) {
      one.state = unpublished(to)
      one.dueMs = 0
    }
    return one
  }

  const look = async (): Promise<void> => {
    const all = await list()
    const keys = new Set(all.map(({ key }) => key))
    for (const key of known.keys())
      if (!keys.has(key)) {
        known.delete(key)
        underWay.get(key)?.stop.abort()
        await states.remove(key)
      }
    for (const one of all) {
      const entry = await knownOf(one)
      if (closing.signal.aborted || underWay.size >= AT_ONCE) continue
      if (entry.dueMs <= clock.now() && !underWay.has(one.key)) begin(one, entry)
    }
  }

  const begin = (one: Publication, entry: Known): void => {
    const stop = new AbortController()
    const ended = run(one, entry, AbortSignal.any([closing.signal, stop.signal]))
      .catch((error: unknown) => {
        journal.error('calendar publication stopped', error)
        entry.dueMs = clock.now() + LOOK_MS
      })
      .finally(() => {
        underWay.delete(one.key)
        kick()
      })
    underWay.set(one.key, { ended, stop })
  }

  const run = async (one: Publication, entry: Known, ends: AbortSignal): Promise<void> => {
    entry.dueMs = Infinity
    const marks: Marks = new Map(entry.state.marks)
    const next = await publishOnce(one, { before: entry.state, marks, ends, clock, journal })
    if (next === undefined) return
    const { state, isDone } = next
    entry.dueMs = state.problem === null ? Math.min(entry.dueMs, state.nextTryMs) : state.nextTryMs
    entry.state = { ...state, marks: [...marks].map(([name, [etag, digest]]) => [name, [etag, digest]]) }
    // Ended meanwhile: nothing of it stays.
    if (known.get(one.key) === entry) await states.set(one.key, entry.state)
    if (isDone) await one.done?.()
  }

  const kick = (): void => {
    if (closing.signal.aborted) return
    if (looking !== undefined) {
      isAgain = true
      return
    }
    looking = look()
      .catch((error: unknown) => {
        journal.error('calendars to publish not read', error)
      })
      .finally(() => {
        looking = undefined
        kickWhenDue()
        if (!isAgain) return
        isAgain = false
        kick()
      })
  }

  const kickWhenDue = (): void => {
    clearTimeout(timer)
    if (closing.signal.aborted) return
    const waiting = underWay.size >= AT_ONCE ? [] : [...known].filter(([key]) => !underWay.has(key))
    const dueIn = Math.min(LOOK_MS, ...waiting.map(([, { dueMs }]) => dueMs - clock.now()))
    timer = setTimeout(kick, Math.max(50, dueIn))
    timer.unref()
  }

  const hasWork = (): boolean => looking !== undefined || underWay.size > 0
  const work = (): readonly unknown[] => [looking, ...[...underWay.values()].map(({ ended }) => ended)]
  return {
    changed: (key) => {
      const one = known.get(key)
      if (one === undefined || one.state.problem !== null) return
      one.dueMs = Math.min(one.dueMs, clock.now() + SOON_MS)
      kickWhenDue()
    },
    now: (key) => {
      const one = known.get(key)
      if (one !== undefined) one.dueMs = 0
      kick()
    },
    kick,
    of: async (key) => {
      const one = known.get(key)
      const state = one?.state ?? (await states.of(key)) ?? unpublished('')
      const dueMs = one?.dueMs ?? 0
      const isNow = underWay.has(key) || dueMs <= clock.now()
      const { publishedAt, entries, leftOut, problem } = state
      return { publishedAt, entries, leftOut, problem, nextTryAt: isNow ? null : instantFrom(dueMs) }
    },
    settled: async () => {
      kick()
      while (hasWork()) await Promise.all(work())
    },
    close: async () => {
      closing.abort()
      clearTimeout(timer)
      while (hasWork()) await Promise.all(work())
    },
  }
}
