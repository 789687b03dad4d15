import { expect, test } from 'vitest'
import { aDisk, anOffice } from './a-database.ts'

test('two windows that count at the same moment both count', async () => {
  const disk = aDisk()
  const one = await anOffice(disk)
  const two = await anOffice(disk)
  const add = (office: typeof one) =>
    office.store.write(async (changes) => {
      const before = (await office.store.database.meta.get('sum'))?.value
      changes.putMeta('sum', (typeof before === 'number' ? before : 0) + 1)
      changes.count('acts', 1)
    })
  await Promise.all(Array.from({ length: 20 }, (_, index) => add(index % 2 === 0 ? one : two)))
  expect((await one.store.database.meta.get('sum'))?.value).toBe(20)
  expect((await two.store.database.counters.get('acts'))?.value).toBe(20)
})

test('a plan that throws writes nothing, and the next one goes on', async () => {
  const office = await anOffice()
  const failed = office.store.write((changes) => {
    changes.count('acts', 1)
    return Promise.reject(new RangeError('no'))
  })
  await expect(failed).rejects.toThrow('no')
  await office.store.write((changes) => {
    changes.count('acts', 1)
    return Promise.resolve()
  })
  expect((await office.store.database.counters.get('acts'))?.value).toBe(1)
})

test('a plan that changes nothing leaves the revision alone', async () => {
  const office = await anOffice()
  await office.store.write(() => Promise.resolve())
  expect(await office.store.database.meta.get('revision')).toBeUndefined()
})
