import { afterEach, beforeEach, expect, test } from 'vitest'
import { draft, expectSettled, must, refusalOf, submitted, syncAll } from '../../builders/sync-acts.ts'
import { SyncOffice, type TestDesk } from '../../builders/sync-office.ts'

let office: SyncOffice
let drafter: TestDesk
let laptop: TestDesk
beforeEach(async () => {
  office = await SyncOffice.open()
  drafter = await office.desk('drafter')
  laptop = await office.desk('drafter')
  await syncAll(drafter, laptop)
})
afterEach(() => office.close())

test('what a refused act carried stays with it, both versions kept, nothing else touched', async () => {
  const id = await draft(drafter)
  const other = await draft(drafter, 'không liên quan')
  await syncAll(drafter, laptop)
  laptop.weather = 'down'
  await must(laptop, 'document', id, 'document.editFields', { patch: { subject: 'sửa trên máy xách tay' } })
  await must(laptop, 'document', id, 'document.submit', { note: 'nhờ xem' })
  await must(laptop, 'document', other, 'document.editFields', { patch: { subject: 'vẫn sửa được' } })
  await must(drafter, 'document', id, 'document.submit', { note: '' })
  await syncAll(drafter)

  laptop.weather = 'up'
  office.clock.pass(120_000)
  await syncAll(laptop)
  const items = await laptop.desk.readers.outbox.needsAttention()
  expect(items).toMatchObject([
    {
      type: 'document.editFields',
      cause: { kind: 'refused', by: 'desk', rule: 'not-your-task' },
      mine: { status: 'submitted', fields: { subject: 'sửa trên máy xách tay' } },
      theirs: { status: 'submitted', fields: { subject: 'rà soát biên chế' } },
    },
    { type: 'document.submit', cause: { rule: 'depends-on-refused' } },
  ])
  expect((await laptop.desk.readers.office.seen('document', id))?.state).toEqual(
    await office.workspace.state({ kind: 'document', id }),
  )
  expect((await laptop.desk.readers.office.seen('document', other))?.state.fields.subject).toBe(
    'vẫn sửa được',
  )
  await expectSettled(laptop)

  const [edit, submit] = items
  if (edit?.what !== 'act' || submit?.what !== 'act') throw new Error('not acts')
  expect(await laptop.desk.retry(edit.id)).toMatchObject({ ok: false, error: { rule: 'not-your-task' } })
  expect(await laptop.desk.discard(edit.id)).toBe(true)
  expect(await laptop.desk.discard(submit.id)).toBe(true)
  expect(await laptop.desk.readers.outbox.needsAttention()).toEqual([])
})

test('the node refuses what this desk could not know yet, with what depends on it; another document goes through', async () => {
  const id = await draft(drafter)
  const other = await draft(drafter)
  await syncAll(drafter, laptop)
  await must(drafter, 'document', id, 'document.submit', { note: '' })
  await syncAll(drafter)
  await must(laptop, 'document', id, 'document.editFields', { patch: { subject: 'muộn' } })
  await must(laptop, 'document', id, 'document.submit', { note: 'muộn' })
  await must(laptop, 'document', other, 'document.submit', { note: '' })
  await syncAll(laptop)
  expect(await laptop.desk.readers.outbox.needsAttention()).toMatchObject([
    {
      type: 'document.editFields',
      cause: { by: 'node', rule: 'not-your-task' },
      mine: { fields: { subject: 'muộn' } },
    },
    { type: 'document.submit', cause: { by: 'node', rule: 'depends-on-refused' }, mine: { note: 'muộn' } },
  ])
  expect(await laptop.desk.readers.office.outgoing('submitted')).toMatchObject([
    { pending: false },
    { pending: false },
  ])
  await expectSettled(laptop)
})

test('an unsent act is taken back; what depends on it then waits for a person', async () => {
  const id = await draft(drafter)
  await syncAll(drafter)
  const edit = await must(drafter, 'document', id, 'document.editFields', { patch: { subject: 'khác' } })
  await must(drafter, 'document', id, 'document.submit', { note: '' })
  expect(await drafter.desk.discard(edit)).toBe(true)
  expect(await drafter.desk.readers.outbox.needsAttention()).toMatchObject([
    { type: 'document.submit', cause: { rule: 'depends-on-refused' } },
  ])
  expect(await drafter.desk.readers.office.outgoing('draft')).toMatchObject([
    { id, subject: 'rà soát biên chế', pending: false },
  ])
  const [item] = await drafter.desk.readers.outbox.needsAttention()
  if (item?.what !== 'act') throw new Error('not an act')
  expect(await drafter.desk.retry(item.id)).toMatchObject({ ok: true })
  await syncAll(drafter)
  await expectSettled(drafter)
  expect(await drafter.desk.readers.office.outgoing('submitted')).toMatchObject([{ id, pending: false }])
})

test('a sent act cannot be taken back', async () => {
  const id = await draft(drafter)
  drafter.weather = 'answer-lost'
  await drafter.desk.syncOnce()
  const [first] = await drafter.desk.readers.outbox.waiting()
  expect(first?.canDiscard).toBe(false)
  expect(await drafter.desk.discard(first!.id)).toBe(false)
  drafter.weather = 'up'
  await syncAll(drafter)
  expect((await drafter.desk.readers.office.seen('document', id))?.pending).toBe(false)
})

test('a late edit does not void initials unseen', async () => {
  const head = await office.desk('unit-head')
  const id = await submitted(drafter)
  await syncAll(drafter, head)
  const tablet = await office.desk('unit-head')
  await syncAll(tablet)
  tablet.weather = 'down'
  await must(tablet, 'document', id, 'document.editFields', { patch: { subject: 'sửa muộn' } })
  await must(head, 'document', id, 'document.initial', { pdf: head.aFile('nháy'), level: 'B-B' })
  await syncAll(head)
  tablet.weather = 'up'
  office.clock.pass(120_000)
  await syncAll(tablet)
  expect(await tablet.desk.readers.outbox.needsAttention()).toMatchObject([
    { cause: { rule: 'text-frozen' } },
  ])
  expect(await office.workspace.state({ kind: 'document', id })).toMatchObject({
    status: 'initialled',
    version: 1,
  })
})

test('a clock that is off by more than five minutes refuses to sign, and only that', async () => {
  const head = await office.desk('unit-head')
  const id = await submitted(drafter)
  await syncAll(drafter, head)
  head.clockAheadMs = 6 * 60_000
  await syncAll(head)
  expect((await head.desk.readers.outbox.syncState()).clockSkewMs).toBe(360_000)
  const initial = { pdf: head.aFile('nháy'), level: 'B-B' }
  expect(await refusalOf(head, 'document', id, 'document.initial', initial)).toEqual({
    rule: 'clock-skew',
    facts: { minutes: 6 },
  })
  await must(head, 'document', id, 'document.editFields', { patch: { subject: 'được sửa' } })
  head.clockAheadMs = 0
  await syncAll(head)
  await must(head, 'document', id, 'document.initial', initial)
})
