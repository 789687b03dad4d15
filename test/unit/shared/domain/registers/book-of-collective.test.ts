import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Agency } from '../../../../../shared/domain/directory/directory.ts'
import type { OfficialDocument } from '../../../../../shared/domain/documents/document.ts'
import { seriesOf, type Book } from '../../../../../shared/domain/registers/book.ts'
import { bookFor } from '../../../../../shared/domain/registers/choose-book.ts'
import { aCouncil, administrator, anAgencyWith, ofCouncil } from '../../../../builders/a-council.ts'
import { documentFieldsOf } from '../../../../builders/a-document.ts'
import { anActor, DeskWorld } from '../../../../builders/desk-world.ts'

const clerk = anActor('clerk', 'clerk')
const other = { ...aCouncil, id: 'c2', name: 'Hội đồng Thi đua', abbreviation: 'HĐTĐ' }
const bodies = [undefined, aCouncil, other] as const
const bookIds = ['out', 'c1-2026', 'c2-2026'] as const

/** An agency and two councils, each with its book of the year. */
function threeSeries(): DeskWorld {
  const world = new DeskWorld()
  world.must(anActor('node', 'node'), 'post', 'leader', 'post.appoint', {
    ...{ person: 'p', name: 'A', title: '', unit: 'unit-1', roles: ['leader'], certificate: null },
  })
  anAgencyWith(world, aCouncil, other)
  for (const [index, id] of bookIds.entries()) {
    const body = bodies[index]
    world.must(clerk, 'book', id, 'book.open', {
      ...{ name: id, year: 2026, direction: 'outgoing', startAfter: 0 },
      ...(body !== undefined && { onBehalf: { agency: 'a', collective: body.id } }),
    })
  }
  return world
}
const books = (world: DeskWorld) => bookIds.map((id) => world.look('book', id) as Book)

it('numbers of collectives never mix, nor with those of the agency, whatever book is tried (Decree 30 Annex I II.3a)', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { maxLength: 40 }), (tries) => {
      const world = threeSeries()
      for (const [turn, [issuer, book]] of tries.entries()) {
        const body = bodies[issuer]
        const subject = `d${turn}`
        world.states.set(`document/${subject}`, {
          ...{ kind: 'nghi-quyet', status: 'signed', number: null },
          fields: documentFieldsOf(body === undefined ? {} : ofCouncil(body)),
        })
        const id = bookIds[book] ?? 'out'
        const { kind } = world.act(clerk, 'book', id, 'book.assignNumber', { subject })
        expect(kind).toBe(issuer === book ? 'events' : 'refused')
      }
      for (const [index, book] of books(world).entries()) {
        expect(seriesOf(book).map(({ number }) => number)).toEqual(
          Array.from({ length: book.last }, (_, at) => at + 1),
        )
        for (const { subject } of book.pages.flat()) {
          const { fields } = world.look('document', subject) as OfficialDocument
          expect(fields.onBehalf?.collective).toBe(bodies[index]?.id)
        }
      }
    }),
    { numRuns: 60 },
  )
})

it('whatever is changed, ended and named again, no symbol of a collective bears a number twice, nor does its series begin anew', () => {
  const forms = ['HĐKH', 'hđkh', 'HĐTĐ', 'HĐKHCN', 'HĐ'] as const
  const step = fc.record({
    what: fc.constantFrom('name', 'end', 'assign', 'assign'),
    body: fc.constantFrom(aCouncil, other),
    form: fc.constantFrom(...forms),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const world = threeSeries()
      const issued: string[] = []
      for (const [turn, { what, body, form }] of steps.entries()) {
        const next = { ...body, name: `Hội đồng ${form}`, abbreviation: form }
        if (what === 'name') world.act(administrator, 'agency', 'a', 'agency.nameCollective', next)
        if (what === 'end') world.act(administrator, 'agency', 'a', 'agency.endCollective', { id: body.id })
        const now = (world.look('agency', 'a') as Agency).collectives?.find(({ id }) => id === body.id)
        if (what !== 'assign' || now === undefined) continue
        const subject = `d${turn}`
        const fields = documentFieldsOf(ofCouncil(now))
        world.states.set(`document/${subject}`, {
          kind: 'nghi-quyet',
          status: 'signed',
          number: null,
          fields,
        })
        world.must(clerk, 'book', `${body.id}-2026`, 'book.assignNumber', { subject })
        const { number } = (world.look('book', `${body.id}-2026`) as Book).pages.flat().at(-1)!
        issued.push(`${number}/${fields.symbol.toLocaleUpperCase('vi')}`)
      }
      expect(new Set(issued).size).toBe(issued.length)
      for (const book of books(world))
        expect(seriesOf(book).map(({ number, kind }) => `${number} ${kind}`)).toEqual(
          Array.from({ length: book.last }, (_, at) => `${at + 1} assigned`),
        )
    }),
    { numRuns: 60 },
  )
})

it('the book of a collective is chosen for what it issues, and for nothing else', () => {
  const wanted = { direction: 'outgoing', kind: 'Nghị quyết', today: '2026-11-16' } as const
  const chosen = (collective?: string) => bookFor(books(threeSeries()), { ...wanted, collective })?.id
  expect([chosen(), chosen('c1'), chosen('c2'), chosen('c3')]).toEqual([
    'out',
    'c1-2026',
    'c2-2026',
    undefined,
  ])
})
