import { expect, test } from 'vitest'
import { IndexSource } from '../../../../renderer/database/index-source.ts'
import type { Changes } from '../../../../renderer/database/changes.ts'
import { anOffice } from './a-database.ts'

const parts = [{ name: 'header', content: { json: 'kept' } }]

async function aDesk() {
  const office = await anOffice()
  const { database, sealing } = office.store
  const source = new IndexSource(database, sealing)
  const write = (plan: (changes: Changes) => void) =>
    office.store.write((changes) => {
      plan(changes)
      return Promise.resolve()
    })
  const put = (id: string) => write((changes) => changes.putProjected('found', { id }, { id }))
  await put('letter/1')
  await put('letter/2')
  return { source, put, write, revision: await source.revision() }
}

test('a snapshot is kept though more was found while it was sealed: that is read behind it', async () => {
  const { source, put, revision } = await aDesk()
  await put('letter/3')
  expect(await source.keepSnapshot(revision, parts)).toBe(true)
  expect(await source.snapshotJson('header')).toBe('kept')
})

test.each([
  ['taken out', (changes: Changes) => changes.delete('found', 'letter/1')],
  ['cleared', (changes: Changes) => changes.clear('found')],
])('nothing is kept of what was %s while it was sealed', async (_, plan) => {
  const { source, put, write, revision } = await aDesk()
  await write(plan)
  await put('letter/3')
  expect(await source.keepSnapshot(revision, parts)).toBe(false)
  expect(await source.snapshotJson('header')).toBeUndefined()
  expect(await source.keepSnapshot(await source.revision(), parts)).toBe(true)
})
