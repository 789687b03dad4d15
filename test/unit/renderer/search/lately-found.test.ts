import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FoundRow } from '../../../../renderer/projections/found.ts'
import { LatelyFound } from '../../../../renderer/search/lately-found.ts'

/** A table whose rows tell which write made them; a ref is named by the row of the same number. */
function aTable() {
  const rows = new Map<string, FoundRow>()
  const asked: string[] = []
  const named = (ref: string): readonly FoundRow[] => {
    const row = rows.get(`letter/${ref}`)
    return row === undefined ? [] : [row]
  }
  const source = {
    found: (ids: readonly string[]) => {
      asked.push(...ids)
      return Promise.resolve(ids.flatMap((id) => rows.get(id) ?? []))
    },
    referring: (refs: readonly string[]) => {
      const found = refs.map((ref) => [ref, named(ref)] as const).filter(([, all]) => all.length > 0)
      return Promise.resolve(new Map(found))
    },
  }
  const write = (id: string, subject: string): void =>
    void rows.set(id, { what: 'letter', id, subject } as FoundRow)
  return { rows, asked, source, write, named }
}

const id = fc.integer({ min: 0, max: 9 }).map((number) => `letter/${number}`)
const step = fc.oneof(
  fc.record({ do: fc.constant('write' as const), id, subject: fc.string() }),
  fc.record({ do: fc.constant('delete' as const), id }),
  fc.record({ do: fc.constant('ask' as const), ids: fc.uniqueArray(id) }),
)

test('what was found lately is what is here, whatever was written or taken away', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step), async (steps) => {
      const table = aTable()
      const lately = new LatelyFound(table.source, 4)
      for (const one of steps) {
        if (one.do === 'ask') {
          const refs = one.ids.map((each) => each.slice('letter/'.length))
          expect(await lately.found(one.ids)).toEqual(one.ids.flatMap((each) => table.rows.get(each) ?? []))
          expect(await lately.referring(refs)).toEqual(new Map(refs.map((ref) => [ref, table.named(ref)])))
          continue
        }
        if (one.do === 'write') table.write(one.id, one.subject)
        else table.rows.delete(one.id)
        lately.forget([one.id])
      }
    }),
  )
})

test('a row is read once while nothing is written, and not kept when it was written while it was read', async () => {
  const table = aTable()
  table.write('letter/1', 'first')
  const lately = new LatelyFound(table.source, 4)
  await lately.found(['letter/1'])
  await lately.found(['letter/1'])
  expect(table.asked).toEqual(['letter/1'])

  lately.forgetAll()
  const reading = lately.found(['letter/1'])
  table.write('letter/1', 'second')
  lately.forget(['letter/1'])
  await reading
  expect(await lately.found(['letter/1'])).toMatchObject([{ subject: 'second' }])
})
