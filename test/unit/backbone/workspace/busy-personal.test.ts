import { expect, it } from 'vitest'
import { busyByAppointments } from '../../../../backbone/workspace/busy-personal.ts'
import type {
  CalendarEntry,
  EntryProperty,
} from '../../../../shared/domain/schedule/personal/calendar-entry.ts'
import { anAppointment } from '../../../builders/an-appointment.ts'

const SPAN = { from: '2026-11-23T00:00:00.000Z', until: '2027-01-20T00:00:00.000Z' }
const MOST = 1_000_000

function aReader(list: readonly CalendarEntry[]) {
  const entries = Object.fromEntries(list.map((one) => [one.uid, one]))
  const state = (): Promise<unknown> => Promise.resolve({ id: 'p', entries, addresses: [] })
  const effort = { timesLeft: MOST }
  return {
    effort,
    read: (from = SPAN.from) => busyByAppointments({ state }, 'p', { ...SPAN, from }, effort),
  }
}
const range = (length: number): readonly number[] => Array.from({ length }, (_, index) => index)
const changed = (uid: string, minute: number): CalendarEntry['components'][number] => [
  'vevent',
  [
    ['uid', {}, 'text', uid],
    ['dtstart', { tzid: 'America/New_York' }, 'date-time', '2026-12-01T09:00:00'],
    [
      'recurrence-id',
      { tzid: 'America/New_York' },
      'date-time',
      `2027-01-01T08:00:${String(10 + (minute % 50))}`,
    ],
  ],
  [],
]
const withMany = (uid: string, more: readonly EntryProperty[], overrides: number): CalendarEntry => {
  const entry = anAppointment(uid, { more })
  return { ...entry, components: [...entry.components, ...range(overrides).map((at) => changed(uid, at))] }
}
const dates = range(2000).map(
  (at) => `2026-12-${String(1 + (at % 28)).padStart(2, '0')}T08:${String(10 + (at % 50))}:00`,
)
const observances = range(300).map((): CalendarEntry['components'][number] => [
  'standard',
  [
    ['dtstart', {}, 'date-time', '1970-01-01T00:00:00'],
    ['tzoffsetfrom', {}, 'utc-offset', '+07:00'],
    ['tzoffsetto', {}, 'utc-offset', '+07:00'],
    ['rrule', {}, 'recur', { freq: 'DAILY' }],
  ],
  [],
])
const onClock = (uid: string): CalendarEntry => {
  const entry = anAppointment(uid, { zone: 'Z' })
  return {
    ...entry,
    components: [...entry.components, ['vtimezone', [['tzid', {}, 'text', 'Z']], observances]],
  }
}

it.each([
  ['changed dates', range(100).map((at) => withMany(`u${String(at)}`, [], 300))],
  [
    'listed dates',
    range(100).map((at) =>
      withMany(`u${String(at)}`, [['rdate', { tzid: 'America/New_York' }, 'date-time', ...dates]], 0),
    ),
  ],
  ['a clock that is described at length', range(10).map((at) => onClock(`u${String(at)}`))],
])(
  'is read for bounded effort, others have their turn, and who could not be looked at is busy: %s',
  async (_, list) => {
    const { read, effort } = aReader(list)
    let turns = 0
    let isOver = false
    const next = (): void => {
      turns++
      if (!isOver) setImmediate(next)
    }
    setImmediate(next)
    const spans = await read()
    isOver = true
    expect(turns).toBeGreaterThan(0)
    expect(MOST - effort.timesLeft).toBeLessThanOrEqual(300_000)
    expect(spans.some(({ from, until }) => from <= '2026-12-15' && until >= '2026-12-20')).toBe(true)
  },
)

it('is not read again for a question a moment later, and again for nothing when the question has no effort left', async () => {
  const { read, effort } = aReader(range(200).map((at) => anAppointment(`u${String(at)}`)))
  const spans = await read()
  const left = effort.timesLeft
  expect(await read('2026-11-23T00:00:00.001Z')).toEqual(spans)
  expect(effort.timesLeft).toBe(left)
  const late = aReader([anAppointment('a')])
  late.effort.timesLeft = 0
  expect((await late.read())[0]?.until).toBe('2026-12-13T00:00:00.000Z')
  late.effort.timesLeft = MOST
  expect(await late.read()).toEqual([{ from: '2026-11-23T02:30:00.000Z', until: '2026-11-23T03:30:00.000Z' }])
})

it('does not make anybody busy by birthdays, however many', async () => {
  const birthday = (uid: string): CalendarEntry => ({
    uid,
    source: 'file',
    components: [
      [
        'vevent',
        [
          ['uid', {}, 'text', uid],
          ['dtstart', {}, 'date', '1980-12-01'],
          ['rrule', {}, 'recur', { freq: 'YEARLY' }],
        ],
        [],
      ],
    ],
  })
  const { read } = aReader(range(1000).map((at) => birthday(`u${String(at)}`)))
  expect(await read()).toEqual([])
})
