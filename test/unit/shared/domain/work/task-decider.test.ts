import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { deciders } from '../../../../../shared/domain/deciders.ts'
import { taskIdOf, type Task } from '../../../../../shared/domain/work/task.ts'
import { anActor, DeskWorld } from '../../../../builders/desk-world.ts'

const node = anActor('node', 'node')
const leader = anActor('leader', 'leader')
const head = anActor('head', 'unit-head')
const one = anActor('one', 'drafter')
const other = anActor('other', 'drafter')
const clerk = anActor('clerk', 'clerk')
const everyone = [leader, head, one, other, clerk]

const assignment = {
  letter: 'l1',
  subject: 'đề nghị cung cấp số liệu',
  assignee: 'head',
  role: 'lead',
  givenBy: 'leader',
  text: 'Tham mưu',
  deadline: '2026-11-25',
}

function anOffice(): DeskWorld {
  const world = new DeskWorld()
  for (const actor of everyone)
    world.must(node, 'post', actor.post, 'post.appoint', {
      person: actor.person,
      name: actor.name,
      title: '',
      unit: 'unit-1',
      roles: actor.roles,
      certificate: null,
    })
  return world
}

describe('a task', () => {
  let world: DeskWorld
  const task = () => world.look('task', 't') as Task
  const act = (actor: typeof node, verb: string, payload: unknown = {}) =>
    world.must(actor, 'task', 't', `task.${verb}`, payload)
  const refusal = (actor: typeof node, verb: string, payload: unknown = {}) =>
    world.refusalOf(actor, 'task', 't', `task.${verb}`, payload).rule
  const given = (change: object = {}) => act(node, 'assign', { ...assignment, ...change })

  beforeEach(() => {
    world = anOffice()
  })

  it('is passed on to a lead and others, none later than the own deadline', () => {
    given()
    const parts = [
      { post: 'one', role: 'lead' },
      { post: 'other', role: 'cooperating' },
    ]
    expect(refusal(head, 'passOn', { parts, text: '', deadline: '2026-11-26' })).toBe('deadline-after-own')
    expect(refusal(head, 'passOn', { parts, text: '', deadline: '2026-11-15' })).toBe('deadline-in-past')
    expect(refusal(head, 'passOn', { parts: [parts[1]], text: '', deadline: null })).toBe('lead-missing')
    expect(refusal(head, 'passOn', { parts: [parts[0], parts[0]], text: '', deadline: null })).toBe(
      'person-twice',
    )
    expect(
      refusal(head, 'passOn', { parts: [{ post: 'head', role: 'lead' }], text: '', deadline: null }),
    ).toBe('assign-to-self')
    expect(
      refusal(head, 'passOn', { parts: [{ post: 'nobody', role: 'lead' }], text: '', deadline: null }),
    ).toBe('post-unknown')
    expect(refusal(one, 'passOn', { parts, text: '', deadline: null })).toBe('not-your-task')
    act(head, 'passOn', { parts, text: 'Làm giúp', deadline: '2026-11-20' })
    expect(task()).toMatchObject({
      status: 'started',
      passedOn: [
        { post: 'one', role: 'lead', task: taskIdOf({ kind: 'task', id: 't' }, 0, 'one') },
        { post: 'other', role: 'cooperating' },
      ],
    })
    expect(deciders.task.audienceOf(task())).toEqual([
      'post:head',
      'post:leader',
      'post:one',
      'post:other',
      'role:clerk',
    ])
  })

  it('comes back with its clock, and goes on to another with the same clock', () => {
    given()
    expect(refusal(head, 'return', { reason: ' ' })).toBe('reason-missing')
    act(head, 'return', { reason: 'Không đúng chức năng của phòng' })
    expect(task()).toMatchObject({ status: 'returned', deadline: '2026-11-25' })
    expect(refusal(head, 'finish', { result: '' })).toBe('wrong-state')
    expect(refusal(one, 'reassign', { to: 'one', reason: 'x' })).toBe('giver-only')
    act(leader, 'reassign', { to: 'one', reason: 'Đúng việc' })
    expect(task()).toMatchObject({
      status: 'assigned',
      assignee: 'one',
      assignedAt: world.at,
      deadline: '2026-11-25',
      holders: [
        { post: 'head', until: world.at },
        { post: 'leader', until: world.at },
        { post: 'one', until: null },
      ],
    })
  })

  it('goes to the deputy of who is away, and says for whom', () => {
    world.must(one, 'absence', 'one', 'absence.declare', {
      post: 'one',
      period: '00000000-0000-4000-8000-000000000001',
      from: '2026-11-16',
      until: '2026-11-18',
      deputy: 'other',
      reason: 'Công tác',
    })
    given()
    act(leader, 'reassign', { to: 'one', reason: 'Đúng việc' })
    expect(task()).toMatchObject({ assignee: 'other', insteadOf: 'one' })
  })

  it('lies with who goes away until they leave it to the deputy, with the same clock and both names', () => {
    given()
    expect(refusal(head, 'leaveToDeputy', {})).toBe('absence-not-declared')
    world.must(head, 'absence', 'head', 'absence.declare', {
      ...{ post: 'head', period: '00000000-0000-4000-8000-000000000003', deputy: 'other', reason: 'Học' },
      ...{ from: '2026-11-24', until: '2026-11-27' },
    })
    expect(refusal(head, 'leaveToDeputy', {})).toBe('absence-not-declared')
    world.must(head, 'absence', 'head', 'absence.declare', {
      post: 'head',
      period: '00000000-0000-4000-8000-000000000002',
      from: '2026-11-18',
      until: '2026-11-20',
      deputy: 'one',
      reason: 'Công tác',
    })
    expect(task()).toMatchObject({ assignee: 'head' })
    expect(refusal(one, 'leaveToDeputy', {})).toBe('not-your-task')
    act(head, 'leaveToDeputy', {})
    expect(task()).toMatchObject({
      assignee: 'one',
      insteadOf: 'head',
      deadline: '2026-11-25',
      holders: [
        { post: 'head', until: world.at },
        { post: 'one', until: null, insteadOf: 'head' },
      ],
    })
    expect(deciders.task.audienceOf(task())).toContain('post:head')
  })

  it('has more time only by who gave it, and stops by working days', () => {
    given()
    expect(refusal(head, 'askExtension', { until: '2026-11-25', reason: 'Chờ số liệu' })).toBe(
      'extension-not-later',
    )
    act(head, 'askExtension', { until: '2026-11-30', reason: 'Chờ số liệu' })
    expect(refusal(head, 'extend', { until: '2026-11-30', reason: 'Tự gia hạn' })).toBe('giver-only')
    act(leader, 'extend', { until: '2026-11-27', reason: 'Đồng ý một phần' })
    expect(task()).toMatchObject({ deadline: '2026-11-27', firstDeadline: '2026-11-25', extension: null })
    act(leader, 'stopClock', { reason: 'Chờ ý kiến Sở Tài chính' })
    expect(refusal(leader, 'stopClock', { reason: 'nữa' })).toBe('clock-stands')
    world.at = '2026-11-23T02:00:00.000Z'
    act(leader, 'resumeClock')
    expect(task()).toMatchObject({ deadline: '2026-12-04', stopped: null })
    expect(refusal(leader, 'resumeClock')).toBe('clock-runs')
    expect(refusal(leader, 'refuseExtension', { reason: 'Không' })).toBe('extension-not-asked')
  })

  it('is chased by who follows it, once a day', () => {
    given({ watchers: ['other'] })
    act(other, 'chase', { note: 'Sắp đến hạn' })
    expect(refusal(clerk, 'chase', { note: '' })).toBe('chased-today')
    expect(refusal(one, 'chase', { note: '' })).toBe('giver-only')
    world.at = '2026-11-17T01:00:00.000Z'
    act(clerk, 'chase', { note: '' })
  })

  it('for information leaves when it is read, and is only told on', () => {
    given({ role: 'inform', deadline: null })
    act(head, 'read')
    expect(task()).toMatchObject({ status: 'finished', readAt: world.at })
    expect(
      refusal(head, 'passOn', { parts: [{ post: 'one', role: 'lead' }], text: '', deadline: null }),
    ).toBe('inform-only')
    act(head, 'passOn', { parts: [{ post: 'one', role: 'inform' }], text: '', deadline: null })
    act(head, 'reopen', { reason: '' })
    expect(task()).toMatchObject({ status: 'assigned', readAt: null })
  })

  it('from the superior body is finished only with the document that proves it', () => {
    given({ fromSuperior: true })
    expect(refusal(head, 'finish', { result: 'Xong' })).toBe('evidence-missing')
    expect(refusal(head, 'finish', { result: 'Xong', evidence: { document: 'draft', code: '1/SNV' } })).toBe(
      'evidence-not-issued',
    )
    act(head, 'finish', { result: 'Xong', evidence: { document: null, code: '125/SNV-TCBC' } })
    expect(task().evidence?.code).toBe('125/SNV-TCBC')
  })

  it('is opened again only by who finished it; what the node closed, by the node', () => {
    given()
    expect(refusal(head, 'reopen', { reason: '' })).toBe('wrong-state')
    act(head, 'finish', { result: 'Xong' })
    expect(refusal(node, 'reopen', { reason: '' })).toBe('take-back-own-only')
    act(head, 'reopen', { reason: 'Còn thiếu phụ lục' })
    act(node, 'close', { result: 'Cấp dưới đã xong' })
    expect(refusal(head, 'reopen', { reason: '' })).toBe('take-back-own-only')
    act(node, 'reopen', { reason: '' })
    expect(task().status).toBe('started')
  })

  it('tells that the lead is done and stays open', () => {
    given({ role: 'cooperating' })
    act(node, 'noteLeadDone')
    expect(task()).toMatchObject({ status: 'assigned', isLeadDone: true })
    expect(refusal(leader, 'noteLeadDone')).toBe('node-only')
  })

  it('never loses its clock, whoever hands it to whom', () => {
    const step = fc.record({
      actor: fc.constantFrom(...everyone),
      verb: fc.constantFrom('start', 'read', 'return', 'reassign', 'chase', 'finish', 'reopen', 'passOn'),
      to: fc.constantFrom(...everyone.map((actor) => actor.post)),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const office = anOffice()
        office.must(node, 'task', 't', 'task.assign', assignment)
        for (const { actor, verb, to } of steps) {
          const payloads: Record<string, unknown> = {
            return: { reason: 'x' },
            reopen: { reason: '' },
            reassign: { to, reason: 'x' },
            chase: { note: '' },
            finish: { result: '' },
            passOn: { parts: [{ post: to, role: 'lead' }], text: '', deadline: null },
          }
          office.act(actor, 'task', 't', `task.${verb}`, payloads[verb] ?? {})
          const state = office.look('task', 't') as Task
          expect(state).toMatchObject({ deadline: '2026-11-25', assignedAt: office.at })
          expect(state.holders.filter((holder) => holder.until === null)).toHaveLength(1)
        }
      }),
    )
  })
})
