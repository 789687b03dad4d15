import { expect, it } from 'vitest'
import { busyTimes } from '../../../../backbone/workspace/busy-times.ts'
import type { Span } from '../../../../shared/domain/free/span.ts'
import type { Meeting } from '../../../../shared/domain/meetings/meeting.ts'
import { aggregateKey } from '../../../../shared/log/workspace-state.ts'
import { callDetailsOf } from '../../../builders/a-meeting.ts'

const LINE = {
  id: 'l1',
  leaders: ['boss'],
  day: '2026-11-23',
  half: 'morning',
  hours: { from: 480, until: 600 },
  busy: true,
}
const WEEK = {
  id: '2026-W48',
  versions: [{ number: 1, at: '2026-11-20T01:00:00.000Z', by: {}, lines: [LINE] }],
}
const SPAN = { from: '2026-11-23T00:00:00.000Z', until: '2026-11-24T00:00:00.000Z' }
const PUBLISHED = [{ from: '2026-11-23T01:00:00.000Z', until: '2026-11-23T03:00:00.000Z' }]

function anOffice(meeting: Partial<Meeting> | null, away: readonly Span[] = []) {
  const states = new Map<string, unknown>([
    ['week 2026-W48', WEEK],
    ['post boss', { person: 'p-boss' }],
  ])
  if (meeting !== null) {
    const details = callDetailsOf({
      chair: 'evil',
      members: [],
      quorum: null,
      from: '2026-11-23T08:00:00.000Z',
      until: '2026-11-23T09:00:00.000Z',
    })
    states.set('meeting l1', {
      ...details,
      id: 'l1',
      status: 'called',
      secretary: 'evil',
      members: [],
      ...meeting,
    })
  }
  const keys = new Map(
    [...states].map(([key, state]) => [
      aggregateKey({ kind: key.split(' ')[0] as 'week', id: key.split(' ')[1] ?? '' }),
      state,
    ]),
  )
  const asked: string[] = []
  const engine = {
    aggregates: (_: string, kind: string) =>
      Promise.resolve(
        [...states.keys()]
          .filter((key) => key.startsWith(`${kind} `))
          .map((key) => ({ kind, id: key.split(' ')[1] ?? '' })),
      ),
    entries: () => Promise.resolve([]),
  }
  const workspace = {
    id: 'a',
    head: () => ({ epoch: 1, seq: 1, nowMs: 0 }),
    state: (ref: { kind: 'week'; id: string }) => {
      asked.push(`${ref.kind} ${ref.id}`)
      return Promise.resolve(keys.get(aggregateKey(ref)))
    },
  }
  const times = busyTimes(
    engine as unknown as Parameters<typeof busyTimes>[0],
    workspace as unknown as Parameters<typeof busyTimes>[1],
    () => Promise.resolve(away),
  )
  return { times, asked }
}
const busyOf = async (meeting: Partial<Meeting> | null) =>
  (await anOffice(meeting).times.of(['boss'], SPAN)).get('boss')
const member = { post: 'boss', part: 'member', answer: null, present: null } as const

it('is not told of a leader as free because somebody calls a meeting under the id of a published line', async () => {
  expect(await busyOf(null)).toEqual(PUBLISHED)
  expect(await busyOf({ calledAt: '2026-11-19T01:00:00.000Z' })).toEqual(PUBLISHED)
  const later = { calledAt: '2026-11-21T01:00:00.000Z', members: [member], status: 'cancelled' } as const
  expect(await busyOf(later)).toEqual(PUBLISHED)
})

it('goes with the meeting a line was taken over from, when it moved or was called off', async () => {
  const before = { calledAt: '2026-11-19T01:00:00.000Z', members: [member] }
  expect(await busyOf(before)).toEqual([
    { from: '2026-11-23T08:00:00.000Z', until: '2026-11-23T09:00:00.000Z' },
  ])
  expect(await busyOf({ ...before, status: 'cancelled' })).toEqual([])
})

it('asks for no state of posts and meetings that are not there', async () => {
  const { times, asked } = anOffice(null)
  await times.of(['boss', 'invented'], SPAN, 'invented', () => true)
  expect(asked.filter((one) => one.includes('invented'))).toEqual([])
})

it('counts calendars of others where colleagues look for a time, and asks for nobody who is not there', async () => {
  const away = [{ from: '2026-11-23T02:00:00.000Z', until: '2026-11-23T05:00:00.000Z' }]
  const { times, asked } = anOffice(null, away)
  const found = await times.everywhere(['boss', 'nobody'], SPAN)
  expect(found.get('boss')).toEqual([{ from: PUBLISHED[0]?.from, until: '2026-11-23T05:00:00.000Z' }])
  expect(found.get('nobody')).toEqual([])
  expect((await times.of(['boss'], SPAN)).get('boss')).toEqual(PUBLISHED)
  expect(asked).not.toContain('post nobody')
})
