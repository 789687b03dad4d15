import { DatabaseSync } from 'node:sqlite'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { DatabaseFromTheFuture } from '../../../backbone/engine/sqlite-connection.ts'
import { openSqliteEngine } from '../../../backbone/engine/sqlite-engine.ts'
import { anAppend, anEntry, engineContract } from './engine-contract.ts'

engineContract('sqlite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'congso-engine-'))
  const path = join(folder, 'node.sqlite')
  let current = openSqliteEngine(path)
  return {
    engine: current,
    reopen: () => Promise.resolve((current = openSqliteEngine(path))),
    dispose: async () => {
      await current.close().catch(() => undefined)
      await rm(folder, { recursive: true })
    },
  }
})

it('leaves a file of a newer version as it is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'congso-engine-'))
  const path = join(folder, 'node.sqlite')
  const newer = new DatabaseSync(path)
  newer.exec('pragma user_version = 999')
  newer.close()
  expect(() => openSqliteEngine(path)).toThrow(DatabaseFromTheFuture)
  await rm(folder, { recursive: true })
})

it('is durable as a whole after writing without flushing', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'congso-engine-'))
  const path = join(folder, 'node.sqlite')
  const engine = openSqliteEngine(path, 'on-close')
  await engine.createWorkspace('w')
  await engine.append(anAppend(0, [anEntry(1)]))
  await engine.close()
  const again = openSqliteEngine(path)
  expect((await again.heads())[0]?.seq).toBe(1)
  await again.close()
  await rm(folder, { recursive: true })
})
