import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dayStartMs, itemOf } from '../../../../../../renderer/features/schedule/personal/calendar-item.ts'
import { placedOn } from '../../../../../../renderer/features/schedule/personal/day-lanes.ts'
import { occurrencesIn } from '../../../../../../shared/exchange/calendar/personal/personal-occurrences.ts'
import { anAppointment } from '../../../../../builders/an-appointment.ts'

const DAY = '2026-11-23'
const MINUTE_MS = 60_000
const window = { fromMs: dayStartMs(DAY), toMs: dayStartMs(DAY) + 1440 * MINUTE_MS }
const [one] = occurrencesIn([anAppointment('a')], window).occurrences.map((found) => itemOf(found, null))

const itemAt = (from: number, lasts: number, key: string) => ({
  ...one!,
  key,
  startMs: dayStartMs(DAY) + from * MINUTE_MS,
  endMs: dayStartMs(DAY) + (from + lasts) * MINUTE_MS,
})

it('whatever takes the same time stands side by side, in the first lane that is free', () => {
  const times = fc.array(fc.tuple(fc.nat(1300), fc.nat(120)), { maxLength: 40 })
  fc.assert(
    fc.property(times, (all) => {
      const items = all
        .toSorted(([a], [b]) => a - b)
        .map(([from, lasts], index) => itemAt(from, lasts, String(index)))
      const placed = placedOn(DAY, items)
      expect(placed.map(({ item }) => item.key)).toEqual(items.map(({ key }) => key))
      for (const [index, { from, lane, lanes }] of placed.entries()) {
        const here = placed.slice(0, index).filter((before) => before.until > from)
        expect(here.map((before) => before.lane)).not.toContain(lane)
        for (let lower = 0; lower < lane; lower++) expect(here.map((before) => before.lane)).toContain(lower)
        expect(lane).toBeLessThan(lanes)
        for (const before of here) expect(before.lanes).toBe(lanes)
      }
    }),
  )
})

it('a day with tens of thousands of them at once is laid out too', () => {
  const items = Array.from({ length: 20_000 }, (_, index) => itemAt(480, 60, String(index)))
  expect(placedOn(DAY, items).at(-1)).toMatchObject({ lane: 19_999, lanes: 20_000 })
})
