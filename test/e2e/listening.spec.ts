import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { listeningPorts } from '../integration/host/processes.ts'
import { processTree } from './fixtures/process-tree.ts'

const root = path.resolve(import.meta.dirname, '../..')
const LOOPBACK = '0100007F:'

test('nothing but the practice node listens, on the loopback only', async () => {
  const profile = await mkdtemp(path.join(tmpdir(), 'congso-listen-'))
  const program = path.join(
    process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(root, 'electron/host/dist'),
    'electron',
  )
  const child = spawn(program, ['.', '--practice', `--user-data-dir=${profile}`], {
    cwd: root,
    env: { ...process.env, CONGSO_HEADLESS: '1' },
    stdio: 'ignore',
  })
  const exited = once(child, 'exit')
  try {
    let ports: readonly string[] = []
    while (ports.length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 200))
      ports = await listeningPorts(await processTree(child.pid ?? 0))
    }
    expect(ports).toHaveLength(1)
    expect(ports[0]?.startsWith(LOOPBACK)).toBe(true)
  } finally {
    child.kill('SIGTERM')
    await exited
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
})
