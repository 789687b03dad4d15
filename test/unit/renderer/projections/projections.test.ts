import { beforeEach, describe, expect, test } from 'vitest'
import { allProjections } from '../../../../renderer/projections/all-projections.ts'
import { deliveries } from '../../../../renderer/projections/deliveries.ts'
import { incoming } from '../../../../renderer/projections/incoming.ts'
import { outgoing } from '../../../../renderer/projections/outgoing.ts'
import { register } from '../../../../renderer/projections/register.ts'
import type { KnownState } from '../../../../renderer/projections/states.ts'
import { NO_DEADLINE, work } from '../../../../renderer/projections/work.ts'
import { aggregateRef } from '../../../../shared/log/command.ts'
import { aPdf, documentFieldsOf, textUpdate } from '../../../builders/a-document.ts'
import { anIncomingLetter } from '../../../builders/an-incoming-letter.ts'
import { anActor, DeskWorld } from '../../../builders/desk-world.ts'

const drafter = anActor('drafter', 'drafter')
const head = anActor('head', 'unit-head')
const leader = anActor('leader', 'leader')
const clerk = anActor('clerk', 'clerk')
const node = anActor('node', 'node')
const quiet = { pending: false }
const signed = (name: string) => ({ pdf: aPdf(name), level: 'B-B' })

let world: DeskWorld
const stateOf = (
  kind: 'document' | 'letter' | 'book' | 'task' | 'dispatch' | 'unmatched' | 'sender-request',
  id: string,
) => ({ kind, state: world.look(kind, id) }) as KnownState
const reasons = () => work.rowsOf(stateOf('document', 'd1'), quiet).map((row) => row.content)

beforeEach(() => {
  world = new DeskWorld()
  for (const actor of [drafter, head, leader, clerk])
    world.must(node, 'post', actor.post, 'post.appoint', {
      person: actor.person,
      name: actor.name,
      title: '',
      unit: 'unit-1',
      roles: actor.roles,
      certificate: null,
    })
  for (const direction of ['outgoing', 'incoming'])
    world.must(clerk, 'book', direction, 'book.open', {
      name: 'SECRET sổ',
      year: 2026,
      direction,
      startAfter: 0,
    })
})

function aSubmittedDocument(): void {
  const act = (verb: string, payload: unknown) =>
    world.must(drafter, 'document', 'd1', `document.${verb}`, payload)
  act('create', {
    kind: 'cong-van',
    fields: documentFieldsOf({ subject: 'SECRET trích yếu', dueDate: '2026-12-01' }),
  })
  act('editText', { update: textUpdate('SECRET') })
  act('setRecipients', { recipients: [{ code: 'H77.02', name: 'SECRET nơi nhận' }] })
  act('setRoute', { route: { reviewer: 'head', signer: 'leader' } })
  act('submit', { note: 'SECRET lời nhắn' })
}

describe('drafts and outgoing documents', () => {
  test('each status is a box, sorted by its last change, counted once', () => {
    aSubmittedDocument()
    expect(outgoing.rowsOf(stateOf('document', 'd1'), { pending: true })).toMatchObject([
      {
        id: 'd1',
        index: { box: 'submitted', sort: `${world.at} d1` },
        counts: ['outgoing/submitted'],
        content: { subject: 'SECRET trích yếu', pending: true, reviewer: 'head', signer: 'leader' },
      },
    ])
  })
})

describe('what lies on a desk', () => {
  test('a document goes from desk to desk', () => {
    aSubmittedDocument()
    expect(reasons()).toMatchObject([{ post: 'head', reason: 'review', note: 'SECRET lời nhắn' }])
    world.must(head, 'document', 'd1', 'document.return', { reason: 'SECRET thiếu' })
    expect(reasons()).toMatchObject([{ post: 'drafter', reason: 'returned', note: 'SECRET thiếu' }])
    world.must(drafter, 'document', 'd1', 'document.submit', { note: '' })
    world.must(head, 'document', 'd1', 'document.initial', signed('a'))
    expect(reasons()).toMatchObject([
      { post: 'leader', reason: 'sign', from: 'head', deadline: '2026-12-01' },
    ])
    world.must(leader, 'document', 'd1', 'document.sign', signed('b'))
    expect(reasons()).toEqual([])
  })

  test('nearest deadline first, what has none last', () => {
    aSubmittedDocument()
    const [row] = work.rowsOf(stateOf('document', 'd1'), quiet)
    expect(String(row?.index['due'])).toMatch(/^2026-12-01 /)
    world.must(node, 'task', 't1', 'task.assign', {
      letter: 'l1',
      subject: 'SECRET đề nghị',
      assignee: 'head',
      role: 'lead',
      givenBy: 'leader',
      text: 'SECRET việc',
      deadline: null,
    })
    const [task] = work.rowsOf(stateOf('task', 't1'), quiet)
    expect(String(task?.index['due'])).toMatch(new RegExp(`^${NO_DEADLINE} `))
    expect(task?.counts).toEqual(['work/head/task'])
    world.must(head, 'task', 't1', 'task.finish', { result: 'SECRET' })
    expect(work.rowsOf(stateOf('task', 't1'), quiet)).toEqual([])
  })
})

const content = {
  from: { code: '000.00.XA.T99', name: 'SECRET Sở Xa' },
  to: 'H77.01',
  documentId: 'x',
  number: '12',
  symbol: 'SECRET',
  issuedOn: '2026-11-14',
  typeName: 'Công văn',
  subject: 'SECRET đề nghị',
  summary: '',
  signer: { authority: '', title: '', name: 'SECRET' },
  dueDate: null,
  urgency: 'urgent',
  pages: null,
  receivers: [],
  answers: [],
  deviations: [],
}

describe('incoming letters', () => {
  const act = (actor: typeof clerk, verb: string, payload: unknown = {}) =>
    world.must(actor, 'letter', 'l1', `letter.${verb}`, payload)
  const box = () => incoming.rowsOf(stateOf('letter', 'l1'), quiet).map((row) => row.index['box'])

  test('a letter goes from box to box', () => {
    act(node, 'receive', { content, files: [] })
    expect(box()).toEqual(['toAccept'])
    act(clerk, 'accept', { verdictSeen: 'unsigned' })
    expect(box()).toEqual(['toRegister'])
    world.must(clerk, 'book', 'incoming', 'book.assignNumber', { subject: 'l1' })
    act(clerk, 'takeNumber', { book: 'incoming' })
    expect(box()).toEqual(['toDirect'])
    act(clerk, 'present', { to: 'leader' })
    expect(box()).toEqual(['toDirect'])
    expect(work.rowsOf(stateOf('letter', 'l1'), quiet)).toMatchObject([{ index: { post: 'leader' } }])
    const directive = { text: 'SECRET', lead: 'head', cooperating: [], deadline: '2026-11-30' }
    act(leader, 'direct', { directive })
    expect(box()).toEqual(['toHandle'])
    expect(incoming.rowsOf(stateOf('letter', 'l1'), quiet)).toMatchObject([
      { content: { dueDate: '2026-11-30', lead: 'head', verdict: 'unsigned' } },
    ])
    act(node, 'start')
    expect(box()).toEqual(['inProgress'])
    act(node, 'finish', { result: 'SECRET' })
    expect(box()).toEqual(['finished'])
  })

  test('what matches nothing has a box of its own until a clerk settles it', () => {
    world.must(node, 'unmatched', 'u1', 'unmatched.receive', {
      kind: 'recall',
      from: { code: 'X', name: 'SECRET' },
      to: 'Y',
      fields: [{ name: 'Code', value: 'SECRET' }],
      reason: 'unknown-document',
    })
    expect(incoming.rowsOf(stateOf('unmatched', 'u1'), quiet)).toMatchObject([
      { index: { box: 'unmatched' }, counts: ['incoming/unmatched'] },
    ])
    world.must(clerk, 'unmatched', 'u1', 'unmatched.settle', { note: 'SECRET' })
    expect(incoming.rowsOf(stateOf('unmatched', 'u1'), quiet)).toEqual([])
  })
})

test('a delivery is a row for each recipient in its furthest state', () => {
  world.must(node, 'dispatch', 'd1', 'dispatch.open', {
    code: '1/SNV',
    subject: 'SECRET',
    issuedOn: '2026-11-16',
    documentId: 'x',
    drafter: 'drafter',
    signer: 'leader',
    recipients: [
      { code: 'A', name: 'SECRET A' },
      { code: 'B', name: 'SECRET B' },
    ],
  })
  const step = { state: '01', at: '2026-11-16T02:00:00.000Z', staff: 'SECRET', description: '' }
  world.must(node, 'dispatch', 'd1', 'dispatch.record', { recipient: 'B', step })
  expect(deliveries.rowsOf(stateOf('dispatch', 'd1'), quiet)).toMatchObject([
    { id: 'd1/A', index: { state: 'queued' }, counts: ['deliveries/queued'] },
    { id: 'd1/B', index: { state: '01' }, content: { steps: [{ state: 'queued' }, step] } },
  ])
})

test('a register has a row for each number, given or void', () => {
  aSubmittedDocument()
  world.must(head, 'document', 'd1', 'document.initial', signed('a'))
  world.must(leader, 'document', 'd1', 'document.sign', signed('b'))
  world.must(clerk, 'book', 'outgoing', 'book.voidNumber', { reason: 'SECRET nhầm' })
  world.must(clerk, 'book', 'outgoing', 'book.assignNumber', { subject: 'd1' })
  const rows = register.rowsOf(stateOf('book', 'outgoing'), quiet)
  expect(new Map(rows.map((row) => [row.id, row.content]))).toMatchObject(
    new Map<string, object>([
      ['outgoing/1', { what: 'voided', number: 1 }],
      ['outgoing/2', { what: 'assigned', number: 2, subject: 'd1' }],
    ]),
  )
})

test('nothing that people wrote stands in an index', () => {
  aSubmittedDocument()
  world.must(node, 'letter', 'l1', 'letter.receive', { content, files: [] })
  world.must(clerk, 'book', 'outgoing', 'book.voidNumber', { reason: 'SECRET nhầm' })
  let seen = 0
  for (const [key, state] of world.states) {
    const [kind, id] = key.split('/')
    const ref = aggregateRef.parse({ kind, id })
    for (const projection of allProjections)
      for (const row of projection.rowsOf({ kind: ref.kind, state } as KnownState, quiet)) {
        seen++
        expect(JSON.stringify([row.id, row.index, row.counts])).not.toContain('SECRET')
      }
  }
  expect(seen).toBeGreaterThan(8)
})

test('what a sender asks lies in its box until it is answered, and is found by its letter after', () => {
  const asked = {
    way: 'recall',
    letter: 'l1',
    from: { code: 'X', name: 'SECRET Sở Xa' },
    to: '',
    about: { documentId: 'x', typeName: '', code: '12/SX-VP', issuedOn: null },
    notice: null,
    reason: 'SECRET nhầm',
    update: null,
  }
  world.must(node, 'letter', 'l1', 'letter.receive', anIncomingLetter('l1').payload)
  world.must(node, 'sender-request', 'r1', 'sender-request.receive', asked)
  const rows = () => incoming.rowsOf(stateOf('sender-request', 'r1'), quiet)
  expect(rows()).toMatchObject([{ index: { box: 'requests', about: 'l1' }, counts: ['incoming/requests'] }])
  world.must(clerk, 'sender-request', 'r1', 'sender-request.agree', {})
  expect(rows()).toMatchObject([{ index: { box: 'answered', about: 'l1' }, counts: [] }])
})
