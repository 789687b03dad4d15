import { afterEach, expect, test } from 'vitest'
import { must, submitted } from '../../builders/sync-acts.ts'
import { SyncOffice } from '../../builders/sync-office.ts'

let office: SyncOffice
afterEach(() => office.close())

test('draft, submit, initial, sign, number, seal, issue: each offline on its desk, all once in order', async () => {
  office = await SyncOffice.open()
  const drafter = await office.desk('drafter')
  const head = await office.desk('unit-head')
  const leader = await office.desk('leader')
  const clerk = await office.desk('clerk')
  for (const one of [drafter, head, leader, clerk]) expect(await one.desk.syncOnce()).toBe('done')

  drafter.weather = 'down'
  const id = await submitted(drafter)
  expect((await drafter.desk.readers.office.seen('document', id))?.state.status).toBe('submitted')
  expect(await drafter.desk.readers.office.outgoing('submitted')).toMatchObject([{ id, pending: true }])
  expect(await drafter.desk.syncOnce()).toBe('offline')
  const waiting = await drafter.desk.readers.outbox.waiting()
  expect(waiting.map((one) => one.reason)).toEqual(Array.from({ length: 5 }, () => 'offline'))
  drafter.weather = 'up'
  expect(await drafter.desk.syncOnce()).toBe('done')
  expect(await drafter.desk.readers.outbox.waiting()).toEqual([])
  expect(await drafter.desk.readers.office.outgoing('submitted')).toMatchObject([{ id, pending: false }])

  await head.desk.syncOnce()
  expect(await head.desk.readers.office.myWork()).toMatchObject([{ reason: 'review', about: { id } }])
  await must(head, 'document', id, 'document.initial', { pdf: head.aFile('ký nháy'), level: 'B-B' })
  expect(await head.desk.readers.office.myWork()).toEqual([])
  await head.desk.syncOnce()
  await leader.desk.syncOnce()
  await must(leader, 'document', id, 'document.sign', { pdf: leader.aFile('ký'), level: 'B-B' })
  await leader.desk.syncOnce()

  await clerk.desk.syncOnce()
  expect(await clerk.desk.readers.office.issueDesk()).toMatchObject([{ id, status: 'signed' }])
  clerk.weather = 'down'
  const numbered = await clerk.desk.giveNumber({ kind: 'document', id }, 'book-out')
  expect(numbered).toMatchObject({ ok: true, value: { waits: 'number-awaits-node' } })
  expect((await clerk.desk.readers.office.seen('document', id))?.state.status).toBe('signed')
  await clerk.desk.syncOnce()
  expect((await clerk.desk.readers.outbox.waiting()).map((one) => one.reason)).toEqual(['number', 'number'])
  clerk.weather = 'up'
  await clerk.desk.syncOnce()
  expect((await clerk.desk.readers.office.seen('document', id))?.state.number).toMatchObject({ number: 1 })
  await must(clerk, 'document', id, 'document.seal', { pdf: clerk.aFile('dấu'), level: 'B-B' })
  await must(clerk, 'document', id, 'document.issue')
  await clerk.desk.syncOnce()
  expect(await clerk.desk.readers.office.register('book-out', '2026-01-01', '2026-12-31')).toMatchObject([
    { number: 1, document: { id } },
  ])

  await drafter.desk.syncOnce()
  const there = await drafter.desk.readers.office.seen('document', id)
  expect(there?.state.trail.map((step) => step.act)).toEqual([
    'created',
    'submitted',
    'initialled',
    'signed',
    'numberTaken',
    'sealed',
    'issued',
  ])
  expect(there?.state).toEqual(await office.workspace.state({ kind: 'document', id }))
  const counters = await drafter.desk.readers.office.counters('2026-11-16')
  expect(counters.outgoing).toMatchObject({ issued: 1, submitted: 0, draft: 0 })
})
