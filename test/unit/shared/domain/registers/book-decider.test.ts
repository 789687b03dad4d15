import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { periodUpTo, seriesOf, type Book } from '../../../../../shared/domain/registers/book.ts'
import { anActor, DeskWorld } from '../../../../builders/desk-world.ts'

const clerks = [
  anActor('clerk-1', 'clerk'),
  anActor('clerk-2', 'clerk'),
  anActor('clerk-3', 'clerk'),
] as const

function aBook(startAfter = 0): DeskWorld {
  const world = new DeskWorld()
  world.must(clerks[0], 'book', 'in', 'book.open', {
    name: 'Sổ đến',
    year: 2026,
    direction: 'incoming',
    startAfter,
  })
  return world
}
const book = (world: DeskWorld) => world.look('book', 'in') as Book
const letterArrived = (world: DeskWorld, id: string) =>
  world.states.set(`letter/${id}`, { status: 'accepted', number: null, content: { typeName: '' } })

describe('a register book', () => {
  it('never gives a number twice or leaves one out, whatever clerks do with pens, voids and repeats', () => {
    const step = fc.tuple(
      fc.nat(2),
      fc.constantFrom('assign', 'again', 'lend', 'return', 'reclaim', 'void'),
      fc.nat(40),
    )
    fc.assert(
      fc.property(fc.nat(5000), fc.array(step, { maxLength: 120 }), (startAfter, steps) => {
        const world = aBook(startAfter)
        const given = new Map<string, number>()
        for (const [who, what, n] of steps) {
          const clerk = clerks[who] ?? clerks[0]
          const subject = `letter-${String(n)}`
          letterArrived(world, subject)
          if (what === 'assign' || what === 'again')
            world.act(clerk, 'book', 'in', 'book.assignNumber', { subject })
          if (what === 'lend')
            world.act(clerk, 'book', 'in', 'book.lendPen', {
              until: '2026-11-17T00:00:00.000Z',
              atMost: 1 + (n % 7),
            })
          if (what === 'return') world.act(clerk, 'book', 'in', 'book.returnPen', {})
          if (what === 'reclaim') world.act(clerk, 'book', 'in', 'book.reclaimPen', { reason: 'Máy hỏng' })
          if (what === 'void') world.act(clerk, 'book', 'in', 'book.voidNumber', { reason: 'Cấp nhầm' })
          for (const one of book(world).pages.flat()) {
            expect(given.get(one.subject) ?? one.number).toBe(one.number)
            given.set(one.subject, one.number)
          }
        }
        const numbers = [
          ...book(world)
            .pages.flat()
            .map((one) => one.number),
          ...book(world).voided.map((one) => one.number),
        ]
        expect(new Set(numbers).size).toBe(numbers.length)
        expect(seriesOf(book(world))).toHaveLength(numbers.length)
        expect(seriesOf(book(world)).filter((one) => one.kind === 'missing')).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('gives a number on the desk only from a pen held there', () => {
    const world = aBook()
    letterArrived(world, 'a')
    world.side = 'desk'
    expect(world.act(clerks[0], 'book', 'in', 'book.assignNumber', { subject: 'a' }).kind).toBe('awaitsNode')
    world.side = 'node'
    world.must(clerks[0], 'book', 'in', 'book.lendPen', { until: '2026-11-17T00:00:00.000Z', atMost: 2 })
    world.side = 'desk'
    world.must(clerks[0], 'book', 'in', 'book.assignNumber', { subject: 'a', number: 1 })
    expect(world.refusalOf(clerks[1], 'book', 'in', 'book.assignNumber', { subject: 'b' }).rule).toBe(
      'unknown-object',
    )
    letterArrived(world, 'b')
    expect(world.refusalOf(clerks[1], 'book', 'in', 'book.assignNumber', { subject: 'b' }).rule).toBe(
      'pen-held-elsewhere',
    )
  })

  it('goes on behind the cap when a pen is lost, and voids the rest with the reason', () => {
    const world = aBook(10)
    world.must(clerks[0], 'book', 'in', 'book.lendPen', { until: '2026-11-17T00:00:00.000Z', atMost: 3 })
    world.must(clerks[1], 'book', 'in', 'book.reclaimPen', { reason: 'Máy mất' })
    expect(book(world).voided.map((one) => [one.number, one.reason])).toEqual([
      [11, 'Máy mất'],
      [12, 'Máy mất'],
      [13, 'Máy mất'],
    ])
    letterArrived(world, 'a')
    world.must(clerks[1], 'book', 'in', 'book.assignNumber', { subject: 'a' })
    expect(book(world).last).toBe(14)
  })

  it('refuses a date before the last one, another year, a spent pen', () => {
    const world = aBook()
    letterArrived(world, 'a')
    letterArrived(world, 'b')
    world.must(clerks[0], 'book', 'in', 'book.assignNumber', { subject: 'a' })
    world.at = '2026-11-14T01:00:00.000Z'
    expect(world.refusalOf(clerks[0], 'book', 'in', 'book.assignNumber', { subject: 'b' }).rule).toBe(
      'number-date-order',
    )
    world.at = '2027-01-04T01:00:00.000Z'
    expect(world.refusalOf(clerks[0], 'book', 'in', 'book.assignNumber', { subject: 'b' }).rule).toBe(
      'book-year-differs',
    )
  })

  const print = { sha256: 'a'.repeat(64), sizeBytes: 1, mediaType: 'application/pdf' }
  const close = (world: DeskWorld, until: string, series?: string) =>
    world.act(clerks[0], 'book', 'in', 'book.close', {
      until,
      series: series ?? periodUpTo(book(world), until).series,
      print,
    })
  const refusalOf = (decision: ReturnType<typeof close>) =>
    decision.kind === 'refused' ? decision.refusal.rule : decision.kind
  const give = (world: DeskWorld, subject: string) => {
    letterArrived(world, subject)
    world.must(clerks[0], 'book', 'in', 'book.assignNumber', { subject })
  }

  it('is closed for past days and then frozen, with what was printed, by whom and when (Art 16.2b, 22.3b)', () => {
    const world = aBook(100)
    give(world, 'letter-1')
    world.must(clerks[0], 'book', 'in', 'book.voidNumber', { reason: 'Cấp nhầm' })
    expect(refusalOf(close(world, '2026-11-16'))).toBe('close-past-days-only')
    world.at = '2026-11-17T01:00:00.000Z'
    give(world, 'letter-2')
    expect(refusalOf(close(world, '2026-11-16', 'b'.repeat(64)))).toBe('close-changed-since-print')
    expect(close(world, '2026-11-16').kind).toBe('events')
    expect(book(world).closings).toMatchObject([
      { until: '2026-11-16', first: 101, last: 102, voidedCount: 1, print, by: { post: 'clerk-1' } },
    ])
    expect(refusalOf(close(world, '2026-11-16'))).toBe('book-closed')
    give(world, 'letter-3')
    world.at = '2026-11-18T01:00:00.000Z'
    expect(close(world, '2026-11-17').kind).toBe('events')
    expect(book(world).closings?.at(-1)).toMatchObject({ first: 103, last: 104 })
  })

  it('is not closed while a pen is out, nor where nothing was given', () => {
    const world = aBook()
    give(world, 'letter-1')
    world.must(clerks[1], 'book', 'in', 'book.lendPen', { until: '2026-11-18T00:00:00.000Z', atMost: 5 })
    world.at = '2026-11-17T01:00:00.000Z'
    expect(refusalOf(close(world, '2026-11-16'))).toBe('pen-held-elsewhere')
    world.must(clerks[1], 'book', 'in', 'book.returnPen', {})
    expect(refusalOf(close(world, '2026-11-15'))).toBe('close-empty')
  })

  it('takes nothing more for a closed day, also from a desk whose clock is behind', () => {
    const world = aBook()
    give(world, 'letter-1')
    world.at = '2026-11-18T01:00:00.000Z'
    close(world, '2026-11-17')
    world.at = '2026-11-17T09:00:00.000Z'
    letterArrived(world, 'letter-2')
    expect(world.refusalOf(clerks[0], 'book', 'in', 'book.assignNumber', { subject: 'letter-2' }).rule).toBe(
      'book-closed',
    )
    expect(world.refusalOf(clerks[0], 'book', 'in', 'book.voidNumber', { reason: 'Nhầm' }).rule).toBe(
      'book-closed',
    )
  })
})
