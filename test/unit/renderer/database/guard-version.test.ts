import { Dexie } from 'dexie'
import { expect, test } from 'vitest'
import { DatabaseFromFuture } from '../../../../renderer/database/guard-version.ts'
import { databaseName, openOfficeDatabase } from '../../../../renderer/database/office-database.ts'
import { allVersions, LATEST_VERSION } from '../../../../renderer/database/versions/all-versions.ts'
import { aDisk } from './a-database.ts'

const whose = { person: 'p', workspace: 'w' }

test('versions rise, in whole tens', () => {
  const numbers: readonly number[] = allVersions.map((version) => version.number)
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b))
  expect(numbers.filter((number) => number % 10 !== 0)).toEqual([])
})

test('a database of this version opens again with what is in it', async () => {
  const disk = aDisk()
  const first = await openOfficeDatabase(whose, disk)
  await first.counters.put({ name: 'incoming/toAccept', value: 3 })
  first.close()
  const second = await openOfficeDatabase(whose, disk)
  expect(await second.counters.get('incoming/toAccept')).toEqual({ name: 'incoming/toAccept', value: 3 })
  second.close()
})

test('a database from the future is refused and kept as it is', async () => {
  const disk = aDisk()
  const future = new Dexie(databaseName(whose), disk)
  future.version(LATEST_VERSION + 10).stores({ ...allVersions[0].stores, visions: 'id' })
  await future.open()
  await future.table('visions').put({ id: 'một' })
  await future.table('meta').put({ name: 'schemaVersion', value: LATEST_VERSION + 10 })
  future.close()
  await expect(openOfficeDatabase(whose, disk)).rejects.toThrow(DatabaseFromFuture)
  const again = new Dexie(databaseName(whose), disk)
  again.version(LATEST_VERSION + 10).stores({ ...allVersions[0].stores, visions: 'id' })
  expect(await again.table('visions').get('một')).toEqual({ id: 'một' })
  expect(await again.table('meta').get('schemaVersion')).toMatchObject({ value: LATEST_VERSION + 10 })
  again.close()
})
