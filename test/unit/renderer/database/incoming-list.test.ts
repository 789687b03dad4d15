import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OfficeReader } from '../../../../renderer/database/office-reader.ts'
import { pressOf, sortOf, type IncomingLetterRow } from '../../../../renderer/projections/incoming.ts'
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

test('however many came since, what cannot wait is there, with the newest and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(letter, { maxLength: 20 }),
      fc.integer({ min: 1, max: 8 }),
      async (all, limit) => {
        const office = await anOffice()
        const rows = all.map((one, index) => ({
          ...one,
          what: 'letter',
          id: `letter-${index}`,
          box: 'toAccept',
        }))
        const letters = rows as unknown as readonly IncomingLetterRow[]
        await office.store.write((changes) => {
          for (const row of letters) {
            const index = { id: row.id, box: row.box, sort: sortOf(row), press: pressOf(row), same: '' }
            changes.putProjected('incoming', index, row)
          }
          return Promise.resolve()
        })
        const list = await new OfficeReader(office, 'clerk').incomingList('toAccept', limit, TODAY)

        const sorted = letters.toSorted((a, b) => (sortOf(a) < sortOf(b) ? 1 : -1))
        const cannotWait = ({ status, urgency, dueDate }: IncomingLetterRow): boolean =>
          status !== 'finished' && (urgency === 'express' || (dueDate !== null && dueDate <= TODAY))
        expect(list).toEqual({
          newest: sorted.slice(0, limit),
          older: sorted.slice(limit).filter(cannotWait),
        })
        office.store.database.close()
      },
    ),
    { numRuns: 40 },
  )
})
