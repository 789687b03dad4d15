import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BoardFact } from '#shared/domain/boards/facts.ts'
import { KeptFacts } from '../../../../renderer/database/kept-facts.ts'
import { aDisk, anOffice } from './a-database.ts'

const days = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01', '9999-12-31']
const day = fc.constantFrom(...days)
const id = fc.integer({ min: 0, max: 12 }).map((number) => `letter/${number}`)
const step = fc.oneof(
  fc.record({ do: fc.constant('put' as const), rows: fc.array(fc.record({ id, until: day })) }),
  fc.record({ do: fc.constant('delete' as const), id }),
  fc.record({ do: fc.constant('clear' as const), rows: fc.array(fc.record({ id, until: day })) }),
  fc.record({ do: fc.constant('ask' as const), from: day }),
)

const plain = (facts: readonly BoardFact[]) => facts.map(({ id: of, until }) => ({ id: of, until }))

test('what is followed is what reading everything anew would give, whoever writes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.boolean(), async (steps, isOther) => {
      const disk = aDisk()
      const office = await anOffice(disk)
      const writer = isOther ? await anOffice(disk) : office
      const kept = new KeptFacts(office.store.database)
      for (const one of steps) {
        if (one.do === 'ask')
          expect(plain(await kept.since(one.from))).toEqual(
            plain(await new KeptFacts(office.store.database).since(one.from)),
          )
        else
          await writer.store.write((changes) => {
            if (one.do === 'delete') changes.delete('facts', one.id)
            if (one.do === 'clear') changes.clear('facts')
            if (one.do !== 'delete') for (const row of one.rows) changes.putProjected('facts', row, null)
            return Promise.resolve()
          })
      }
      office.store.database.close()
      writer.store.database.close()
    }),
    { numRuns: 60 },
  )
})

test('while nothing was written of the boards the answer is the same object', async () => {
  const office = await anOffice()
  const kept = new KeptFacts(office.store.database)
  await office.store.write((changes) => {
    changes.putProjected('facts', { id: 'letter/1', ...{ until: '2026-02-01' } }, null)
    return Promise.resolve()
  })
  const first = await kept.since('2026-01-01')
  expect(first).toHaveLength(1)
  await office.store.write((changes) => {
    changes.putMeta('sum', 1)
    return Promise.resolve()
  })
  expect(await kept.since('2026-01-01')).toBe(first)
  expect(await kept.since('2026-03-01')).toEqual([])
  expect(await kept.since('2026-03-01')).toBe(await kept.since('2026-03-01'))
})
