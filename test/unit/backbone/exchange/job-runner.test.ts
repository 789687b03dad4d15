import { expect, test } from 'vitest'
import type { Job } from '../../../../backbone/engine/exchange-store.port.ts'
import type { Engine } from '../../../../backbone/engine/engine.port.ts'
import { runJobs, type JobKind, type JobRunner } from '../../../../backbone/exchange/job-runner.ts'
import type { Journal } from '../../../../backbone/ports.ts'

const quiet = { warn: () => undefined, error: () => undefined } as unknown as Journal

/** Jobs in memory: the first of each lane, oldest first. */
class Jobs {
  readonly done: string[] = []
  #jobs: readonly { readonly job: Job; readonly dueMs: number }[] = []
  nowMs = 0
  isBroken = false

  add(...ids: readonly string[]): void {
    for (const id of ids) {
      const [lane = ''] = id.split('/')
      const job: Job = { id, lane, kind: lane, workspace: 'w', payload: '{}', attempts: 0 }
      this.#jobs = [...this.#jobs, { job, dueMs: 0 }]
    }
  }

  runner(kinds: Readonly<Record<string, JobKind['run']>>): JobRunner {
    const all = Object.entries(kinds).map(([kind, run]) => [kind, { run, giveUp: run }] as const)
    const firsts = () =>
      this.#jobs.filter((one, at) => this.#jobs.findIndex(({ job }) => job.lane === one.job.lane) === at)
    const exchange: Pick<Engine['exchange'], 'readyJobs' | 'finishJob' | 'postponeJob' | 'nextDueMs'> = {
      readyJobs: (nowMs, limit) => {
        const due = firsts().filter(({ dueMs }) => dueMs <= nowMs)
        return Promise.resolve(due.slice(0, limit).map(({ job }) => job))
      },
      finishJob: (id) => {
        this.done.push(id)
        this.#jobs = this.#jobs.filter(({ job }) => job.id !== id)
        return Promise.resolve()
      },
      postponeJob: (id, dueMs) => {
        if (this.isBroken) return Promise.reject(new Error('disk is full'))
        this.#jobs = this.#jobs.map((one) =>
          one.job.id === id ? { dueMs, job: { ...one.job, attempts: one.job.attempts + 1 } } : one,
        )
        return Promise.resolve()
      },
      nextDueMs: (nowMs) => {
        const later = firsts().filter(({ dueMs }) => dueMs > nowMs)
        return Promise.resolve(later.map(({ dueMs }) => dueMs).toSorted((a, b) => a - b)[0])
      },
    }
    const engine = { exchange } as unknown as Engine
    return runJobs(Object.fromEntries(all), { engine, clock: { now: () => this.nowMs }, journal: quiet })
  }
}

/** A job that takes until it is let go; `begun` counts how often. */
function held(): { run: JobKind['run']; letGo: () => void; begun: () => number } {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  let begun = 0
  const run = async (): Promise<void> => {
    begun++
    await promise
  }
  return { run, letGo: () => resolve(undefined), begun: () => begun }
}
const atOnce = (): Promise<void> => Promise.resolve()

test('a job that takes long keeps its place and its lane; those of other lanes are done meanwhile, also when they come later', async () => {
  const jobs = new Jobs()
  const slow = held()
  const runner = jobs.runner({ slow: slow.run, a: atOnce, b: atOnce, c: atOnce, d: atOnce, e: atOnce })
  jobs.add('slow/1', 'slow/2', 'a/1', 'a/2', 'b/1', 'c/1', 'd/1', 'e/1')
  runner.kick()
  await expect.poll(() => jobs.done.length).toBe(6)
  jobs.add('a/3')
  runner.kick()
  await expect.poll(() => jobs.done).toContain('a/3')
  expect(jobs.done.filter((id) => id.startsWith('a/'))).toEqual(['a/1', 'a/2', 'a/3'])
  expect(slow.begun()).toBe(1)
  slow.letGo()
  await runner.settled()
  expect(jobs.done.slice(-2)).toEqual(['slow/1', 'slow/2'])
})

test('no more are in hand at once than there are places', async () => {
  const jobs = new Jobs()
  const one = held()
  const kinds = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((kind) => [kind, one.run]))
  const runner = jobs.runner(kinds)
  jobs.add('a/1', 'b/1', 'c/1', 'd/1', 'e/1', 'f/1')
  runner.kick()
  await expect.poll(one.begun).toBe(4)
  runner.kick()
  expect(one.begun()).toBe(4)
  one.letGo()
  await runner.settled()
  expect(jobs.done).toHaveLength(6)
})

test('what failed is tried again when it is due, while another still takes long', async () => {
  const jobs = new Jobs()
  const slow = held()
  let tries = 0
  const failing = (): Promise<void> => (++tries < 3 ? Promise.reject(new Error('away')) : Promise.resolve())
  const runner = jobs.runner({ slow: slow.run, failing })
  jobs.add('slow/1', 'failing/1', 'failing/2')
  runner.kick()
  await expect.poll(() => tries).toBe(1)
  jobs.nowMs = 1000
  runner.kick()
  await expect.poll(() => tries).toBe(2)
  jobs.nowMs = 10_000
  runner.kick()
  await expect.poll(() => jobs.done).toEqual(['failing/1', 'failing/2'])
  slow.letGo()
  await runner.settled()
})

test('is closed when what is in hand is done, and begins nothing more', async () => {
  const jobs = new Jobs()
  const slow = held()
  const runner = jobs.runner({ slow: slow.run })
  jobs.add('slow/1', 'slow/2')
  runner.kick()
  await expect.poll(slow.begun).toBe(1)
  const closed = runner.close()
  slow.letGo()
  await closed
  expect(jobs.done).toEqual(['slow/1'])
})

test('stops, and does not turn in circles, when a job cannot even be put off', async () => {
  const jobs = new Jobs()
  let tries = 0
  const runner = jobs.runner({
    failing: () => {
      tries++
      return Promise.reject(new Error('away'))
    },
  })
  jobs.isBroken = true
  jobs.add('failing/1')
  runner.kick()
  await runner.settled()
  expect(tries).toBe(1)
  await runner.close()
})
