import { beforeEach, describe, expect, test } from 'vitest'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { evolveMeeting } from '#shared/domain/meetings/evolve.ts'
import type { MeetingEvent } from '#shared/domain/meetings/events.ts'
import { sha256Hex } from '#shared/kernel/hash.ts'
import { taskIdOf } from '#shared/domain/work/task.ts'
import { aPdf, documentFieldsOf } from '../../../../builders/a-document.ts'
import { ConcludedRoom } from '../../../../builders/a-concluded-meeting.ts'
import { callDetailsOf } from '../../../../builders/a-meeting.ts'
import { anActor } from '../../../../builders/desk-world.ts'
import { LawOffice, people } from '../law/cases/office.ts'

let room: ConcludedRoom
beforeEach(() => {
  const office = new LawOffice()
  office.appoint(anActor('secretary', 'drafter'))
  room = new ConcludedRoom(office.world)
  room.concluded()
})
const ruleOf = (decision: ReturnType<ConcludedRoom['act']>): string =>
  decision.kind === 'refused' ? decision.refusal.rule : decision.kind
const work = (text: string, posts: readonly string[], deadline: string | null = null) => ({
  item: 'i1',
  parts: posts.map((post, index) => ({ post, role: index === 0 ? 'lead' : 'cooperating' })),
  text,
  deadline,
})

describe('minutes', () => {
  test('are drafted out of a meeting by whoever runs it, and known to both', () => {
    expect(
      ruleOf(
        room.world.act(people.head, 'document', 'x', 'document.create', {
          kind: 'bien-ban',
          fields: documentFieldsOf(),
          ofMeeting: { meeting: 'm1', paper: 'minutes' },
        }),
      ),
    ).toBe('meeting-secretary-only')
    room.withPaper('minutes')
    expect(room.document().ofMeeting).toEqual({ meeting: 'm1', paper: 'minutes' })
    expect(room.state().minutesDraft).toMatchObject({ document: 'minutes', issued: null })
  })

  test('take what was said of an item from whoever runs the meeting, until they are locked', () => {
    const over = sha256Hex('')
    const said = { item: 'i1', over, text: 'Đồng chí Bình đề nghị bổ sung số liệu.' }
    expect(ruleOf(room.act(people.head, 'recordProceedings', said))).toBe('meeting-secretary-only')
    expect(ruleOf(room.act(room.secretary, 'recordProceedings', { ...said, item: 'x' }))).toBe(
      'unknown-object',
    )
    room.must(room.secretary, 'recordProceedings', { ...said, text: 'Đồng chí Bình' })
    expect(ruleOf(room.act(room.secretary, 'recordProceedings', said))).toBe('proceedings-changed')
    room.must(room.secretary, 'recordProceedings', { ...said, over: sha256Hex('Đồng chí Bình') })
    expect(room.state().items[0]?.proceedings).toBe(said.text)
    room.withPaper('minutes')
    room.must(room.secretary, 'sendMinutes', { until: '2026-11-20' })
    room.world.at = '2026-11-23T01:00:00.000Z'
    room.must(room.secretary, 'lockMinutes')
    expect(ruleOf(room.act(room.secretary, 'recordProceedings', { ...said, text: '' }))).toBe(
      'minutes-locked',
    )
  })

  test('of another meeting are not the minutes of this one', () => {
    const other = new ConcludedRoom(room.world, 'm2')
    other.concluded()
    other.signed()
    expect(ruleOf(room.act(room.secretary, 'fixMinutes', { document: 'minutes' }))).toBe(
      'minutes-document-missing',
    )
  })

  test('go round as text, are amended, locked, and signed by the secretary who drafted them and the chair', () => {
    room.withPaper('minutes')
    room.must(room.secretary, 'sendMinutes', { until: '2026-11-20' })
    expect(room.state().round?.text.join()).toContain('Thời gian bắt đầu')
    room.must(people.head, 'amend', { amendment: 'a1', item: 'i1', text: 'Hạn là ngày 10/12' })
    expect(ruleOf(room.act(room.secretary, 'lockMinutes'))).toBe('amendments-open')
    room.must(room.secretary, 'settleAmendment', { amendment: 'a1', isTaken: true, words: '' })
    expect(ruleOf(room.act(room.secretary, 'lockMinutes'))).toBe('minutes-round-open')
    expect(ruleOf(room.act(room.secretary, 'sendMinutes', { until: null }))).toBe('minutes-round-open')
    room.world.at = '2026-11-21T01:00:00.000Z'
    room.must(room.secretary, 'lockMinutes')
    expect(ruleOf(room.act(people.director, 'conclude', { item: 'i1', text: 'Khác', publish: true }))).toBe(
      'minutes-locked',
    )
    const on = (actor: typeof people.head, verb: string, payload: unknown) =>
      room.world.must(actor, 'document', 'minutes', `document.${verb}`, payload)
    on(room.secretary, 'submit', { note: '' })
    on(room.secretary, 'initial', { pdf: aPdf('a'), level: 'B-B' })
    on(people.director, 'sign', { pdf: aPdf('b'), level: 'B-B' })
    expect(ruleOf(room.act(people.node, 'fixMinutes', { document: 'minutes', pdf: aPdf('c') }))).toBe(
      'moved-on',
    )
    room.must(people.node, 'fixMinutes', { document: 'minutes', pdf: aPdf('b') })
    expect(room.state().minutes).toMatchObject({ document: 'minutes', pdf: aPdf('b') })
  })

  test('are signed as they were locked, whoever else gives them back', () => {
    const on = (actor: typeof people.head, verb: string, payload: unknown) =>
      ruleOf(room.world.act(actor, 'document', 'minutes', `document.${verb}`, payload))
    room.locked()
    on(room.secretary, 'submit', { note: '' })
    room.rewritten()
    expect(on(room.secretary, 'initial', { pdf: aPdf('a'), level: 'B-B' })).toBe('minutes-differ')
    room.must(room.secretary, 'lockMinutes')
    expect(on(room.secretary, 'return', { reason: 'Sửa' })).toBe('events')
    room.must(room.secretary, 'lockMinutes')
    expect(on(room.secretary, 'submit', { note: '' })).toBe('minutes-differ')
  })

  test('given back by the chair are changed and locked again', () => {
    const on = (actor: typeof people.head, verb: string, payload: unknown) =>
      ruleOf(room.world.act(actor, 'document', 'minutes', `document.${verb}`, payload))
    room.locked()
    on(room.secretary, 'submit', { note: '' })
    on(room.secretary, 'initial', { pdf: aPdf('a'), level: 'B-B' })
    expect(on(people.director, 'return', { reason: 'Sửa' })).toBe('events')
    room.rewritten()
    expect(on(room.secretary, 'submit', { note: '' })).toBe('minutes-differ')
    room.must(room.secretary, 'lockMinutes')
    expect(room.state().lockedText?.join()).toContain('Kết luận khác')
    expect(on(room.secretary, 'submit', { note: '' })).toBe('events')
  })

  test('are fixed only as the document that was named, once the node looked at the signature', () => {
    room.locked()
    const on = (actor: typeof people.head, id: string, verb: string, payload: unknown) =>
      room.world.must(actor, 'document', id, `document.${verb}`, payload)
    const fix = (document: string) => ruleOf(room.act(room.secretary, 'fixMinutes', { document }))
    on(room.secretary, 'minutes', 'submit', { note: '' })
    on(room.secretary, 'minutes', 'initial', { pdf: aPdf('a'), level: 'B-B' })
    room.world.checksSignatures = false
    on(people.director, 'minutes', 'sign', { pdf: aPdf('b'), level: 'B-B' })
    expect(fix('minutes')).toBe('minutes-not-signed')
    const ofMeeting = { meeting: 'm1', paper: 'minutes' }
    on(room.secretary, 'other', 'create', { kind: 'bien-ban', fields: documentFieldsOf(), ofMeeting })
    expect(fix('other')).toBe('minutes-document-missing')
  })

  test('of an earlier meeting are approved once they are signed, by who was called to it', () => {
    room.fixed()
    const next = new ConcludedRoom(room.world, 'm2')
    next.opened()
    next.must(next.secretary, 'approveMinutes', { meeting: 'm1' })
    expect(next.state().approved).toMatchObject([{ meeting: 'm1', title: 'Họp giao ban tháng 11' }])
    expect(ruleOf(next.act(next.secretary, 'approveMinutes', { meeting: 'm2' }))).toBe('unknown-object')
    const foreign = new ConcludedRoom(room.world, 'm3')
    foreign.opened({ chair: 'clerk' })
    expect(ruleOf(foreign.act(people.clerk, 'approveMinutes', { meeting: 'm1' }))).toBe('meeting-not-called')
  })
})

describe('conclusions', () => {
  test('are told within five working days after the meeting', () => {
    expect(room.state().noticeBy).toBe('2026-11-23')
  })

  test('are given as work by the chair, and by the secretary only once the chair signed them', () => {
    const give = () => ruleOf(room.act(room.secretary, 'giveTasks', { works: [work('Một', ['head'])] }))
    expect(give()).toBe('tasks-by-chair')
    room.fixed()
    expect(give()).toBe('events')
  })

  test('become tasks of those they name, each under a name of its own', () => {
    room.must(people.director, 'giveTasks', { works: [work('Một', ['head', 'leader'], '2026-12-05')] })
    room.must(people.director, 'giveTasks', { works: [work('Hai', ['head'])] })
    const given = room.state().tasks ?? []
    expect(given.map(({ task }) => task)).toEqual([
      taskIdOf({ kind: 'meeting', id: 'm1' }, 0, 'head'),
      taskIdOf({ kind: 'meeting', id: 'm1' }, 0, 'leader'),
      taskIdOf({ kind: 'meeting', id: 'm1' }, 2, 'head'),
    ])
    expect(given.map(({ role, text, deadline }) => [role, text, deadline])).toEqual([
      ['lead', 'Một', '2026-12-05'],
      ['cooperating', 'Một', '2026-12-05'],
      ['lead', 'Hai', null],
    ])
  })

  test.each([
    ['assign-to-self', work('Một', ['director'])],
    ['person-twice', work('Một', ['head', 'head'])],
    ['post-unknown', work('Một', ['nobody'])],
    ['deadline-in-past', work('Một', ['head'], '2026-11-01')],
    ['lead-missing', { ...work('Một', ['head']), parts: [{ post: 'head', role: 'cooperating' }] }],
  ])('%s', (rule, wrong) => {
    expect(ruleOf(room.act(people.director, 'giveTasks', { works: [wrong] }))).toBe(rule)
  })
})

test('a meeting whose papers are issued and lie in a work file is archived', () => {
  room.issued()
  expect(room.state().minutesDraft?.issued).toMatchObject({ code: '01/BB-SNV', pdf: aPdf('c') })
  room.intoFile()
  room.must(room.secretary, 'file', { file: 'f1' })
  expect(room.state()).toMatchObject({ status: 'archived', filed: { file: 'f1' } })
  expect(ruleOf(room.act(room.secretary, 'nameDocument', { paper: 'notice', document: 'x' }))).toBe(
    'wrong-state',
  )
})

test('a meeting that was closed and fixed before its papers were known replays as it was', () => {
  const by = { person: 'p', post: 'secretary' }
  const at = '2026-11-16T01:00:00.000Z'
  const log: readonly MeetingEvent[] = [
    { type: 'drafted', at, by, secretary: 'secretary', details: callDetailsOf() },
    { type: 'closed', at, by },
    { type: 'minutesFixed', at, by, document: 'd1' },
  ]
  const state = log.reduce<Meeting | undefined>((was, event) => evolveMeeting(was, event, 'm1'), undefined)
  expect(state).toMatchObject({ status: 'concluded', minutes: { document: 'd1', at } })
  expect(Object.keys(state ?? {})).not.toContain('noticeBy')
})
