import { expect, test } from 'vitest'
import type { Office } from '../../../../renderer/database/office.ts'
import type { Entry } from '../../../../shared/log/entry.ts'
import { anOffice } from './a-database.ts'

const entry = (seq: number): Entry => ({
  seq,
  epoch: 1,
  serverTime: '2026-11-16T01:00:00.000Z',
  command: { text: JSON.stringify({ id: `c${seq}` }), signature: '', key: '' },
  events: '',
})
const kept = (seq: number, aggregate = `document/${seq % 3}`) => ({ aggregate, entry: entry(seq) })
const add = (office: Office, seqs: readonly number[], dropped: readonly string[] = []) =>
  office.store.write((changes) =>
    office.entries.add(
      changes,
      seqs.map((seq) => kept(seq)),
      new Set(dropped),
    ),
  )
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)

test('entries are packed by fifty, the newest pack is filled up first', async () => {
  const office = await anOffice()
  for (const seq of range(1, 60)) await add(office, [seq])
  await add(office, range(61, 170))
  expect(await office.store.database.entries.count()).toBe(4)
  expect((await office.entries.ofAggregate('document/1')).map((one) => one.seq)).toEqual(
    range(1, 170).filter((seq) => seq % 3 === 1),
  )
})

test('what is dropped is gone from every pack, what else was in them stays', async () => {
  const office = await anOffice()
  await add(office, range(1, 120))
  await add(office, [121, 123], ['document/2'])
  expect(await office.entries.ofAggregate('document/2')).toEqual([])
  expect((await office.entries.ofAggregate('document/0')).map((one) => one.seq)).toEqual([
    ...range(1, 120).filter((seq) => seq % 3 === 0),
    123,
  ])
  expect((await office.entries.ofAggregate('document/1')).length).toBe(41)
})

test('set aside, entries are told from the log as it is now; a second time nothing of the first is lost', async () => {
  const office = await anOffice()
  await add(office, range(1, 70))
  await office.store.write((changes) => office.entries.setAside(changes))
  await add(office, range(1, 10))
  expect(await office.entries.ofAggregate('document/0')).toHaveLength(3)
  await office.store.write((changes) => office.entries.setAside(changes))
  const { lost, known } = await office.entries.lostEntries()
  expect(new Set(lost.map((one) => one.seq))).toEqual(new Set(range(1, 70)))
  expect(known.size).toBe(0)
  await office.store.write((changes) => office.entries.forgetAside(changes))
  expect(await office.store.database.entries.count()).toBe(0)
})
