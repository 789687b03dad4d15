import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { LivePages } from '../../../../renderer/database/live-pages.ts'
import { OfficeReader } from '../../../../renderer/database/office-reader.ts'
import type { Office } from '../../../../renderer/database/office.ts'
import {
  pressOf,
  sortOf,
  type IncomingLetterRow,
  type IncomingRow,
} from '../../../../renderer/projections/incoming.ts'
import { anOffice } from './a-database.ts'

const TODAY = '2026-11-16'

const letter = fc.record({
  arrivedAt: fc
    .integer({ min: 1, max: 28 })
    .map((day) => `2026-10-${String(day).padStart(2, '0')}T01:00:00.000Z`),
  urgency: fc.constantFrom('normal' as const, 'urgent' as const, 'express' as const),
  dueDate: fc.constantFrom(null, '2026-11-15', '2026-11-16', '2026-11-17'),
  status: fc.constantFrom('arrived' as const, 'finished' as const),
})
const letters = (prefix: string) =>
  fc
    .array(letter, { maxLength: 20 })
    .map((all) =>
      all.map((one, index) => ({ ...one, what: 'letter', id: `${prefix}-${index}`, box: 'toAccept' })),
    )
    .map((all) => all as unknown as readonly IncomingLetterRow[])

const put = (office: Office, rows: readonly IncomingLetterRow[]): Promise<void> =>
  office.store.write((changes) => {
    for (const row of rows) {
      const index = { id: row.id, box: row.box, sort: sortOf(row), press: pressOf(row), same: '' }
      changes.putProjected('incoming', index, row)
    }
    return Promise.resolve()
  })

const newestFirst = (rows: readonly IncomingLetterRow[]): readonly IncomingLetterRow[] =>
  rows.toSorted((a, b) => (sortOf(a) < sortOf(b) ? 1 : -1))

const defined = <T>(value: T | undefined): T => {
  expect(value).toBeDefined()
  return value as T
}
const WAIT = { interval: 5, timeout: 20_000 }

test('however many came since, what cannot wait is found', async () => {
  await fc.assert(
    fc.asyncProperty(letters('letter'), async (all) => {
      const office = await anOffice()
      await put(office, all)
      const cannotWait = ({ status, urgency, dueDate }: IncomingLetterRow): boolean =>
        status !== 'finished' && (urgency === 'express' || (dueDate !== null && dueDate <= TODAY))
      expect(await new OfficeReader(office, 'clerk').pressing('toAccept', TODAY)).toEqual(
        newestFirst(all).filter(cannotWait),
      )
      office.store.database.close()
    }),
    { numRuns: 30 },
  )
}, 120_000)

test('the list is brought to its end in order, without a gap or a repetition, whatever comes meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(
      letters('first'),
      letters('later'),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 0, max: 4 }),
      async (first, later, step, steps) => {
        const office = await anOffice()
        await put(office, first)
        const reader = new OfficeReader(office, 'clerk')
        const pages = new LivePages<IncomingRow>(
          (stretch, limit) => reader.incomingStretch('toAccept', stretch, limit),
          step,
        )
        const end = pages.subscribe(() => undefined)
        for (let index = 0; index < steps; index++)
          await vi.waitFor(() => {
            const { more } = defined(pages.brought())
            more?.()
          })
        await put(office, later)
        const all = newestFirst([...first, ...later])
        await vi.waitFor(() => {
          const { rows, more } = defined(pages.brought())
          more?.()
          expect(rows).toEqual(all)
        }, WAIT)
        expect(pages.brought()?.more).toBeUndefined()
        end()
        office.store.database.close()
      },
    ),
    { numRuns: 30 },
  )
}, 120_000)
