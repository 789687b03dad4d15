import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createOffice, type Office } from '../../../renderer/database/office.ts'
import type { ProjectionRow } from '../../../renderer/database/office-database.ts'
import { createSealing } from '../../../renderer/database/sealing.ts'
import { projectionTables } from '../../../renderer/projections/projection.ts'
import { rebuildIfNeeded, type Remaking } from '../../../renderer/sync/rebuild.ts'
import { deciders } from '../../../shared/domain/deciders.ts'
import { draft, must, refusalOf, submitted, syncAll } from '../../builders/sync-acts.ts'
import { OFFICE, SyncOffice, type TestDesk } from '../../builders/sync-office.ts'

const types = deciders.document.eventTypes as string[]
const all = [...types]
let office: SyncOffice
let drafter: TestDesk
let laptop: TestDesk
beforeEach(async () => {
  office = await SyncOffice.open()
  drafter = await office.desk('drafter')
  laptop = await office.desk('drafter')
  await syncAll(drafter, laptop)
})
afterEach(async () => {
  types.splice(0, types.length, ...all)
  await office.close()
})

test('what only newer software understands is kept, shown as far as understood, and not acted on until the update', async () => {
  const id = await draft(drafter)
  await syncAll(drafter, laptop)
  types.splice(types.indexOf('recipientsSet'), 1)
  await laptop.restart()
  await must(drafter, 'document', id, 'document.setRecipients', { recipients: [{ code: 'Z', name: 'Sở Z' }] })
  await must(drafter, 'document', id, 'document.submit', { note: '' })
  await syncAll(drafter)
  office.clock.pass(120_000)
  await syncAll(laptop)
  expect(await laptop.desk.readers.office.seen('document', id)).toMatchObject({
    readOnly: true,
    state: { status: 'draft' },
  })
  expect((await refusalOf(laptop, 'document', id, 'document.submit', { note: '' })).rule).toBe(
    'newer-software-needed',
  )
  expect((await submitted(laptop)).length).toBeGreaterThan(0)

  types.splice(0, types.length, ...all)
  await laptop.restart()
  expect(await laptop.desk.readers.office.seen('document', id)).toEqual({
    readOnly: false,
    pending: false,
    state: await office.workspace.state({ kind: 'document', id }),
  })
  expect(await laptop.desk.readers.office.outgoing('submitted')).toHaveLength(2)
})

test('rows are made anew from the states when their making changed', async () => {
  const id = await draft(drafter)
  await syncAll(drafter)
  const before = await drafter.desk.readers.office.outgoing('draft')
  const counters = await drafter.desk.readers.office.counters('2026-11-16')
  await drafter.withDatabase(async (database) => {
    await database.projected('outgoing').clear()
    await database.counters.put({ name: 'outgoing/draft', value: 77 })
    const madeBy = await database.meta.get('madeBy')
    await database.meta.put({ name: 'madeBy', value: { ...(madeBy?.value as object), projections: 0 } })
  })
  expect(await drafter.desk.readers.office.outgoing('draft')).toEqual(before)
  expect(before).toMatchObject([{ id }])
  expect(await drafter.desk.readers.office.counters('2026-11-16')).toEqual(counters)
})

test('making rows anew goes on where the program ended, and comes to the same rows and counters', async () => {
  for (const subject of ['Một', 'Hai', 'Ba', 'Bốn']) await draft(drafter, subject)
  await syncAll(drafter)
  await drafter.withDatabase(async (database) => {
    const office = createOffice(database, createSealing(await drafter.databaseKey()))
    const before = await everythingShown(office)
    const madeBy = await office.meta.madeBy()
    const { person, post, device } = drafter
    const here = { person, post, workspace: OFFICE, device: device.key, nodeKey: drafter.office.nodeKey }
    await database.meta.put({ name: 'madeBy', value: { ...madeBy, projections: 1 } })

    const write = office.store.write.bind(office.store)
    const places: string[] = []
    for (const writes of [1, 2, 3]) {
      let left = writes
      const ending = vi
        .spyOn(office.store, 'write')
        .mockImplementation((plan) => (left-- > 0 ? write(plan) : Promise.reject(new Error('ended'))))
      await expect(rebuildIfNeeded(office, here, 0, { atOnce: 2 })).rejects.toThrow('ended')
      ending.mockRestore()
      places.push((await office.meta.remaking())?.upTo ?? '')
    }
    expect(places[0]).toBe('')
    expect(places).toEqual([...new Set(places)].toSorted())

    const told: Remaking[] = []
    await rebuildIfNeeded(office, here, 0, { atOnce: 2, onRemaking: (how) => told.push(how) })
    const total = await database.aggregates.count()
    expect(told[0]?.done).toBeGreaterThan(0)
    expect(told.at(-1)).toEqual({ done: total, total })
    expect(told).toEqual(told.toSorted((a, b) => a.done - b.done))
    expect(await everythingShown(office)).toEqual(before)
    expect(await office.meta.madeBy()).toEqual(madeBy)
  })
})

/** Rows of every table as they are read, and the counters. */
async function everythingShown(office: Office): Promise<unknown> {
  const { database, sealing } = office.store
  const tables = projectionTables.map(async (table) => {
    const rows = (await database.projected(table).toArray()).map(async (row: Partial<ProjectionRow>) => {
      const plain = Object.entries(row).filter(([name]) => name !== 'sealed' && name !== 'revision')
      return [plain, row.sealed && (await sealing.open(table, String(row.id), row.sealed))]
    })
    return [table, await Promise.all(rows)] as const
  })
  const counters = await database.counters.toArray()
  return { tables: await Promise.all(tables), counters: counters.filter(({ value }) => value !== 0) }
}

test('nothing that people wrote can be read on disk', async () => {
  await draft(drafter, 'TRICHYEU bí mật của cơ quan')
  const text = await drafter.desk.openText((await drafter.desk.readers.office.outgoing('draft'))[0]!.id)
  text.doc.getText('body-note').insert(0, 'TRICHYEU nháp')
  drafter.timer.pass(1_000)
  await syncAll(drafter)
  await text.close()
  const found = await drafter.withDatabase(async (database) => {
    const tables = await Promise.all(database.tables.map((table) => table.toArray() as Promise<unknown[]>))
    return Buffer.concat(
      tables
        .flat()
        .flatMap((row) => [
          Buffer.from(JSON.stringify(row)),
          ...Object.values(row as object).map((value) =>
            Buffer.from(value instanceof Uint8Array ? value : []),
          ),
        ]),
    )
  })
  expect(found.length).toBeGreaterThan(10_000)
  for (const words of ['TRICHYEU', 'Sở Nội', 'Nguyễn Thu Hà', 'rà soát'])
    expect(found.includes(Buffer.from(words))).toBe(false)
})
