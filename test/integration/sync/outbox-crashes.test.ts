import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { draft, expectSettled, must, syncAll } from '../../builders/sync-acts.ts'
import { SyncOffice, type TestDesk } from '../../builders/sync-office.ts'

let office: SyncOffice
let drafter: TestDesk
beforeEach(async () => {
  office = await SyncOffice.open()
  drafter = await office.desk('drafter')
  await syncAll(drafter)
})
afterEach(() => office.close())

/** Four acts stand on the log, each once, and the desk knows it. */
async function expectOnce(id: string, before: number): Promise<void> {
  await expectSettled(drafter)
  expect(await drafter.desk.readers.outbox.needsAttention()).toEqual([])
  expect(office.workspace.head().seq).toBe(before + 4)
  const state = await office.workspace.state({ kind: 'document', id })
  expect((await drafter.desk.readers.office.seen('document', id))?.state).toEqual(state)
}

describe('killed', () => {
  test('after the act and before it is sent: it is on disk and goes out after the restart', async () => {
    const before = office.workspace.head().seq
    const id = await draft(drafter)
    await drafter.restart()
    expect(await drafter.desk.readers.office.outgoing('draft')).toMatchObject([{ id, pending: true }])
    await syncAll(drafter)
    await expectOnce(id, before)
  })

  test('while the request is on its way: it goes out again', async () => {
    const before = office.workspace.head().seq
    const id = await draft(drafter)
    drafter.beforeSubmit = () => new Promise(() => undefined)
    void drafter.desk.syncOnce()
    await waitUntilSending(drafter)
    await drafter.restart()
    drafter.beforeSubmit = () => undefined
    await syncAll(drafter)
    await expectOnce(id, before)
  })

  test('after the node took it and before the answer came: the node knows it, nothing is doubled', async () => {
    const before = office.workspace.head().seq
    const id = await draft(drafter)
    drafter.weather = 'answer-lost'
    expect(await drafter.desk.syncOnce()).toBe('offline')
    expect(office.workspace.head().seq).toBe(before + 4)
    await drafter.restart()
    drafter.weather = 'up'
    await syncAll(drafter)
    await expectOnce(id, before)
  })

  test('after the answer and before the log was read: it waits for its entry, shown as done', async () => {
    const before = office.workspace.head().seq
    const id = await draft(drafter)
    const bend = drafter.bend
    drafter.bend = () => {
      throw new Error('cut off')
    }
    expect(await drafter.desk.syncOnce()).toBe('offline')
    expect((await drafter.desk.readers.outbox.waiting()).map((one) => one.reason)).toEqual(
      Array.from({ length: 4 }, () => 'confirming'),
    )
    await drafter.restart()
    drafter.bend = bend
    await syncAll(drafter)
    await expectOnce(id, before)
  })
})

test('a request delivered twice is done once', async () => {
  const before = office.workspace.head().seq
  drafter.weather = 'sent-twice'
  const id = await draft(drafter)
  await syncAll(drafter)
  await expectOnce(id, before)
})

test('an answer of the feed that comes late and again is passed over', async () => {
  const heard: Parameters<TestDesk['bend']>[0][] = []
  drafter.bend = (items) => {
    heard.push(items)
    return items
  }
  const before = office.workspace.head().seq
  const id = await draft(drafter)
  await syncAll(drafter)
  let again = 0
  drafter.bend = (items) => (again++ === 0 ? (heard[0] ?? []) : items)
  office.clock.pass(120_000)
  await syncAll(drafter)
  await expectOnce(id, before)
})

test('files go first; an act whose file cannot be brought waits with the reason, the others go', async () => {
  const id = await draft(drafter)
  const other = await draft(drafter)
  const missing = { ...drafter.aFile('tệp'), sha256: 'a'.repeat(64) }
  await must(drafter, 'document', id, 'document.attach', {
    attachment: { id: drafter.desk.newId(), name: 'phụ lục.pdf', file: missing },
  })
  await must(drafter, 'document', id, 'document.submit', { note: '' })
  await must(drafter, 'document', other, 'document.submit', { note: '' })
  await syncAll(drafter)
  expect(await drafter.desk.readers.outbox.waiting()).toMatchObject([
    { type: 'document.attach', reason: 'upload' },
    { type: 'document.submit', reason: 'order' },
  ])
  const shown = await drafter.desk.readers.office.outgoing('submitted')
  expect(new Map(shown.map((row) => [row.id, row.pending]))).toEqual(
    new Map([
      [id, true],
      [other, false],
    ]),
  )
})

/** Until the outbox says that a request is under way. */
async function waitUntilSending(at: TestDesk): Promise<void> {
  while ((await at.desk.readers.outbox.waiting()).every((one) => one.reason !== 'sending'))
    await new Promise((resolve) => setImmediate(resolve))
}
