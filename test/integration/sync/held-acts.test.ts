import { afterEach, expect, test } from 'vitest'
import { draft, expectSettled, must, syncAll } from '../../builders/sync-acts.ts'
import { SyncOffice, type TestDesk } from '../../builders/sync-office.ts'

const HOLD = { holdMs: 10_000 }

let office: SyncOffice
afterEach(() => office.close())

async function drafterWithDraft(): Promise<{ readonly at: TestDesk; readonly id: string }> {
  office = await SyncOffice.open()
  const at = await office.desk('drafter')
  await at.desk.syncOnce()
  const id = await draft(at)
  await syncAll(at)
  return { at, id }
}

async function submitHeld(at: TestDesk, id: string): Promise<string> {
  const done = await at.desk.act({ kind: 'document', id }, 'document.submit', { note: '' }, HOLD)
  if (!done.ok) throw new Error(done.error.rule)
  return done.value.command
}

const statusOf = async (at: TestDesk, id: string): Promise<string | undefined> =>
  (await at.desk.readers.office.seen('document', id))?.state.status
const sentBy = (at: TestDesk): number => at.office.workspace.head().seq

test('a held act is shown at once and sent by nobody, not even in a hurry, until its time', async () => {
  const { at, id } = await drafterWithDraft()
  const before = sentBy(at)
  await submitHeld(at, id)
  expect(await statusOf(at, id)).toBe('submitted')
  await syncAll(at)
  expect(sentBy(at)).toBe(before)
  expect(await at.desk.readers.outbox.waiting()).toMatchObject([{ reason: 'held', canDiscard: true }])
  office.clock.pass(10_000)
  await syncAll(at)
  expect(sentBy(at)).toBe(before + 1)
  await expectSettled(at)
})

test('undone in time, it leaves no trace on the node; undone too late, nothing is taken back', async () => {
  const { at, id } = await drafterWithDraft()
  const before = sentBy(at)
  const undone = await submitHeld(at, id)
  expect(await at.desk.discard(undone)).toBe(true)
  expect(await statusOf(at, id)).toBe('draft')
  office.clock.pass(60_000)
  await syncAll(at)
  expect(sentBy(at)).toBe(before)

  const late = await submitHeld(at, id)
  office.clock.pass(10_000)
  await syncAll(at)
  expect(await at.desk.discard(late)).toBe(false)
  expect(await statusOf(at, id)).toBe('submitted')
})

async function submitTogether(at: TestDesk, id: string): Promise<void> {
  const wish = {
    aggregate: { kind: 'document', id },
    type: 'document.submit',
    payload: { note: '' },
  } as const
  expect(await at.desk.actTogether([[{ ...wish, ...HOLD }]])).toMatchObject([{ ok: true }])
}

test.each([
  ['alone', submitHeld],
  ['with others', submitTogether],
] as const)('by itself it goes when its time is over, done %s', async (_, submit) => {
  const { at, id } = await drafterWithDraft()
  at.desk.start()
  const before = sentBy(at)
  await submit(at, id)
  // The round that the act itself began is over: only the end of the hold can begin another.
  await syncAll(at)
  office.clock.pass(10_100)
  at.timer.pass(10_100)
  await expect.poll(() => sentBy(at)).toBe(before + 1)
  await at.desk.close()
})

test('what builds on a held act waits for it, and other work goes out meanwhile', async () => {
  const { at, id } = await drafterWithDraft()
  await submitHeld(at, id)
  const other = await draft(at, 'việc khác')
  await syncAll(at)
  const waiting = await at.desk.readers.outbox.waiting()
  expect(waiting.map((one) => one.aggregate.id)).toEqual([id])
  expect(await statusOf(at, other)).toBe('draft')
})

test('leaving the desk sends what is held; a kill keeps it for the next start', async () => {
  const { at, id } = await drafterWithDraft()
  const before = sentBy(at)
  const held = await submitHeld(at, id)
  await at.restart()
  expect(await at.desk.readers.outbox.waiting()).toMatchObject([{ id: held, reason: 'held' }])
  await at.desk.close()
  expect(sentBy(at)).toBe(before + 1)
  await at.start()
  await syncAll(at)
  await expectSettled(at)
})

test('leaving while the node does not answer keeps the act, free to go', async () => {
  const { at, id } = await drafterWithDraft()
  at.weather = 'down'
  expect(await at.desk.syncOnce()).toBe('offline')
  await submitHeld(at, id)
  await at.desk.close()
  await at.start()
  at.weather = 'up'
  await syncAll(at)
  await expectSettled(at)
  expect(await statusOf(at, id)).toBe('submitted')
})

test('a clock that was set back does not hold an act for ever', async () => {
  const { at, id } = await drafterWithDraft()
  await submitHeld(at, id)
  office.clock.pass(-3_600_000)
  await syncAll(at)
  await expectSettled(at)
})

test('an undo of the first of two acts leaves the second to the person', async () => {
  const { at, id } = await drafterWithDraft()
  const first = await must(at, 'document', id, 'document.editFields', { patch: { subject: 'lần một' } })
  const second = await submitHeld(at, id)
  await at.desk.discard(first)
  expect(await at.desk.readers.outbox.needsAttention()).toMatchObject([{ id: second, what: 'act' }])
})
