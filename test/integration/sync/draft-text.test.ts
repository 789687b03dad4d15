import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { openOfficeDatabase } from '../../../renderer/database/office-database.ts'
import type { DraftText } from '../../../renderer/sync/desk-api.ts'
import { draft, expectSettled, must, syncAll } from '../../builders/sync-acts.ts'
import { OFFICE, SyncOffice, type TestDesk } from '../../builders/sync-office.ts'

let office: SyncOffice
let drafter: TestDesk
let id: string
beforeEach(async () => {
  office = await SyncOffice.open()
  drafter = await office.desk('drafter')
  await syncAll(drafter)
  id = await draft(drafter)
  await syncAll(drafter)
})
afterEach(() => office.close())

const type = (text: DraftText, words: string): void => {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  const body = text.doc.getXmlFragment('body')
  body.insert(body.length, [paragraph])
}
const bodyOf = (doc: Y.Doc): string => doc.getXmlFragment('body').toJSON()
const words = (text: DraftText): string => bodyOf(text.doc)
/** Lets what a timer began come to its end. */
const quiet = async (): Promise<void> => {
  for (let turn = 0; turn < 60; turn++) await new Promise((resolve) => setImmediate(resolve))
}
const waitingTexts = async (at: TestDesk): Promise<number> =>
  (await at.desk.readers.outbox.waiting()).filter((one) => one.type === 'document.editText').length
/** Texts on disk that are in no command yet. */
const keptTexts = async ({ person, disk }: TestDesk): Promise<number> => {
  const database = await openOfficeDatabase({ person, workspace: OFFICE }, disk)
  try {
    return await database.text.count()
  } finally {
    database.close()
  }
}

test('two seconds of rest make one log entry of everything typed', async () => {
  const text = await drafter.desk.openText(id)
  type(text, 'một')
  drafter.timer.pass(1_900)
  type(text, 'hai')
  drafter.timer.pass(1_900)
  await quiet()
  expect(await waitingTexts(drafter)).toBe(0)
  drafter.timer.pass(200)
  await expect.poll(() => waitingTexts(drafter)).toBe(1)
  await syncAll(drafter)
  const elsewhere = await office.desk('drafter')
  await syncAll(elsewhere)
  expect(words(await elsewhere.desk.openText(id))).toContain('hai')
  await text.close()
})

test('five seconds of typing make a log entry without rest', async () => {
  const text = await drafter.desk.openText(id)
  for (let second = 0; second < 5; second++) {
    type(text, `giây ${second}`)
    drafter.timer.pass(1_000)
  }
  await expect.poll(() => waitingTexts(drafter)).toBe(1)
  await text.close()
})

test('killed a second after the last key: everything typed is there again, and goes out', async () => {
  const text = await drafter.desk.openText(id)
  type(text, 'chưa kịp gửi')
  drafter.timer.pass(1_000)
  await expect.poll(() => keptTexts(drafter)).toBe(1)
  expect(await waitingTexts(drafter)).toBe(0)
  await drafter.restart()
  const again = await drafter.desk.openText(id)
  expect(words(again)).toContain('chưa kịp gửi')
  await again.close()
  await syncAll(drafter)
  await expectSettled(drafter)
  const elsewhere = await office.desk('drafter')
  await syncAll(elsewhere)
  expect(words(await elsewhere.desk.openText(id))).toContain('chưa kịp gửi')
})

test('what another desk writes appears in the open text, and both are kept', async () => {
  const laptop = await office.desk('drafter')
  await syncAll(laptop)
  const here = await drafter.desk.openText(id)
  const there = await laptop.desk.openText(id)
  type(here, 'từ máy bàn')
  type(there, 'từ máy xách tay')
  await here.flush()
  await there.flush()
  await syncAll(drafter, laptop)
  office.clock.pass(120_000)
  await syncAll(drafter)
  await expect.poll(() => words(here)).toContain('từ máy xách tay')
  await expect.poll(() => words(here)).toBe(words(there))
  await here.close()
  await there.close()
})

test('two views of one text are one session', async () => {
  const one = await drafter.desk.openText(id)
  const two = await drafter.desk.openText(id)
  expect(two.doc).toBe(one.doc)
  await one.close()
  type(two, 'vẫn mở')
  await two.close()
  await syncAll(drafter)
  const elsewhere = await office.desk('drafter')
  await syncAll(elsewhere)
  expect(words(await elsewhere.desk.openText(id))).toContain('vẫn mở')
})

test('edits that come after the freeze are kept as a fork and offered to their writer', async () => {
  const laptop = await office.desk('drafter')
  await syncAll(laptop)
  const text = await laptop.desk.openText(id)
  type(text, 'viết muộn')
  await must(drafter, 'document', id, 'document.submit', { note: '' })
  await syncAll(drafter, laptop)
  office.clock.pass(120_000)
  await syncAll(laptop)
  await text.flush()
  expect(text.isFork()).toBe(true)
  type(text, 'và thêm nữa')
  await text.close()
  expect(await laptop.desk.readers.outbox.needsAttention()).toMatchObject([{ what: 'fork', document: id }])
  await laptop.restart()
  const fork = await laptop.desk.openFork(id)
  expect(bodyOf(fork)).toContain('viết muộn')
  expect(bodyOf(fork)).toContain('và thêm nữa')
  const shown = await laptop.desk.openText(id)
  expect(words(shown)).not.toContain('viết muộn')
  await shown.close()
  await laptop.desk.discardFork(id)
  expect(await laptop.desk.readers.outbox.needsAttention()).toEqual([])
})

test('the unit head who types while the other desk initials does not void the initials', async () => {
  await must(drafter, 'document', id, 'document.submit', { note: '' })
  await syncAll(drafter)
  const head = await office.desk('unit-head')
  const tablet = await office.desk('unit-head')
  await syncAll(head, tablet)
  const text = await tablet.desk.openText(id)
  type(text, 'sửa muộn')
  await must(head, 'document', id, 'document.initial', { pdf: head.aFile('nháy'), level: 'B-B' })
  await syncAll(head)
  office.clock.pass(120_000)
  await syncAll(tablet)
  await text.flush()
  expect(text.isFork()).toBe(true)
  await text.close()
  await syncAll(tablet)
  expect(await office.workspace.state({ kind: 'document', id })).toMatchObject({
    status: 'initialled',
    version: 1,
  })
})
