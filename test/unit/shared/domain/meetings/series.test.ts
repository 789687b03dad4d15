import { beforeEach, describe, expect, test } from 'vitest'
import { adjustmentTo, detailsOf } from '#shared/domain/meetings/adjustment.ts'
import { evolveMeeting } from '#shared/domain/meetings/evolve.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import type { Actor } from '#shared/domain/decision.ts'
import { aggregateKey } from '#shared/log/workspace-state.ts'
import { anItem, callDetailsOf } from '../../../../builders/a-meeting.ts'
import { aDate, MONDAYS, seriesOn } from '../../../../builders/a-series.ts'
import { aPdf } from '../../../../builders/a-document.ts'
import { anActor, type DeskWorld } from '../../../../builders/desk-world.ts'
import { LawOffice, people } from '../law/cases/office.ts'

const secretary = anActor('secretary', 'drafter')
let world: DeskWorld
beforeEach(() => {
  const office = new LawOffice()
  office.appoint(secretary)
  world = office.world
})
const act = (actor: Actor, id: string, verb: string, payload: unknown = {}): string => {
  const decision = world.act(actor, 'meeting', id, `meeting.${verb}`, payload)
  return decision.kind === 'refused' ? decision.refusal.rule : decision.kind
}
const schedule = (on: string, number: number, actor: Actor = secretary, id?: string): string => {
  const date = aDate(on, number)
  return act(actor, id ?? date.id, 'schedule', date.payload)
}
const meeting = (id: string): Meeting => world.look('meeting', id) as Meeting
const callAll = (): void => {
  MONDAYS.forEach((on, index) => expect(schedule(on, index + 1)).toBe('events'))
}

describe('a series', () => {
  test('is meetings that are called each, with agenda and the date they are of', () => {
    callAll()
    expect(meeting('s1')).toMatchObject({ status: 'called', series: { number: 1, of: 4 } })
    const third = meeting('s1.2026-12-07')
    expect(third).toMatchObject({ status: 'called', series: { id: 's1', on: '2026-12-07', number: 3 } })
    expect(third.items).toMatchObject([{ id: 'i1', papers: [] }])
    expect(third.changes).toEqual([])
  })

  test('has each date once, whoever adds it, and takes none from somebody who does not run it', () => {
    callAll()
    expect(schedule('2026-11-30', 2)).toBe('series-date-taken')
    expect(schedule('2026-12-21', 5, people.head)).toBe('meeting-secretary-only')
    expect(schedule('2026-12-21', 5, people.director)).toBe('events')
    expect(schedule('2026-12-21', 5)).toBe('series-date-taken')
    expect(schedule('2026-12-28', 5, secretary, 'other')).toBe('unknown-object')
  })

  test('has no date before its first meeting, and overwrites no meeting of another id', () => {
    expect(schedule('2026-11-30', 2)).toBe('unknown-object')
    act(people.head, 'mine', 'draft', callDetailsOf({ chair: 'head' }))
    callAll()
    expect(schedule('2026-12-21', 5, secretary, 'mine')).toBe('already-exists')
    expect(act(people.head, 's1.2026-12-21', 'draft', callDetailsOf({ chair: 'head' }))).toBe(
      'already-exists',
    )
    expect(schedule('2026-12-21', 5)).toBe('events')
  })

  test.each([
    ['draft', 'secretary', 'events'],
    ['draft', 'head', 'already-exists'],
    ['called', 'secretary', 'already-exists'],
    ['inSession', 'head', 'already-exists'],
  ] as const)('under the id of a date, what is %s by %s: %s', (status, owner, outcome) => {
    callAll()
    act(people.head, 'mine', 'draft', callDetailsOf({ chair: 'head' }))
    const id = 's1.2026-12-21'
    world.states.set(`meeting/${id}`, { ...meeting('mine'), id, status, secretary: owner })
    expect(schedule('2026-12-21', 5)).toBe(outcome)
    expect(meeting(id).secretary).toBe(outcome === 'events' ? 'secretary' : owner)
  })

  test('is called late only with a reason, as any meeting', () => {
    const { payload } = aDate('2026-11-17', 1)
    const series = {
      ...seriesOn('2026-11-17', 1),
      rule: { ...seriesOn('2026-11-17', 1).rule, first: '2026-11-17' },
    }
    expect(act(secretary, 's1', 'schedule', { ...payload, series })).toBe('meeting-short-notice')
    expect(act(secretary, 's1', 'schedule', { ...payload, series, shortNotice: 'Bão' })).toBe('events')
  })
})

describe('a change of what is named', () => {
  test('leaves what somebody else changed at the same time', () => {
    callAll()
    const before = detailsOf(meeting('s1'))
    const one = adjustmentTo(before, { ...before, place: 'Phòng 2' })
    const other = adjustmentTo(before, {
      ...before,
      from: '2026-11-23T07:00:00.000Z',
      until: '2026-11-23T09:00:00.000Z',
      members: [...before.members.slice(1), { post: 'clerk', part: 'invited' }],
    })
    expect(one).toEqual({ details: { place: 'Phòng 2' }, called: [], uncalled: [] })
    expect(act(secretary, 's1', 'adjust', one)).toBe('events')
    expect(act(people.director, 's1', 'adjust', other)).toBe('events')
    const { place, from, members, changes } = meeting('s1')
    expect([place, from]).toEqual(['Phòng 2', '2026-11-23T07:00:00.000Z'])
    expect(members.map(({ post }) => post)).toEqual(['leader', 'head', 'clerk'])
    expect(changes.map(({ names }) => names)).toEqual([['place'], ['from', 'until', 'members']])
    expect(act(secretary, 's1', 'adjust', one)).toBe('events')
    expect(meeting('s1').changes).toHaveLength(2)
  })

  test('is of whoever runs it, and makes no meeting that ends before it begins', () => {
    callAll()
    const late = { details: { until: '2026-11-23T00:00:00.000Z' }, called: [], uncalled: [] }
    expect(act(people.head, 's1', 'adjust', late)).toBe('meeting-secretary-only')
    expect(act(secretary, 's1', 'adjust', late)).toBe('meeting-time-reversed')
  })
})

describe('the next meeting', () => {
  const FOLLOW = { meeting: 's1', minutesTitle: 'Thông qua biên bản buổi trước' }
  const second = 's1.2026-11-30'
  beforeEach(() => {
    callAll()
    act(secretary, 's1', 'setAgenda', { items: [anItem('i1'), anItem('i2')] })
    for (const post of ['director', 'leader']) act(secretary, 's1', 'checkIn', { post, isRemote: false })
    act(secretary, 's1', 'open')
    act(secretary, 's1', 'conclude', { item: 'i1', text: 'Giao Phòng Tổ chức.', publish: true })
  })
  const items = (): readonly string[] => meeting(second).items.map(({ id }) => id)

  test('takes over what the one before came to no conclusion about, once, and its minutes first', () => {
    expect(act(secretary, second, 'follow', FOLLOW)).toBe('wrong-state')
    act(secretary, 's1', 'close')
    expect(act(secretary, second, 'follow', FOLLOW)).toBe('events')
    expect(items()).toEqual(['minutes.s1', 'i1', 'i2'])
    expect(act(people.director, second, 'follow', FOLLOW)).toBe('events')
    expect(items()).toEqual(['minutes.s1', 'i1', 'i2'])
    expect(act(secretary, second, 'follow', { ...FOLLOW, meeting: 's1.2026-12-07' })).toBe('wrong-state')
    expect(meeting(second)).toMatchObject({ follows: 's1' })
  })

  test('approves the minutes of the one before, with what it puts right in them, and so concludes that item', () => {
    act(secretary, 's1', 'close')
    expect(act(secretary, second, 'follow', FOLLOW)).toBe('events')
    const by = { person: 'secretary', post: 'secretary' }
    const fixed = { type: 'minutesFixed', document: 'd1', at: world.at, by, pdf: aPdf('bb') } as const
    world.states.set(aggregateKey({ kind: 'meeting', id: 's1' }), evolveMeeting(meeting('s1'), fixed, 's1'))
    expect(act(secretary, second, 'follow', FOLLOW)).toBe('events')
    expect(meeting(second).items[0]?.papers).toMatchObject([{ versions: [{ file: aPdf('bb') }] }])
    expect(act(secretary, second, 'follow', FOLLOW)).toBe('events')
    expect(meeting(second).items[0]?.papers[0]?.versions).toHaveLength(1)
    for (const post of ['director', 'leader']) act(secretary, second, 'checkIn', { post, isRemote: false })
    act(secretary, second, 'open')
    const corrections = 'Sửa hạn thành ngày 04/12.'
    expect(act(people.head, second, 'approveMinutes', { meeting: 's1', corrections })).toBe(
      'meeting-secretary-only',
    )
    expect(act(secretary, second, 'approveMinutes', { meeting: 's1', corrections })).toBe('events')
    expect(meeting(second).approved).toMatchObject([{ meeting: 's1', corrections }])
    expect(meeting(second).items[0]?.conclusion).toMatchObject({ text: corrections })
    expect(act(secretary, second, 'follow', FOLLOW)).toBe('events')
    expect(items()).toEqual(['minutes.s1', 'i1', 'i2'])
  })
})
