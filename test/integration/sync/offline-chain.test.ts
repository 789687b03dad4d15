import { afterEach, expect, test } from 'vitest'
import { readFile } from 'node:fs/promises'
import type { ForeignFiles } from '../../../backbone/exchange/foreign-files.port.ts'
import { unopenedForeignFiles } from '../../../backbone/exchange/unopened-foreign-files.ts'
import type { Post } from '../../../shared/domain/directory/directory.ts'
import { must, submitted, syncAll } from '../../builders/sync-acts.ts'
import { OFFICE, SyncOffice, type TestDesk } from '../../builders/sync-office.ts'

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
  await office.node.settled()
  await leader.desk.syncOnce()
  await must(leader, 'document', id, 'document.sign', { pdf: leader.aFile('ký'), level: 'B-B' })
  await leader.desk.syncOnce()
  await office.node.settled()

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
  expect(await clerk.desk.readers.outbox.waiting()).toMatchObject([
    { type: 'document.issue', reason: 'check' },
  ])
  await office.node.settled()
  await clerk.desk.syncOnce()
  expect(await clerk.desk.readers.outbox.waiting()).toEqual([])
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

/** Finds nothing signed in any file of this content, and cannot judge the others. */
const unsignedIs = (content: string): ForeignFiles => ({
  ...unopenedForeignFiles,
  verifyStep: async (path) =>
    (await readFile(path, 'utf8')) === content
      ? {
          ok: true,
          value: { kind: 'read', trust: 'practice', verdict: 'unsigned', signatures: [], continues: true },
        }
      : { ok: true, value: { kind: 'not-checked' } },
})

/** Somebody who signs and keeps the seal: an initialled document on the desk, and a pen. */
async function signingClerk(foreign?: ForeignFiles): Promise<{ one: TestDesk; id: string }> {
  office = await SyncOffice.open()
  if (foreign !== undefined) {
    await office.stopNode()
    office.foreign = foreign
    await office.startNode()
  }
  const leader = (await office.workspace.state({ kind: 'post', id: `${OFFICE}-leader` })) as Post
  const { id: post, ...fields } = { ...leader, roles: ['leader', 'clerk'] }
  await office.workspace.act([
    { aggregate: { kind: 'post', id: post }, type: 'post.appoint', payload: fields },
  ])
  const drafter = await office.desk('drafter')
  const head = await office.desk('unit-head')
  const one = await office.desk('leader')
  await syncAll(drafter, head)
  const id = await submitted(drafter)
  await syncAll(drafter, head)
  await must(head, 'document', id, 'document.initial', { pdf: head.aFile('ký nháy'), level: 'B-B' })
  await syncAll(head)
  await office.node.settled()
  await syncAll(one)
  const until = new Date(office.clock.now() + 8 * 3_600_000).toISOString()
  await must(one, 'book', 'book-out', 'book.lendPen', { until, atMost: 10 })
  await syncAll(one)
  return { one, id }
}

async function signToIssue(one: TestDesk, id: string): Promise<void> {
  one.weather = 'down'
  await must(one, 'document', id, 'document.sign', { pdf: one.aFile('ký'), level: 'B-B' })
  const given = await one.desk.giveNumber({ kind: 'document', id }, 'book-out')
  expect(given).toMatchObject({ ok: true, value: { waits: null } })
  await must(one, 'document', id, 'document.seal', { pdf: one.aFile('dấu'), level: 'B-B' })
  await must(one, 'document', id, 'document.issue')
  expect((await one.desk.readers.office.seen('document', id))?.state.status).toBe('issued')
  one.weather = 'up'
}

test('signed, numbered, sealed and issued offline at one desk: the node checks step by step, all goes out once', async () => {
  const { one, id } = await signingClerk()
  await signToIssue(one, id)
  const waiting = async () => (await one.desk.readers.outbox.waiting()).map((act) => act.type)
  await syncAll(one)
  expect(await waiting()).toEqual(['document.seal', 'document.issue'])
  expect((await one.desk.readers.office.seen('document', id))?.state.status).toBe('issued')
  await office.node.settled()
  await syncAll(one)
  expect(await waiting()).toEqual(['document.issue'])
  expect(await office.node.engine.aggregates(OFFICE, 'dispatch')).toEqual([])
  await office.node.settled()
  await syncAll(one)
  expect(await waiting()).toEqual([])
  await office.node.settled()
  expect(await office.node.engine.aggregates(OFFICE, 'dispatch')).toHaveLength(1)
  const { state } = (await one.desk.readers.office.seen('document', id))!
  expect(state).toMatchObject({ status: 'issued', seal: { check: { verdict: 'not-checked' } } })
  expect(await one.desk.readers.outbox.needsAttention()).toEqual([])
})

test('a signature that the node does not accept: what was decided on it here needs attention, nothing is sent', async () => {
  const { one, id } = await signingClerk(unsignedIs('ký'))
  await signToIssue(one, id)
  await syncAll(one)
  await office.node.settled()
  await syncAll(one)
  await office.node.settled()
  await syncAll(one)
  expect(await one.desk.readers.outbox.waiting()).toEqual([])
  expect(await one.desk.readers.outbox.needsAttention()).toMatchObject([
    { type: 'document.seal', cause: { rule: 'signature-rejected' } },
    { type: 'document.issue' },
  ])
  expect(await office.node.engine.aggregates(OFFICE, 'dispatch')).toEqual([])
  const { state } = (await one.desk.readers.office.seen('document', id))!
  expect(state).toMatchObject({
    status: 'initialled',
    number: { number: 1 },
    rejected: { step: 'signature', findings: ['field-unsigned', 'certificate-unregistered'] },
  })
  expect(await one.desk.readers.office.myWork()).toMatchObject([
    { reason: 'sign', about: { id }, isRejected: true },
  ])
})
