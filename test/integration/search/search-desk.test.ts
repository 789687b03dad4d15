import sqlite3InitModule from '@sqlite.org/sqlite-wasm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { OfficeDatabase } from '../../../renderer/database/office-database.ts'
import type { FromIndex, PapersFound, PapersWish } from '../../../renderer/search/messages.ts'
import { createSearch, type IndexPort, type Search } from '../../../renderer/search/search-client.ts'
import { readPages } from '../../../renderer/search/read-pages.ts'
import { serveIndex } from '../../../renderer/search/serve-index.ts'
import { documentFieldsOf } from '../../builders/a-document.ts'
import { anIncomingLetter } from '../../builders/an-incoming-letter.ts'
import { must, submitted, syncAll } from '../../builders/sync-acts.ts'
import { SyncOffice, type TestDesk } from '../../builders/sync-office.ts'

let office: SyncOffice
const searches: Search[] = []
beforeEach(async () => {
  office = await SyncOffice.open()
})
afterEach(async () => {
  for (const search of searches.splice(0)) search.close()
  await office.close()
})

const QUIET_MS = 5

/** The index over a desk's disk, as its worker has it. */
async function searchOf(at: TestDesk): Promise<Search> {
  const search = createSearch({
    database: at.databaseName,
    key: await at.databaseKey(),
    onCommitted: (listener) => at.desk.onCommitted(listener),
    openPort: (): IndexPort => {
      let hear: (message: FromIndex) => void = () => undefined
      const server = serveIndex({
        sqlite: sqlite3InitModule,
        post: (message) => hear(message),
        quietMs: QUIET_MS,
        openDatabase: (name) => new OfficeDatabase(name, at.disk),
      })
      return {
        post: (message) => server.take(message),
        onMessage: (listener) => {
          hear = listener
        },
        close: () => server.close(),
      }
    },
  })
  searches.push(search)
  return search
}

/** The answer once everything on the desk has been read. */
async function papers(search: Search, text: string, more: Partial<PapersWish> = {}): Promise<PapersFound> {
  const wish = { text, filters: {}, limit: 20, today: '2026-11-16', agency: '', ...more }
  for (;;) {
    const found = await search.ask('papers', wish)
    if (found.isWhole) return found
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}
const subjects = async (search: Search, text: string) =>
  (await papers(search, text)).hits.map((hit) => hit.row.subject)

const draft = (at: TestDesk, subject: string) =>
  must(at, 'document', at.desk.newId(), 'document.create', {
    kind: 'cong-van',
    fields: documentFieldsOf({ subject }),
  })
const snapshots = (at: TestDesk) => at.withDatabase(async ({ snapshots: table }) => table.toArray())
/** Resolves once a snapshot is on the desk's disk. */
async function untilKept(at: TestDesk): Promise<void> {
  const database = new OfficeDatabase(at.databaseName, at.disk)
  await database.open()
  await vi.waitUntil(async () => (await database.snapshots.count()) > 0, { timeout: 20_000, interval: 5 })
  database.close()
}

test('an act of this desk is found before the node knows of it', async () => {
  const drafter = await office.desk('drafter')
  await drafter.desk.syncOnce()
  const search = await searchOf(drafter)
  expect(await subjects(search, 'bien che')).toEqual([])
  drafter.weather = 'down'
  await draft(drafter, 'Giao biên chế công chức')
  expect(await subjects(search, 'bien che')).toEqual(['Giao biên chế công chức'])
})

test('letters and people are found as they come', async () => {
  const clerk = await office.desk('clerk')
  const search = await searchOf(clerk)
  await office.workspace.act([
    anIncomingLetter('l1', { subject: 'V/v phòng cháy rừng', number: '88', symbol: 'SNN-TL' }),
  ])
  await clerk.desk.syncOnce()
  expect((await papers(search, '88 snn')).hits.map((hit) => hit.row.id)).toEqual(['letter/l1'])
  expect((await search.ask('names', { text: 'vu th', limit: 5 })).rows[0]?.what).toBe('person')
})

test.each(['while the index is open', 'while it is closed'])(
  'need to know: what is withdrawn %s is neither found nor counted, and no snapshot holds it',
  async (when) => {
    const drafter = await office.desk('drafter')
    const head = await office.desk('unit-head')
    const leader = await office.desk('leader')
    await syncAll(drafter, head, leader)
    const search = await searchOf(leader)
    const id = await submitted(drafter)
    await syncAll(drafter, head, leader)
    const total = async () => (await papers(search, '')).total
    expect(await total()).toBe(0)
    await must(head, 'document', id, 'document.initial', { pdf: head.aFile('ký nháy'), level: 'B-B' })
    await syncAll(head, leader)
    const { hits } = await papers(search, '')
    expect(hits.map((hit) => hit.row.id)).toEqual([`document/${id}`])
    await untilKept(leader)
    const isOpen = when === 'while the index is open'
    if (!isOpen) search.close()
    const kept = isOpen ? [] : await snapshots(leader)
    expect(kept.length > 0).toBe(!isOpen)

    await must(leader, 'document', id, 'document.return', { reason: 'sai căn cứ' })
    await syncAll(leader)
    if (!isOpen) expect(await snapshots(leader)).toEqual([])
    const now = isOpen ? search : await searchOf(leader)
    const after = await papers(now, hits[0]?.row.subject ?? '')
    expect(after).toMatchObject({ total: 0, hits: [], corrected: [] })
    expect(Object.values(after.facets).flat()).toEqual([])
    expect(await now.ask('counts', [{ text: '', filters: {}, today: '2026-11-16' }])).toEqual([0])
  },
)

test('the next start goes on from the sealed snapshot', async () => {
  const drafter = await office.desk('drafter')
  await drafter.desk.syncOnce()
  await draft(drafter, 'Bản chụp thứ nhất')
  const first = await searchOf(drafter)
  expect(await subjects(first, 'ban chup')).toHaveLength(1)
  await untilKept(drafter)
  first.close()
  const kept = await snapshots(drafter)
  expect(kept.map((row) => row.name)).toContain('papers/words')
  expect(JSON.stringify(kept.map((row) => [...row.sealed]))).not.toContain('chup')
  await draft(drafter, 'Bản chụp thứ hai')
  const second = await searchOf(drafter)
  expect(await subjects(second, 'ban chup')).toHaveLength(2)
})

test('a snapshot of another software or another key is dropped, and the index made anew', async () => {
  const drafter = await office.desk('drafter')
  await drafter.desk.syncOnce()
  await draft(drafter, 'Vẫn còn đây')
  await subjects(await searchOf(drafter), 'con')
  await untilKept(drafter)
  await drafter.withDatabase(async ({ snapshots: table }) => {
    await table.put({ name: 'header', sealed: new Uint8Array(40) })
  })
  expect(await subjects(await searchOf(drafter), 'van con')).toEqual(['Vẫn còn đây'])
})

test('an answer is shown on what it answers', async () => {
  const clerk = await office.desk('clerk')
  await office.workspace.act([anIncomingLetter('l1', { subject: 'V/v xin ý kiến' })])
  await clerk.desk.syncOnce()
  await must(clerk, 'letter', 'l1', 'letter.accept', { verdictSeen: 'unsigned' })
  await must(clerk, 'book', 'book-in', 'book.assignNumber', { subject: 'l1' })
  await must(clerk, 'letter', 'l1', 'letter.takeNumber', { book: 'book-in' })
  await clerk.desk.syncOnce()
  await clerk.desk.syncOnce()
  await must(clerk, 'document', clerk.desk.newId(), 'document.create', {
    kind: 'cong-van',
    fields: documentFieldsOf({ subject: 'Trả lời', answers: 'l1' }),
  })
  const { hits } = await papers(await searchOf(clerk), 'xin y kien')
  expect(hits[0]?.answeredBy).toMatchObject([{ subject: 'Trả lời', isDraft: true }])
})

test('what stands on a page is found with the page, until the file is another or the document is gone', async () => {
  const drafter = await office.desk('drafter')
  const head = await office.desk('unit-head')
  const leader = await office.desk('leader')
  await syncAll(drafter, head, leader)
  const id = await submitted(drafter)
  await syncAll(drafter, head)
  await must(head, 'document', id, 'document.initial', { pdf: head.aFile('bản ký nháy'), level: 'B-B' })
  await syncAll(head, leader)
  const search = await searchOf(leader)
  const read = (pages: readonly string[]) =>
    readPages({
      search,
      isHere: () => Promise.resolve(true),
      pageTexts: () => Promise.resolve(pages),
      keepPages: (found, content) => leader.desk.keepPages(found, content),
    })
  await papers(search, '')
  expect(await read(['Kính gửi', 'Tổng kinh phí là ba tỷ đồng'])).toBe(1)
  expect(await read([])).toBe(0)
  const { hits } = await papers(search, 'ba ty dong')
  expect(hits).toMatchObject([{ page: { number: 2, snippet: 'Tổng kinh phí là ba tỷ đồng' } }])
  expect((await papers(search, 'kinh gui ty dong')).total).toBe(0)

  await must(leader, 'document', id, 'document.sign', { pdf: leader.aFile('bản đã ký'), level: 'B-B' })
  expect((await papers(search, 'ba ty dong')).total).toBe(0)
  expect(await read(['Bản đã ký'])).toBe(1)
  expect((await papers(search, 'ban da ky')).hits[0]?.page?.number).toBe(1)
  const kept = await leader.withDatabase(async ({ pages }) => pages.toArray())
  expect(kept).toHaveLength(1)
})
