import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#shared/domain/calendar/days.ts'
import { atMinute, isWorkingDay } from '#shared/domain/calendar/working-calendar.ts'
import type { SeriesPattern, SeriesRule } from '#shared/domain/meetings/series/series.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import type { ToldMeeting } from '#shared/exchange/calendar/meeting-message.ts'
import { occurrencesOf } from '#shared/exchange/calendar/occurrences.ts'
import { readCalendar } from '#shared/exchange/calendar/read-calendar.ts'
import { firstDayOf, plannedDates } from '#shared/exchange/calendar/series-days.ts'
import { seriesMessage, type ToldDate } from '#shared/exchange/calendar/series-message.ts'
import { seriesOf } from '#shared/exchange/calendar/series.ts'
import { writeCalendar } from '#shared/exchange/calendar/write-calendar.ts'
import { zonesOf } from '#shared/exchange/calendar/zones.ts'

const calendar = {
  holidays: ['2027-01-01', '2027-02-05', '2027-02-08', '2027-02-09'],
  makeUpDays: [],
  hours: [{ from: 450, to: 1020 }],
}
const organizer = { address: 'mailto:so@tinh.example', name: 'Sở' }

function told(change: Partial<ToldMeeting>): ToldMeeting {
  return {
    ...{ uid: 's', sequence: 0, stampedAt: '2026-11-20T01:00:00.000Z', title: 'Giao ban tuần' },
    ...{ from: '', until: '', place: 'Phòng 1', callUrl: null, description: '', organizer, attendees: [] },
    ...change,
  }
}

/** What a calendar shows who reads the file. */
function shownBy(bytes: Uint8Array): readonly string[] {
  const read = readCalendar(bytes)
  if (!read.ok) throw new Error('unreadable')
  const all = seriesOf(read.calendar)
  expect(all).toHaveLength(1)
  const window = { fromMs: Date.parse('2026-01-01T00:00:00Z'), toMs: Date.parse('2032-01-01T00:00:00Z') }
  return all.flatMap((one) => {
    const { occurrences, problems } = occurrencesOf(one, window, zonesOf(read.calendar), {
      timesLeft: 500_000,
    })
    expect(problems).toEqual([])
    return occurrences.map(({ event, startMs, endMs }) =>
      [instantFrom(startMs), instantFrom(endMs), event.summary, event.location].join(' '),
    )
  })
}

const pattern: fc.Arbitrary<SeriesPattern> = fc.oneof(
  fc.record({ kind: fc.constant('weekly' as const), interval: fc.constantFrom(1 as const, 2 as const) }),
  fc.record({ kind: fc.constant('monthDay' as const), day: fc.integer({ min: 1, max: 31 }) }),
  fc.record({
    kind: fc.constant('monthWeekday' as const),
    nth: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, -1 as const),
    weekday: fc.integer({ min: 0, max: 6 }),
  }),
)
const change = fc.record({
  at: fc.nat({ max: 20 }),
  what: fc.constantFrom('off', 'hour', 'day', 'place'),
  by: fc.integer({ min: 1, max: 3 }),
})

const day = (from: number): string => addDays('2026-11-23', from)

test('a calendar that reads a series shows the dates of its meetings and no other', () => {
  fc.assert(
    fc.property(
      pattern,
      fc.nat({ max: 400 }),
      fc.integer({ min: 1, max: 14 }),
      fc.constantFrom('skip' as const, 'move' as const, 'keep' as const),
      fc.array(change, { maxLength: 8 }),
      fc.option(fc.integer({ min: 1, max: 200 })),
      (how, from, count, daysOff, changes, further) => {
        const first = firstDayOf(how, day(from))
        const rule: SeriesRule = { pattern: how, first, until: null, count, daysOff }
        const dates: ToldDate[] = plannedDates(rule, calendar).dates.flatMap(({ on, day: at }) =>
          at === null
            ? []
            : [{ on, isOff: false, told: told({ from: atMinute(at, 480), until: atMinute(at, 600) }) }],
        )
        if (dates.length === 0) return
        const added = further === null ? first : addDays(first, further)
        if (!dates.some(({ on }) => on === added))
          dates.push({
            on: added,
            isOff: false,
            told: told({ from: atMinute(added, 480), until: atMinute(added, 600) }),
          })
        for (const { at, what, by } of changes) {
          const index = at % dates.length
          const date = dates[index]
          if (date === undefined) continue
          const moved = (ms: number): ToldMeeting => ({
            ...date.told,
            from: instantFrom(Date.parse(date.told.from) + ms),
            until: instantFrom(Date.parse(date.told.until) + ms),
          })
          dates[index] =
            what === 'off'
              ? { ...date, isOff: true }
              : what === 'place'
                ? { ...date, told: { ...date.told, place: `Phòng ${String(by)}` } }
                : { ...date, told: moved(by * (what === 'hour' ? 3_600_000 : 86_400_000)) }
        }
        const held = dates.filter(({ isOff }) => !isOff)
        if (held.length === 0) return
        const bytes = writeCalendar(
          seriesMessage('REQUEST', { uid: 's', sequence: 1, pattern: how, first, dates }),
        )
        const wanted = held.map(({ told: one }) => [one.from, one.until, one.title, one.place].join(' '))
        expect([...shownBy(bytes)].toSorted()).toEqual(wanted.toSorted())
      },
    ),
    { numRuns: 300 },
  )
})

test('a file says the rule once, a date left out as EXDATE and a moved one by its own component', () => {
  const at = (on: string, hour = 480, isOff = false): ToldDate => ({
    on,
    isOff,
    told: told({ from: atMinute(on, hour), until: atMinute(on, hour + 60) }),
  })
  const dates = [at('2026-11-23'), at('2026-11-30', 840), at('2026-12-07', 480, true), at('2026-12-14')]
  const bytes = writeCalendar(
    seriesMessage('REQUEST', {
      ...{ uid: 's@h', sequence: 2, first: '2026-11-23', dates },
      pattern: { kind: 'weekly', interval: 1 },
    }),
  )
  const text = new TextDecoder().decode(bytes)
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2)
  expect(text).toContain('RRULE:FREQ=WEEKLY;UNTIL=20261214T010000Z')
  expect(text).toContain('EXDATE;TZID=Asia/Ho_Chi_Minh:20261207T080000')
  expect(text).toContain('RECURRENCE-ID;TZID=Asia/Ho_Chi_Minh:20261130T080000')
})

test('no planned date but a kept one lies on a day off, none is planned twice, and the rule gives as many as were asked for', () => {
  fc.assert(
    fc.property(
      pattern,
      fc.nat({ max: 400 }),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom('skip' as const, 'move' as const, 'keep' as const),
      (how, from, count, daysOff) => {
        const first = firstDayOf(how, day(from))
        const { dates, isCut } = plannedDates({ pattern: how, first, until: null, count, daysOff }, calendar)
        const taken = dates.flatMap((one) => one.day ?? [])
        expect(new Set(taken).size).toBe(taken.length)
        if (daysOff !== 'keep') expect(taken.every((one) => isWorkingDay(calendar, one))).toBe(true)
        if (!isCut) expect(taken).toHaveLength(count)
      },
    ),
  )
})
