import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { workingCalendar } from '../../../../../shared/domain/calendar/vietnam-calendar.ts'
import { atMinute, isWorkingDay } from '../../../../../shared/domain/calendar/working-calendar.ts'
import { nextFree, STEP_MINUTES } from '../../../../../shared/domain/free/next-free.ts'
import { merged, overlaps, within, type Span } from '../../../../../shared/domain/free/span.ts'
import { instantFrom, localDateOf, millisOf } from '../../../../../shared/kernel/instant.ts'

/** Monday. */
const DAY = '2026-11-23'
const calendar = workingCalendar({ holidays: ['2026-11-25'], makeUpDays: ['2026-11-28'], hours: [] }, DAY)
const span = (from: number, until: number): Span => ({
  from: atMinute(DAY, from),
  until: atMinute(DAY, until),
})
const plus = (from: string, minutes: number): string => instantFrom(millisOf(from) + minutes * 60_000)

describe('the next free slot', () => {
  const wanted = { calendar, after: atMinute(DAY, 0), minutes: 60, busy: [], places: null }

  it('lies in office hours, back to back with what is there', () => {
    expect(nextFree(wanted)).toEqual({ ...span(420, 480), place: null })
    expect(nextFree({ ...wanted, busy: [span(420, 500)] })).toMatchObject(span(510, 570))
    expect(nextFree({ ...wanted, busy: [span(420, 660)] })).toMatchObject(span(810, 870))
  })

  it('goes over days that are not worked', () => {
    expect(nextFree({ ...wanted, after: atMinute('2026-11-24', 1000) })?.from).toBe(
      atMinute('2026-11-26', 420),
    )
    expect(nextFree({ ...wanted, after: atMinute('2026-11-27', 1000) })?.from).toBe(
      atMinute('2026-11-28', 420),
    )
  })

  it('takes the room that is free first, and none where every one is taken for good', () => {
    const taken = { from: atMinute(DAY, 0), until: '2027-12-31T00:00:00.000Z' }
    const places = [
      { id: 'a', busy: [span(420, 600)] },
      { id: 'b', busy: [span(420, 450)] },
    ]
    expect(nextFree({ ...wanted, places })).toEqual({ ...span(450, 510), place: 'b' })
    expect(nextFree({ ...wanted, places: [{ id: 'a', busy: [taken] }] })).toBeUndefined()
    expect(nextFree({ ...wanted, places: [] })).toBeUndefined()
  })

  it('lets what is longer than a morning last over noon', () => {
    expect(nextFree({ ...wanted, minutes: 480 })).toMatchObject(span(420, 900))
    expect(nextFree({ ...wanted, minutes: 1200 })).toBeUndefined()
  })
})

const spans = fc.array(
  fc
    .record({ at: fc.integer({ min: 0, max: 4 * 1440 }), minutes: fc.integer({ min: 1, max: 600 }) })
    .map(({ at, minutes }) => ({
      from: plus(atMinute(DAY, 0), at),
      until: plus(atMinute(DAY, 0), at + minutes),
    })),
  { maxLength: 25 },
)

/** By trying every quarter of an hour. */
function tried(busy: readonly Span[], after: string, minutes: number): string | undefined {
  const step = STEP_MINUTES * 60_000
  let from = instantFrom(Math.ceil(millisOf(after) / step) * step)
  for (let tries = 0; tries < 20 * 96; tries++, from = plus(from, STEP_MINUTES)) {
    const day = localDateOf(from)
    const until = plus(from, minutes)
    const isWithin = calendar.hours.some(
      (hours) => from >= atMinute(day, hours.from) && until <= atMinute(day, hours.to),
    )
    if (!isWorkingDay(calendar, day) || !isWithin) continue
    if (!busy.some((one) => overlaps(one, { from, until }))) return from
  }
  return undefined
}

it('the slot is free, in office hours of a day that is worked, and no earlier one is', () => {
  fc.assert(
    fc.property(
      spans,
      spans,
      fc.integer({ min: 0, max: 3000 }),
      fc.integer({ min: 1, max: 18 }).map((quarters) => quarters * 15),
      (people, room, at, minutes) => {
        const after = plus(atMinute(DAY, 0), at)
        const places = [{ id: 'r', busy: room }]
        const slot = nextFree({ calendar, after, minutes, busy: people, places })
        expect(slot?.from).toBe(tried([...people, ...room], after, minutes))
        expect(slot?.place).toBe('r')
      },
    ),
    { numRuns: 300 },
  )
})

it('stretches put together are the same moments, apart from each other and in order', () => {
  fc.assert(
    fc.property(spans, fc.integer({ min: 0, max: 5 * 1440 }), (list, at) => {
      const moment = plus(atMinute(DAY, 0), at)
      const holds = (all: readonly Span[]): boolean =>
        all.some((one) => one.from <= moment && moment < one.until)
      const all = merged(list)
      expect(holds(all)).toBe(holds(list))
      for (const [index, one] of all.entries()) expect(one.until < (all[index + 1]?.from ?? '~')).toBe(true)
      const cut = span(0, 1440)
      expect(holds(within(all, cut))).toBe(holds(list) && cut.from <= moment && moment < cut.until)
    }),
  )
})
