import { afterEach, beforeEach, expect, test } from 'vitest'
import { runImport } from '../../../renderer/features/registers/use-cases/run-import.ts'
import type { Desk } from '../../../renderer/sync/desk-api.ts'
import { recogniseSheet } from '../../../shared/domain/registers/former/former-columns.ts'
import type { FormerPage } from '../../../shared/domain/registers/former/former-page-decider.ts'
import { planImport, type ImportPlan } from '../../../shared/domain/registers/former/import-plan.ts'
import { reportOf } from '../../../shared/domain/registers/former/import-report.ts'
import { readFormerRows } from '../../../shared/domain/registers/former/read-former-rows.ts'
import type { Book } from '../../../shared/domain/registers/book.ts'
import { sha256Hex } from '../../../shared/kernel/hash.ts'
import { readAnySheet } from '../../../shared/spreadsheet/read/read-any-sheet.ts'
import { formerIncoming, workbookOf } from '../../builders/former-register.ts'
import { must, refusalOf, syncAll } from '../../builders/sync-acts.ts'
import { SyncOffice, type TestDesk } from '../../builders/sync-office.ts'

const shelf = { direction: 'incoming', year: 2019 } as const

let office: SyncOffice
let clerk: TestDesk
beforeEach(async () => {
  office = await SyncOffice.open()
  clerk = await office.desk('clerk')
  await syncAll(clerk)
})
afterEach(() => office.close())

/** Reads and plans as the screen does, from the bytes of a workbook. */
async function previewOf(bytes: Uint8Array, desk: TestDesk = clerk): Promise<ImportPlan> {
  const [sheet] = await readAnySheet(bytes)
  if (sheet === undefined) throw new Error('no sheet')
  const found = recogniseSheet(sheet.rows)
  const lines = readFormerRows(sheet.rows, { ...found, ...shelf, lastNumber: null })
  const ids = lines.flatMap((line) => (line.what === 'entry' ? [line.entry.id] : []))
  const source = {
    kind: 'sheet',
    name: 'so-den.xlsx',
    sha256: sha256Hex(bytes),
    sizeBytes: bytes.length,
  } as const
  return planImport(shelf, source, lines, await desk.desk.readers.office.former.known(ids))
}

const importing = (plan: ImportPlan, at: TestDesk = clerk, desk: Pick<Desk, 'act'> = at.desk) => {
  const native = { invoke: () => Promise.resolve(at.aFile(`report ${plan.id}`)) }
  const report = reportOf('Sổ đến 2019', plan)
  return runImport(desk, native as never, { plan, name: 'Sổ đến 2019', book: null, report }, () => undefined)
}

test('a register of 5,000 lines, broken off on the way and taken up again, is there once, line by line', async () => {
  const bytes = workbookOf({ cells: formerIncoming(2019, 5000) })
  const before = await previewOf(bytes)
  expect(before.counts).toEqual({ rows: 5000, imported: 5000, duplicate: 0, refused: 0 })
  const booksBefore = await office.workspace.state({ kind: 'book', id: 'book-in' })

  let acts = 0
  const cut: Pick<Desk, 'act'> = {
    act: (...wanted) => {
      if (++acts > 23) throw new Error('killed')
      return clerk.desk.act(...wanted)
    },
  }
  await expect(importing(before, clerk, cut)).rejects.toThrow('killed')
  clerk.weather = 'answer-lost'
  await clerk.desk.syncOnce()
  await clerk.restart()
  clerk.weather = 'up'

  const again = await previewOf(bytes)
  expect(again).toEqual(before)
  expect(await importing(again)).toEqual({ ok: true, value: 5000 })
  await syncAll(clerk)
  expect(await clerk.desk.readers.outbox.needsAttention()).toEqual([])

  const rows = await clerk.desk.readers.office.former.register(shelf)
  expect(rows.map((row) => row.facts.number)).toEqual(Array.from({ length: 5000 }, (_, index) => index + 1))
  const pages = await Promise.all(
    again.pages.map(({ id }) => office.workspace.state({ kind: 'former-page', id })),
  )
  expect((pages as readonly FormerPage[]).reduce((sum, page) => sum + page.entries.length, 0)).toBe(5000)
  expect(await clerk.desk.readers.office.former.imports()).toMatchObject([
    { status: 'done', counts: { rows: 5000, imported: 5000, duplicate: 0, refused: 0 } },
  ])
  // No number of a book kept here was used or moved.
  expect(await office.workspace.state({ kind: 'book', id: 'book-in' })).toEqual(booksBefore)
  expect((booksBefore as Book).last).toBe(0)
}, 120_000)

test('the same lines from another file are duplicates, and a line with a secrecy mark leaves no word behind', async () => {
  const lines = formerIncoming(2019, 20)
  await importing(await previewOf(workbookOf({ cells: lines })))
  await syncAll(clerk)
  const secret = [
    '03/03/2019',
    21,
    'Công an tỉnh',
    '1/CAT-PA',
    '',
    'Phương án bảo vệ đặc biệt',
    '',
    '',
    '',
    'Mật',
  ]
  const plan = await previewOf(workbookOf({ cells: [...lines, secret] }))
  expect(plan.counts).toEqual({ rows: 21, imported: 0, duplicate: 20, refused: 1 })
  expect(plan.outcomes.at(-1)).toMatchObject({ what: 'refused', reason: 'secret' })
  expect(JSON.stringify(reportOf('Sổ', plan))).not.toContain('Phương án')
  expect((await importing(plan)).ok).toBe(true)
  await syncAll(clerk)
  expect(await clerk.desk.readers.office.former.register(shelf)).toHaveLength(20)
}, 60_000)

test('withdrawn as one act it is gone everywhere, and may be imported anew', async () => {
  const other = await office.desk('leader')
  const bytes = workbookOf({ cells: formerIncoming(2019, 250) })
  const plan = await previewOf(bytes)
  await importing(plan)
  await syncAll(clerk, other)
  expect(await other.desk.readers.office.former.register(shelf)).toHaveLength(250)
  await must(clerk, 'former-import', plan.id, 'former-import.withdraw', { reason: 'Nhầm sổ' })
  await syncAll(clerk, other, clerk)
  expect(await other.desk.readers.office.former.register(shelf)).toEqual([])
  expect(await clerk.desk.readers.office.former.register(shelf)).toEqual([])
  expect(
    await refusalOf(clerk, 'former-page', plan.pages[0]?.id ?? '', 'former-page.enter', {
      import: plan.id,
      entries: plan.pages[0]?.entries.slice(0, 1),
    }),
  ).toMatchObject({ rule: 'import-not-open' })
}, 60_000)
