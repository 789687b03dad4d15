import type { Job } from '../engine/exchange-store.port.ts'
import type { Engine } from '../engine/engine.port.ts'
import type { Clock, Journal } from '../ports.ts'

/** What a job is done by. */
export interface JobKind {
  /** Idempotent: it may run again after a crash in the middle. Rejects to be tried again later. */
  readonly run: (job: Job) => Promise<void>
  /** Called once when no further try is left, instead of `run`; must be idempotent too. */
  readonly giveUp: (job: Job) => Promise<void>
}

export interface JobRunner {
  /** There may be something to do. */
  kick(): void
  /** Resolves when nothing is due now. */
  settled(): Promise<void>
  close(): Promise<void>
}

const AT_ONCE = 4
const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 60 * 60 * 1000
/** When jobs could not be read or put off. */
const STOPPED_WAIT_MS = 60 * 1000
/** With the waits above: given up after about nine hours. */
const MOST_ATTEMPTS = 20

/** Does jobs lane by lane, again after a growing wait when they fail, and gives up after a finite number of tries. */
export function runJobs(
  kinds: Readonly<Record<string, JobKind>>,
  { engine, clock, journal }: { engine: Engine; clock: Clock; journal: Journal },
): JobRunner {
  const store = engine.exchange
  let running: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined
  const state = { isAgain: false, isClosed: false }
  const inHand = new Map<string, Promise<void>>()
  let failed: { readonly error: unknown } | undefined
  let wake = (): void => undefined

  /** There may be something new to begin, or a place for it. */
  const lookAgain = (): void => {
    state.isAgain = true
    wake()
  }

  const runOne = async (job: Job): Promise<void> => {
    const kind = kinds[job.kind]
    if (kind === undefined) {
      journal.warn('job of unknown kind', { kind: job.kind })
      await store.postponeJob(job.id, clock.now() + LONGEST_WAIT_MS, 'unknown kind')
      return
    }
    try {
      await (job.attempts < MOST_ATTEMPTS ? kind.run(job) : kind.giveUp(job))
      await store.finishJob(job.id)
    } catch (error) {
      journal.error(`job ${job.kind} failed`, error)
      const problem = error instanceof Error ? error.message : String(error)
      await store.postponeJob(job.id, clock.now() + waitBefore(job.attempts + 1), problem.slice(0, 1000))
    }
  }

  const mayLook = (): boolean => state.isAgain

  const begin = (job: Job): void => {
    const ended = runOne(job)
      .catch((error: unknown) => {
        failed = { error }
      })
      .finally(() => {
        inHand.delete(job.id)
        lookAgain()
      })
    inHand.set(job.id, ended)
  }

  /** What may begin now. A job in hand stays the first of its lane until it is done or put off, so nothing of its lane comes before it. */
  const beginnable = async (nowMs: number): Promise<readonly Job[]> => {
    const begun = new Set(inHand.keys())
    const ready = await store.readyJobs(nowMs, AT_ONCE)
    return ready.filter(({ id }) => !begun.has(id)).slice(0, AT_ONCE - begun.size)
  }

  const kickAfter = (waitMs: number): void => {
    clearTimeout(timer)
    timer = setTimeout(kick, waitMs)
    timer.unref()
  }
  const kickWhenDue = async (nowMs: number): Promise<void> => {
    const due = await store.nextDueMs(nowMs)
    clearTimeout(timer)
    if (due !== undefined && !state.isClosed)
      kickAfter(Math.min(LONGEST_WAIT_MS, Math.max(10, due - clock.now())))
  }

  /** Begins what is due as soon as there is a place for it: a job that takes long keeps one place, and its lane. */
  const runDue = async (): Promise<void> => {
    for (;;) {
      state.isAgain = false
      if (failed !== undefined) throw failed.error
      if (!state.isClosed && inHand.size < AT_ONCE) {
        const nowMs = clock.now()
        const jobs = await beginnable(nowMs)
        jobs.forEach(begin)
        if (inHand.size < AT_ONCE) await kickWhenDue(nowMs)
      }
      if (mayLook()) continue
      if (inHand.size === 0) return
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }

  const kick = (): void => {
    lookAgain()
    if (state.isClosed) return
    running ??= runDue()
      .catch(async (error: unknown) => {
        journal.error('jobs stopped', error)
        await Promise.all(inHand.values())
        failed = undefined
        state.isAgain = false
        if (!state.isClosed) kickAfter(STOPPED_WAIT_MS)
      })
      .finally(() => {
        running = undefined
        // Asked for while the last look was already over.
        if (state.isAgain) kick()
      })
  }

  return {
    kick,
    settled: async () => {
      while (running !== undefined) await running
    },
    close: async () => {
      state.isClosed = true
      clearTimeout(timer)
      await running
    },
  }
}

function waitBefore(attempt: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1))
}
