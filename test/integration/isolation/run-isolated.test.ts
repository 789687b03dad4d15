import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type IsolatedRun, runIsolated } from '../../../backbone/isolation/run-isolated.ts'

const entry = fileURLToPath(new URL('../../fixtures/isolation/misbehaving-entry.ts', import.meta.url))
const run = (task: string, rest: Partial<IsolatedRun> = {}) =>
  runIsolated({ task, input: null, ...rest }, { entry })

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'isolation-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

// Each step starts a process, which takes seconds on a busy machine.
describe('a task in a process of its own', { timeout: 120_000 }, () => {
  test('answers with JSON, and what is printed is no answer', async () => {
    const input = { text: 'Đường', list: [1, null, { a: true }] }
    expect(await run('echo', { input })).toEqual({ ok: true, value: input })
    expect(await run('print')).toEqual({ ok: true, value: 'answer' })
  })

  test('tells what went wrong', async () => {
    expect(await run('throw')).toEqual({
      ok: false,
      error: { code: 'task-failed', detail: 'RangeError: on purpose' },
    })
    expect(await run('nothing')).toMatchObject({ ok: false, error: { code: 'task-unknown' } })
    expect(await run('toString')).toMatchObject({ ok: false, error: { code: 'task-unknown' } })
    expect(await run('exit')).toMatchObject({ ok: false, error: { code: 'crash' } })
    expect(await run('abort')).toMatchObject({ ok: false, error: { code: 'crash' } })
    const nowhere = await runIsolated({ task: 'echo', input: 1 }, { entry, node: join(folder, 'no-node') })
    expect(nowhere).toMatchObject({ ok: false, error: { code: 'crash' } })
  })

  test('is ended at its limits', async () => {
    expect(await run('spin', { limits: { timeoutMs: 1500 } })).toMatchObject({ error: { code: 'timeout' } })
    expect(await run('heap', { limits: { heapMb: 32 } })).toMatchObject({ error: { code: 'memory' } })
    expect(await run('buffers', { limits: { residentMb: 192 } })).toMatchObject({ error: { code: 'memory' } })
    const limits = { answerBytes: 100_000 }
    expect(await run('large', { input: 200_000, limits })).toMatchObject({
      error: { code: 'answer-too-large' },
    })
    expect(await run('large', { input: 90_000, limits })).toMatchObject({ ok: true })
  })

  test('reads and writes only where it may, starts nothing, and inherits no secrets', async () => {
    const path = join(folder, 'a.txt')
    await writeFile(path, 'nội dung')
    expect(await run('read', { input: path })).toMatchObject({ error: { code: 'task-failed' } })
    expect(await run('read', { input: path, readable: [path] })).toEqual({ ok: true, value: 'nội dung' })
    const other = join(folder, 'b.txt')
    expect(await run('write', { input: other })).toMatchObject({ error: { code: 'task-failed' } })
    expect(await run('write', { input: other, readable: [folder] })).toMatchObject({
      error: { code: 'task-failed' },
    })
    expect(await run('write', { input: other, writable: [folder] })).toMatchObject({ ok: true })
    expect(await readdir(folder)).toEqual(['a.txt', 'b.txt'])
    expect(await run('start')).toMatchObject({
      error: { code: 'task-failed', detail: expect.stringContaining('restricted') as unknown },
    })
    expect(await run('environment')).toMatchObject({ ok: true, value: [] })
  })
})
