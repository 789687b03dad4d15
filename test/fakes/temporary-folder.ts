import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach } from 'vitest'

const made: string[] = []

afterEach(async () => {
  for (const folder of made.splice(0))
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
})

/** A folder of the test's own, gone after it. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'congso-test-'))
  made.push(folder)
  return folder
}
