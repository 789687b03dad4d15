import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../../..')

function runDoctor(env: Record<string, string>): { status: number | null; stdout: string; stderr: string } {
  const script = path.join(root, 'scripts/doctor.mjs')
  return spawnSync(process.execPath, [script], { encoding: 'utf8', env: { ...process.env, ...env } })
}

test('a machine with everything is told what it has, without a change', () => {
  const { status, stdout, stderr } = runDoctor({ CONGSO_CHROMIUM: '/own/chrome', CONGSO_HEADLESS: '1' })
  expect(stderr).toBe('')
  expect(stdout).toMatch(/^congso: Node 24\.\d+\.\d+; windows by \/own\/chrome, without a display\n$/)
  expect(status).toBe(0)
})
