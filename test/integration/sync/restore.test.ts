import { afterEach, expect, test } from 'vitest'
import { draft, expectSettled, must, submitted, syncAll } from '../../builders/sync-acts.ts'
import { SyncOffice } from '../../builders/sync-office.ts'

let office: SyncOffice
afterEach(() => office.close())

test('after a restore from a backup the desks bring back what the log lost, each act once', async () => {
  office = await SyncOffice.open()
  const drafter = await office.desk('drafter')
  const head = await office.desk('unit-head')
  await syncAll(drafter, head)
  const kept = await submitted(drafter, 'trước sao lưu')
  await syncAll(drafter, head)
  await office.backup()
  const lost = await submitted(drafter, 'sau sao lưu')
  await syncAll(drafter, head)
  await must(head, 'document', lost, 'document.return', { reason: 'thiếu căn cứ' })
  await syncAll(head, drafter)
  const before = await office.workspace.state({ kind: 'document', id: lost })
  const offline = await draft(drafter, 'chưa gửi')

  await office.restore()
  expect(await office.workspace.state({ kind: 'document', id: lost })).toBeUndefined()
  office.clock.pass(120_000)
  await syncAll(head, drafter, head, drafter)
  expect(await office.workspace.state({ kind: 'document', id: lost })).toEqual(before)
  for (const desk of [drafter, head]) {
    await expectSettled(desk)
    expect(await desk.desk.readers.outbox.needsAttention()).toEqual([])
    expect((await desk.desk.readers.outbox.syncState()).epoch).toBe(2)
  }
  expect((await drafter.desk.readers.office.seen('document', offline))?.pending).toBe(false)
  expect((await head.desk.readers.office.seen('document', kept))?.state.status).toBe('submitted')
  expect(await head.desk.readers.office.myWork()).toHaveLength(1)
})

test('a log that went on elsewhere after the restore is noticed too', async () => {
  office = await SyncOffice.open()
  const drafter = await office.desk('drafter')
  await syncAll(drafter)
  await office.backup()
  const lost = await draft(drafter)
  await syncAll(drafter)
  await office.restore()
  for (let count = 0; count < 8; count++)
    await office.workspace.act([
      {
        aggregate: { kind: 'unit', id: `unit-${count}` },
        type: 'unit.establish',
        payload: { name: `Phòng ${count}`, abbreviation: 'P' },
      },
    ])
  office.clock.pass(120_000)
  await syncAll(drafter)
  await expectSettled(drafter)
  expect((await drafter.desk.readers.office.seen('document', lost))?.pending).toBe(false)
  expect(await drafter.desk.readers.office.units()).toHaveLength(9)
})

test('a log that became shorter without a later epoch is not followed', async () => {
  office = await SyncOffice.open()
  const drafter = await office.desk('drafter')
  await syncAll(drafter)
  await office.backup()
  await draft(drafter)
  await syncAll(drafter)
  await office.restore()
  drafter.bend = (items) =>
    items.map((item) => (item.item === 'head' ? { ...item, head: { ...item.head, epoch: 1 } } : item))
  office.clock.pass(120_000)
  expect(await drafter.desk.syncOnce()).toBe('stopped')
})

test('a practice province that was reset starts anew on the desk', async () => {
  office = await SyncOffice.open()
  const drafter = await office.desk('drafter')
  await syncAll(drafter)
  await submitted(drafter)
  await syncAll(drafter)
  await draft(drafter, 'chưa gửi')
  await office.reset()
  await drafter.enrol()
  await drafter.restart()
  expect(await drafter.desk.readers.office.outgoing('submitted')).toEqual([])
  expect(await drafter.desk.readers.outbox.waiting()).toEqual([])
  await syncAll(drafter)
  await expectSettled(drafter)
  const id = await submitted(drafter)
  await syncAll(drafter)
  expect(await office.workspace.state({ kind: 'document', id })).toMatchObject({ status: 'submitted' })
})
