import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newProfile, removeProfile } from './host-app.ts'
import { engineProcesses, listeningPorts } from './processes.ts'

const root = path.resolve(import.meta.dirname, '../../..')
let profile: string

beforeEach(async () => {
  profile = await newProfile()
})

afterEach(() => removeProfile(profile))

interface Running {
  child: ChildProcess
  exited: Promise<number | null>
  lines: AsyncIterator<string>
}

function start(...args: string[]): Running {
  const child = spawn(
    path.join(root, 'electron/host/dist/electron'),
    ['.', `--user-data-dir=${profile}`, ...args],
    {
      cwd: path.join(root, 'test/fixtures/host-app'),
      env: { ...process.env, CONGSO_HEADLESS: '1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  return {
    child,
    exited: once(child, 'exit').then(([code]: (number | null)[]) => code ?? null),
    lines: createInterface({ input: child.stdout })[Symbol.asyncIterator](),
  }
}

test('nothing listens for connections, and ending the app ends the engine', async () => {
  const { child, exited, lines } = start()
  expect((await lines.next()).value).toBe('loaded')
  const processes = [child.pid ?? 0, ...(await engineProcesses(profile))]
  expect(processes.length).toBeGreaterThan(2)
  expect(await listeningPorts(processes)).toEqual([])
  child.kill('SIGTERM')
  expect(await exited).toBe(0)
  await expect.poll(() => engineProcesses(profile), { timeout: 10_000 }).toEqual([])
})

test('a second start hands its arguments to the first and starts no engine', async () => {
  const first = start('--single', 'one')
  expect((await first.lines.next()).value).toBe('loaded')
  const second = start('--single', 'two')
  expect(await second.exited).toBe(7)
  expect((await first.lines.next()).value).toBe('second two')
  expect(await first.exited).toBe(0)
})

test('a lock left behind by a killed app does not keep the next one out', async () => {
  const first = start('--single', 'one')
  expect((await first.lines.next()).value).toBe('loaded')
  first.child.kill('SIGKILL')
  await first.exited
  const second = start('--single', 'two')
  expect((await second.lines.next()).value).toBe('loaded')
  second.child.kill('SIGTERM')
  expect(await second.exited).toBe(0)
})

test('an engine that does not start is named, and the app ends', async () => {
  const child = spawn(path.join(root, 'electron/host/dist/electron'), ['.', `--user-data-dir=${profile}`], {
    cwd: path.join(root, 'test/fixtures/host-app'),
    env: { ...process.env, CONGSO_HEADLESS: '1', CONGSO_CHROMIUM: '/no/such/engine' },
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (part: string) => (said += part))
  expect(await once(child, 'exit')).toEqual([1, null])
  expect(said).toContain('/no/such/engine does not start')
})
