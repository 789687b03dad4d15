import { afterEach, expect, test } from 'vitest'
import { expectSettled, must, submitted, syncAll } from '../../builders/sync-acts.ts'
import { OFFICE, SyncOffice } from '../../builders/sync-office.ts'

let office: SyncOffice
afterEach(() => office.close())

test('access gained brings the whole history; access withdrawn takes everything of it away', async () => {
  office = await SyncOffice.open()
  const drafter = await office.desk('drafter')
  const head = await office.desk('unit-head')
  const leader = await office.desk('leader')
  await syncAll(drafter, head, leader)
  const id = await submitted(drafter)
  await syncAll(drafter, leader, head)
  expect(await leader.desk.readers.office.seen('document', id)).toBeNull()
  const pdf = head.aFile('ký nháy')
  await must(head, 'document', id, 'document.initial', { pdf, level: 'B-B' })
  await syncAll(head, leader)
  const seen = await leader.desk.readers.office.seen('document', id)
  expect(seen?.state).toEqual(await office.workspace.state({ kind: 'document', id }))
  expect(await leader.desk.readers.office.myWork()).toMatchObject([{ reason: 'sign' }])

  await must(leader, 'document', id, 'document.return', { reason: 'sai căn cứ' })
  expect((await leader.desk.readers.office.seen('document', id))?.state.status).toBe('returned')
  await syncAll(leader)
  expect(await leader.desk.readers.office.seen('document', id)).toBeNull()
  expect(await leader.desk.readers.office.myWork()).toEqual([])
  expect(await leader.desk.readers.office.outgoing('returned')).toEqual([])
  const counters = await leader.desk.readers.office.counters('2026-11-16')
  expect(Object.values(counters.outgoing).every((count) => count === 0)).toBe(true)
  expect(leader.released).toEqual([pdf.sha256])
  await expectSettled(leader)

  await leader.withDatabase(async (database) => {
    const packs = await database.entries.toArray()
    expect(packs.flatMap((pack) => pack.aggregates)).not.toContain(`document/${id}`)
    expect(await database.blobs.count()).toBe(0)
  })
})

test('a pending act on what was withdrawn meanwhile needs attention, without what was withdrawn', async () => {
  office = await SyncOffice.open()
  const drafter = await office.desk('drafter')
  const head = await office.desk('unit-head')
  const leader = await office.desk('leader')
  const tablet = await office.desk('leader')
  await syncAll(drafter, head)
  const id = await submitted(drafter)
  await syncAll(drafter, head)
  await must(head, 'document', id, 'document.initial', { pdf: head.aFile('nháy'), level: 'B-B' })
  await syncAll(head, leader, tablet)
  tablet.weather = 'down'
  await must(tablet, 'document', id, 'document.sign', { pdf: tablet.aFile('ký'), level: 'B-B' })
  await must(leader, 'document', id, 'document.return', { reason: 'sai căn cứ' })
  await syncAll(leader)
  tablet.weather = 'up'
  office.clock.pass(120_000)
  await syncAll(tablet)
  expect(await tablet.desk.readers.outbox.needsAttention()).toMatchObject([
    { type: 'document.sign', cause: { rule: 'unknown-object' }, mine: null, theirs: null },
  ])
})

test('who takes over a post gets what the post sees', async () => {
  office = await SyncOffice.open()
  const drafter = await office.desk('drafter')
  await syncAll(drafter)
  const id = await submitted(drafter)
  await syncAll(drafter)
  const administrator = await office.desk('administrator')
  await syncAll(administrator)
  expect(await administrator.desk.readers.office.seen('document', id)).toBeNull()
  await office.workspace.act([
    {
      aggregate: { kind: 'post', id: `${OFFICE}-unit-head` },
      type: 'post.appoint',
      payload: {
        person: administrator.person,
        name: 'Đỗ Thử',
        title: 'Quyền Trưởng phòng',
        unit: `${OFFICE}-unit`,
        roles: ['unit-head'],
        certificate: null,
      },
    },
  ])
  office.clock.pass(120_000)
  await syncAll(administrator)
  expect((await administrator.desk.readers.office.seen('document', id))?.state.status).toBe('submitted')
  await expectSettled(administrator)
})
