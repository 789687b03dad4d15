import { expect, it } from 'vitest'
import type { StoredEntry } from '../../../../backbone/engine/engine.port.ts'
import { logFollower } from '../../../../backbone/workspace/log-follower.ts'

it('begins again after a beginning that failed, and then reads what came since', async () => {
  const log = ['a', 'b', 'c']
  const entries = (_workspace: string, after: number): Promise<readonly StoredEntry[]> =>
    Promise.resolve(
      log
        .map(
          (id, index) => ({ aggregate: { kind: 'meeting', id }, entry: { seq: index + 1 } }) as StoredEntry,
        )
        .filter(({ entry }) => entry.seq > after),
    )
  const read: string[] = []
  let isBroken = true
  const follow = logFollower(
    { entries },
    { id: 'w', head: () => ({ seq: 2, nowMs: 0 }) as never },
    {
      begin: () => {
        if (isBroken) return Promise.reject(new Error('disk'))
        read.push('all until b')
        return Promise.resolve()
      },
      take: (touched) => {
        read.push(...touched.map(({ id }) => id))
        return Promise.resolve()
      },
    },
  )
  await expect(follow()).rejects.toThrow('disk')
  expect(read).toEqual([])
  isBroken = false
  await Promise.all([follow(), follow()])
  log.push('d')
  await follow()
  expect(read).toEqual(['all until b', 'c', 'd'])
})
