import { afterEach, expect, test } from 'vitest'
import type { Book } from '../../../shared/domain/registers/book.ts'
import { seriesOf } from '../../../shared/domain/registers/book.ts'
import { expectSettled, must, signedDocuments, syncAll } from '../../builders/sync-acts.ts'
import { OFFICE, SyncOffice, type TestDesk } from '../../builders/sync-office.ts'

let office: SyncOffice
afterEach(() => office.close())

const book = async (): Promise<Book> =>
  (await office.workspace.state({ kind: 'book', id: 'book-out' })) as Book
const give = async (at: TestDesk, id: string) => {
  const done = await at.desk.giveNumber({ kind: 'document', id }, 'book-out')
  if (!done.ok) throw new Error(done.error.rule)
  return done.value
}
const numberAt = async (at: TestDesk, id: string) =>
  (await at.desk.readers.office.seen('document', id))?.state.number?.number ?? null

test('two clerks without network ask for numbers, also of the same document: gapless, none twice, both shown', async () => {
  office = await SyncOffice.open(2)
  const [one, two, three] = await signedDocuments(office, 3)
  const first = await office.desk('clerk')
  const second = await office.desk('clerk-2')
  await syncAll(first, second)
  await give(first, one!)
  await give(first, two!)
  await give(second, two!)
  await give(second, three!)
  await syncAll(second, first, second)
  const numbers = await Promise.all([one, two, three].map((id) => numberAt(first, id!)))
  expect(numbers.toSorted()).toEqual([1, 2, 3])
  expect(await Promise.all([one, two, three].map((id) => numberAt(second, id!)))).toEqual(numbers)
  expect(seriesOf(await book()).every((line) => line.kind === 'assigned')).toBe(true)
  for (const desk of [first, second]) {
    await expectSettled(desk)
    expect(await desk.desk.readers.outbox.needsAttention()).toEqual([])
  }
})

async function borrow(clerk: TestDesk, atMost: number): Promise<void> {
  const until = new Date(office.clock.now() + 8 * 3_600_000).toISOString()
  await must(clerk, 'book', 'book-out', 'book.lendPen', { until, atMost })
  await syncAll(clerk)
}

test('a pen held here gives numbers without network; the others wait; returned, numbering goes on', async () => {
  office = await SyncOffice.open(2)
  const [one, two, three] = await signedDocuments(office, 3)
  const first = await office.desk('clerk')
  const second = await office.desk('clerk-2')
  await syncAll(first, second)
  await borrow(first, 10)
  await syncAll(second)
  expect(await second.desk.readers.office.books()).toContainEqual(
    expect.objectContaining({ id: 'book-out', pen: expect.objectContaining({ cap: 10 }) as unknown }),
  )
  expect(await second.desk.giveNumber({ kind: 'document', id: three! }, 'book-out')).toMatchObject({
    ok: false,
    error: { rule: 'pen-held-elsewhere' },
  })
  first.weather = 'down'
  expect(await give(first, one!)).toMatchObject({ waits: null })
  expect(await numberAt(first, one!)).toBe(1)
  await must(first, 'document', one!, 'document.seal', { pdf: first.aFile('dấu 1'), level: 'B-B' })
  await must(first, 'document', one!, 'document.issue')
  await give(first, two!)
  await first.desk.syncOnce()
  first.weather = 'up'
  await must(first, 'book', 'book-out', 'book.returnPen')
  await syncAll(first, second)
  await give(second, three!)
  await syncAll(second, first)
  expect(await Promise.all([one, two, three].map((id) => numberAt(first, id!)))).toEqual([1, 2, 3])
  await expectSettled(first)
})

test('a pen reclaimed while its holder numbers: the numbers are void, the acts need attention, a new number is given', async () => {
  office = await SyncOffice.open(2)
  const [one] = await signedDocuments(office, 1)
  const first = await office.desk('clerk')
  const second = await office.desk('clerk-2')
  await syncAll(first)
  await borrow(first, 3)
  await syncAll(second)
  first.weather = 'down'
  await give(first, one!)
  await must(first, 'document', one!, 'document.seal', { pdf: first.aFile('dấu 1'), level: 'B-B' })
  await must(second, 'book', 'book-out', 'book.reclaimPen', { reason: 'máy hỏng' })
  await syncAll(second)

  first.weather = 'up'
  office.clock.pass(120_000)
  await syncAll(first)
  const attention = await first.desk.readers.outbox.needsAttention()
  expect(attention).toMatchObject([
    { type: 'book.assignNumber', cause: { rule: 'pen-not-held' }, canRetry: true },
    { type: 'document.takeNumber', cause: { rule: 'depends-on-refused' } },
    { type: 'document.seal', cause: { rule: 'depends-on-refused' }, canRetry: false },
  ])
  expect(attention[2]).toMatchObject({ mine: { status: 'sealed' }, theirs: { status: 'signed' } })
  const [assign, , seal] = attention
  if (assign?.what !== 'act' || seal?.what !== 'act') throw new Error('not acts')
  expect(await first.desk.retry(assign.id)).toMatchObject({
    ok: true,
    value: { waits: 'number-awaits-node' },
  })
  expect(await first.desk.discard(seal.id)).toBe(true)
  await syncAll(first)
  expect(await numberAt(first, one!)).toBe(4)
  expect(seriesOf(await book()).map((line) => line.kind)).toEqual(['voided', 'voided', 'voided', 'assigned'])
  expect(await first.desk.readers.outbox.needsAttention()).toEqual([])
  expect((await book()).voided[0]?.by.post).toBe(`${OFFICE}-clerk-2`)
})
