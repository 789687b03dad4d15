import fc from 'fast-check'
import { RRule, type ByWeekday } from 'rrule'
import { describe, expect, test } from 'vitest'
import { expandRule } from '#shared/exchange/calendar/expand-rule.ts'
import { MOST_EFFORT } from '#shared/exchange/calendar/limits.ts'
import { ruleOf, type RecurrenceRule } from '#shared/exchange/calendar/recurrence-rule.ts'

const DAY_MS = 86_400_000
const START = Date.UTC(2026, 0, 5, 8)
const NAMES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

function read(parts: Record<string, string | number | string[] | number[]>): RecurrenceRule {
  const rule = ruleOf(parts)
  if (typeof rule === 'string') throw new Error(rule)
  return rule
}

function starts(rule: RecurrenceRule, fromMs: number, toMs: number, startMs = START): string[] {
  const { startsMs } = expandRule(rule, startMs, undefined, { fromMs, toMs }, { timesLeft: MOST_EFFORT })
  return startsMs.map((ms) => new Date(ms).toISOString())
}

const some = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.uniqueArray(of, { maxLength: 3, minLength: 0 })
const signed = (most: number): fc.Arbitrary<number> =>
  fc.integer({ min: -most, max: most }).filter((number) => number !== 0)
const weekday = fc.record({
  nth: fc.constantFrom(1, 2, -1, 5),
  day: fc.integer({ min: 0, max: 6 }),
})

const parts = fc.record({
  freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
  interval: fc.integer({ min: 1, max: 4 }),
  bymonth: some(fc.integer({ min: 1, max: 12 })),
  bymonthday: some(signed(31)),
  byday: some(weekday),
  /** The reference wants both of `MO` and `2MO` to be true; the standard one of them. */
  namesNth: fc.boolean(),
  byhour: some(fc.integer({ min: 0, max: 23 })).map((hours) => hours.sort((a, b) => a - b)),
  /** The reference takes another position of a set that is too short for a negative one. */
  bysetpos: some(fc.constantFrom(1, 2, 3, -1)),
  wkst: fc.integer({ min: 0, max: 6 }),
})

describe('a recurrence', () => {
  test('gives the occurrences that the reference library gives, for any rule of days it can follow', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 1_500 }), (one, startDay) => {
        const takesNth = one.namesNth && (one.freq === 'MONTHLY' || one.freq === 'YEARLY')
        const byday = one.byday.map(({ nth, day }) => ({ nth: takesNth ? nth : 0, day }))
        const startMs = START + startDay * DAY_MS
        const toMs = startMs + 900 * DAY_MS
        const { freq, interval, bymonth, bymonthday, byhour, bysetpos } = one
        // The reference takes the first week from its first day on; positions in it would differ.
        fc.pre(one.freq !== 'WEEKLY' || one.bysetpos.length === 0)
        const rule = read({
          ...{ freq, interval, bymonth, bymonthday, byhour, bysetpos },
          byday: byday.map(({ nth, day }) => `${nth === 0 ? '' : nth}${NAMES[day] ?? ''}`),
          wkst: NAMES[one.wkst] ?? 'MO',
        })
        const ours = starts(rule, startMs + 1, toMs, startMs).map((at) => Date.parse(at))
        fc.pre(ours.length > 0)
        const reference = new RRule({
          freq: RRule[one.freq as 'DAILY'],
          dtstart: new Date(startMs),
          until: new Date(toMs + 1_500 * DAY_MS),
          interval: one.interval,
          wkst: one.wkst,
          ...(one.bymonth.length > 0 && { bymonth: one.bymonth }),
          ...(one.bymonthday.length > 0 && { bymonthday: one.bymonthday }),
          ...(one.byhour.length > 0 && { byhour: one.byhour }),
          ...(one.bysetpos.length > 0 && { bysetpos: one.bysetpos }),
          ...(byday.length > 0 && { byweekday: byday.map(referenceDay) }),
        })
        const theirs = [...new Set(reference.all().map(Number))].sort((a, b) => a - b)
        expect(ours).toEqual(theirs.filter((ms) => ms > startMs && ms <= toMs))
      }),
      { numRuns: 300 },
    )
  })

  test('ends in bounded work for a rule that never comes true, and says that it was cut', () => {
    const never = read({ freq: 'DAILY', bymonth: [2], bymonthday: [30], count: 3 })
    const effort = { timesLeft: 100_000 }
    const found = expandRule(never, START, undefined, { fromMs: START, toMs: Infinity }, effort)
    expect(found).toEqual({ startsMs: [START], isCut: true })
  })

  test('looks at the days of its window only, however long ago it began', () => {
    const daily = read({ freq: 'DAILY' })
    const effort = { timesLeft: 100 }
    const fromMs = Date.UTC(2990, 5, 1)
    const found = expandRule(daily, START, undefined, { fromMs, toMs: fromMs + 9 * DAY_MS }, effort)
    expect(found.startsMs).toHaveLength(9)
    expect(found.isCut).toBe(false)
  })

  test('counts its first day as the first occurrence, also when the rule does not mean it', () => {
    const fridays = read({ freq: 'WEEKLY', byday: ['FR'], count: 2 })
    expect(starts(fridays, START, START + 30 * DAY_MS)).toEqual([
      '2026-01-05T08:00:00.000Z',
      '2026-01-09T08:00:00.000Z',
    ])
  })

  test('counts weeks of the year as ISO 8601 does, and takes the weekday of its first day', () => {
    const week20 = read({ freq: 'YEARLY', byweekno: [20] })
    expect(starts(week20, START + 1, Date.UTC(2028, 0))).toEqual([
      '2026-05-11T08:00:00.000Z',
      '2027-05-17T08:00:00.000Z',
    ])
  })
})

test.each([
  [{ freq: 'SECONDLY' }, 'rule-finer-than-day'],
  [{ freq: 'DAILY', byhour: [...Array(24).keys()], byminute: [0, 30] }, 'rule-finer-than-day'],
  [{ freq: 'DAILY', interval: 0 }, 'rule-unreadable'],
  [{ freq: 'DAILY', bymonthday: [0] }, 'rule-unreadable'],
  [{ freq: 'MONTHLY', byday: ['9XX'] }, 'rule-unreadable'],
  [{ freq: 'DAILY', until: '2026-02-30' }, 'rule-unreadable'],
])('%j is not followed: %s', (value, problem) => {
  expect(ruleOf(value)).toBe(problem)
})

function referenceDay({ nth, day }: { nth: number; day: number }): ByWeekday {
  const days = [RRule.MO, RRule.TU, RRule.WE, RRule.TH, RRule.FR, RRule.SA, RRule.SU]
  const weekday = days[day] ?? RRule.MO
  return nth === 0 ? weekday : weekday.nth(nth)
}
