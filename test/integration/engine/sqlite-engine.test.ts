import { DatabaseSync } from 'node:sqlite'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Engine } from '../../../backbone/engine/engine.port.ts'
import {
  DatabaseFromTheFuture,
  DatabaseUnsealed,
  WrongNodeKey,
} from '../../../backbone/engine/sqlite-connection.ts'
import { openSqliteEngine } from '../../../backbone/engine/sqlite-engine.ts'
import { SealBroken } from '../../../backbone/sealing/node-key.ts'
import { aNodeKey } from '../../builders/node-key.ts'
import { anAppend, anEntry, engineContract } from './engine-contract.ts'

engineContract('sqlite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'congso-engine-'))
  const path = join(folder, 'node.sqlite')
  const key = aNodeKey()
  let current = openSqliteEngine(path, key)
  return {
    engine: current,
    reopen: () => Promise.resolve((current = openSqliteEngine(path, key))),
    dispose: async () => {
      await current.close().catch(() => undefined)
      await rm(folder, { recursive: true })
    },
  }
})

describe('a SQLite file', () => {
  const key = aNodeKey()
  const letter = { kind: 'letter', id: 'l1' } as const
  let folder: string
  let path: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'congso-engine-'))
    path = join(folder, 'node.sqlite')
  })
  afterEach(() => rm(folder, { recursive: true }))

  async function written(): Promise<void> {
    const engine = openSqliteEngine(path, key)
    await engine.createWorkspace('w')
    await engine.append(
      anAppend(0, [anEntry(1), anEntry(2)], {
        states: [
          { aggregate: letter, seq: 1, json: '{"subject":"mật ong"}' },
          { aggregate: { kind: 'letter', id: 'l2' }, seq: 2, json: '{"subject":"khác"}' },
        ],
      }),
    )
    await engine.close()
  }

  function changeBehindItsBack(sql: string): void {
    const database = new DatabaseSync(path)
    database.exec(sql)
    database.close()
  }

  async function reading<T>(read: (engine: Engine) => Promise<T>): Promise<T> {
    const engine = openSqliteEngine(path, key)
    try {
      return await read(engine)
    } finally {
      await engine.close()
    }
  }

  it('of a newer version is left as it is', () => {
    changeBehindItsBack('pragma user_version = 999')
    expect(() => openSqliteEngine(path, key)).toThrow(DatabaseFromTheFuture)
  })

  it('from before sealing is refused with what to do', async () => {
    changeBehindItsBack('create table entries (command text); pragma user_version = 1')
    const before = await readFile(path)
    expect(() => openSqliteEngine(path, key)).toThrow(DatabaseUnsealed)
    expect(() => openSqliteEngine(path, key)).toThrow(/reset Practice/)
    expect(await readFile(path)).toEqual(before)
  })

  it('forgets the jobs that nobody does any more', async () => {
    const job = (id: string, kind: string) => ({ id, workspace: 'w', lane: id, kind, payload: '{}' })
    const engine = openSqliteEngine(path, key)
    await engine.createWorkspace('w')
    await engine.exchange.addJobs([job('one', 'publish-weeks'), job('two', 'deliver')])
    await engine.close()
    changeBehindItsBack('pragma user_version = 4')
    const left = await reading((again) => again.exchange.readyJobs(0, 10))
    expect(left.map(({ id }) => id)).toEqual(['two'])
  })

  it('is refused under another key, unchanged, and opens again under its own', async () => {
    await written()
    const before = await readFile(path)
    expect(() => openSqliteEngine(path, aNodeKey())).toThrow(WrongNodeKey)
    expect(await readFile(path)).toEqual(before)
    expect((await reading((engine) => engine.heads()))[0]?.seq).toBe(2)
  })

  it.each([
    ['an entry cut by a byte', 'update entries set sealed = substr(sealed, 1, length(sealed) - 1)'],
    [
      'the time beside an entry',
      `update entries set server_time = '2020-01-01T00:00:00.000Z' where rid % 1024 = 1`,
    ],
    ['the audience beside an entry', 'update entries set audience_after = 7 where rid % 1024 = 1'],
    ['the mark of an erased entry', 'update entries set erased = 1 where rid % 1024 = 1'],
    [
      'the content of one entry under another',
      'update entries set sealed = (select sealed from entries where rid % 1024 = 2)',
    ],
    ['nothing left of the content', `update entries set sealed = x''`],
  ])('refuses %s that was changed, with the cause', async (_what, sql) => {
    await written()
    changeBehindItsBack(sql)
    const read = reading((engine) => engine.entries('w', 0, 10))
    await expect(read).rejects.toThrow(SealBroken)
    await expect(read).rejects.toMatchObject({ cause: expect.any(Error) as Error })
    await expect(reading((engine) => engine.history('w', letter, 0, 9))).rejects.toThrow(SealBroken)
    await expect(reading((engine) => engine.command('w', 'c1'))).rejects.toThrow(SealBroken)
  })

  it('refuses an entry with one bit changed', async () => {
    await written()
    const database = new DatabaseSync(path)
    const { sealed } = database.prepare('select sealed from entries').get() as { sealed: Uint8Array }
    sealed[30] = (sealed[30] ?? 0) ^ 1
    database.prepare('update entries set sealed = ? where rid % 1024 = 1').run(sealed)
    database.close()
    await expect(reading((engine) => engine.entries('w', 0, 10))).rejects.toThrow(SealBroken)
  })

  it('refuses the state of one object under another', async () => {
    await written()
    changeBehindItsBack(
      `update states set sealed = (select sealed from states where aggregate = 2) where aggregate = 1`,
    )
    await expect(reading((engine) => engine.state('w', letter))).rejects.toThrow(SealBroken)
  })

  it('is durable as a whole after writing without flushing', async () => {
    const engine = openSqliteEngine(path, key, 'on-close')
    await engine.createWorkspace('w')
    await engine.append(anAppend(0, [anEntry(1)]))
    await engine.close()
    expect((await reading((again) => again.heads()))[0]?.seq).toBe(1)
  })
})
