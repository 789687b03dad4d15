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

  const runDue = async (): Promise<void> => {
    state.isAgain = false
    for (;;) {
      const jobs = state.isClosed ? [] : await store.readyJobs(clock.now(), AT_ONCE)
      if (jobs.length === 0) break
      await Promise.all(jobs.map(runOne))
    }
    if (state.isClosed) return
    const due = await store.nextDueMs()
    if (due === undefined) return
    clearTimeout(timer)
    timer = setTimeout(kick, Math.min(LONGEST_WAIT_MS, Math.max(10, due - clock.now())))
    timer.unref()
  }

  const kick = (): void => {
    state.isAgain = true
    if (state.isClosed) return
    running ??= runDue()
      .catch((error: unknown) => {
        journal.error('jobs stopped', error)
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
