import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { remindersDue } from '../../../../../shared/domain/meetings/reminders.ts'
import { instantFrom, millisOf } from '../../../../../shared/kernel/instant.ts'

/** Eight o'clock in Vietnam. */
const FROM = '2026-11-24T01:00:00.000Z'
const before = (minutes: number): string => instantFrom(millisOf(FROM) - minutes * 60_000)

type Ahead = Parameters<typeof remindersDue>[0][number]
const meeting = (change: Partial<Ahead> = {}): Ahead => ({
  id: 'm1',
  status: 'called',
  from: FROM,
  chair: 'director',
  secretary: 'secretary',
  members: [{ post: 'head', attendance: null, substitute: null }],
  elsewhere: null,
  ...change,
})
const kinds = (now: string, change: Partial<Ahead> = {}, post = 'head') =>
  remindersDue([meeting(change)], post, 'eveningToo', now).map(({ kind }) => kind)

describe('a reminder', () => {
  it('comes a quarter of an hour before, the evening before where that is wished, and not after it began', () => {
    expect(kinds(before(16))).toEqual([])
    expect(kinds(before(15))).toEqual(['before'])
    expect(kinds(before(1))).toEqual(['before'])
    expect(kinds(FROM)).toEqual([])
    expect(kinds('2026-11-23T10:00:00.000Z')).toEqual(['evening'])
    expect(kinds('2026-11-23T09:59:00.000Z')).toEqual([])
    expect(kinds('2026-11-23T17:00:00.000Z')).toEqual([])
    expect(remindersDue([meeting()], 'head', 'before', '2026-11-23T10:00:00.000Z')).toEqual([])
    expect(remindersDue([meeting()], 'head', 'none', before(5))).toEqual([])
  })

  it('is for those who go', () => {
    const absent = [{ post: 'head', attendance: 'absent', substitute: 'deputy' }] as const
    expect(kinds(before(5), { members: absent })).toEqual([])
    expect(kinds(before(5), { members: absent }, 'deputy')).toEqual(['before'])
    expect(kinds(before(5), {}, 'director')).toEqual(['before'])
    expect(kinds(before(5), {}, 'secretary')).toEqual(['before'])
    expect(kinds(before(5), { elsewhere: 'Sở Tài chính' }, 'secretary')).toEqual([])
    expect(kinds(before(5), {}, 'stranger')).toEqual([])
  })

  it.each(['draft', 'cancelled', 'inSession', 'concluded', 'archived'] as const)(
    'is not for a meeting that is %s',
    (status) => {
      expect(kinds(before(5), { status })).toEqual([])
    },
  )

  it('is another one for a meeting that was moved', () => {
    const [first] = remindersDue([meeting()], 'head', 'before', before(5))
    const moved = instantFrom(millisOf(FROM) + 3_600_000)
    const [second] = remindersDue([meeting({ from: moved })], 'head', 'before', before(-50))
    expect(second?.kind).toBe('before')
    expect(second?.key).not.toBe(first?.key)
  })
})

it('all looks in one stretch before a meeting name the same reminder, and none comes outside of it', () => {
  fc.assert(
    fc.property(fc.integer({ min: -3000, max: 3000 }), (minutes) => {
      const now = before(minutes)
      const due = remindersDue([meeting()], 'head', 'before', now)
      expect(due.map(({ key }) => key)).toEqual(minutes > 0 && minutes <= 15 ? [`m1 ${FROM} before`] : [])
    }),
  )
})
