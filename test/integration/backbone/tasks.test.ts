import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CongsoNode } from '../../../backbone/node.ts'
import { actOrThrow } from '../../../backbone/directory.ts'
import type { Letter } from '../../../shared/domain/correspondence/letter.ts'
import type { Role } from '../../../shared/domain/decision.ts'
import { taskIdOf, type Task } from '../../../shared/domain/work/task.ts'
import { addDays } from '../../../shared/domain/calendar/days.ts'
import { localDateOf, partsOf } from '../../../shared/kernel/instant.ts'
import type { AggregateRef, CommandBody } from '../../../shared/log/command.ts'
import { aDesk, aNode, anAgency, type TestDesk } from '../../builders/backbone.ts'
import { must } from '../../builders/issue-document.ts'

const today = localDateOf(new Date().toISOString())
const letter: AggregateRef = { kind: 'letter', id: 'l1' }
const book: AggregateRef = { kind: 'book', id: 'in' }
const content = {
  from: { code: 'T90.01', name: 'Sở Thử c' },
  to: '000.00.b.T99',
  documentId: 'x',
  number: '12',
  symbol: 'UBND',
  issuedOn: today,
  typeName: 'Công văn',
  subject: 'báo cáo tình hình',
  summary: '',
  signer: { authority: '', title: '', name: '' },
  dueDate: null,
  urgency: 'urgent',
  pages: 1,
  receivers: [],
  answers: [],
  deviations: [],
}

let node: CongsoNode
let desks: Partial<Record<Role, TestDesk>>

beforeEach(async () => {
  node = await aNode([anAgency('b')])
  desks = {}
  await actOrThrow(await node.workspace('b'), [
    { aggregate: letter, type: 'letter.receive', payload: { content, files: [] } },
  ])
  const year = partsOf(today).year
  await act('clerk', book, 'book.open', { name: 'Sổ', year, direction: 'incoming', startAfter: 0 })
  await act('clerk', letter, 'letter.accept', { verdictSeen: 'unsigned' })
  await act('clerk', book, 'book.assignNumber', { subject: 'l1' })
  await act('clerk', letter, 'letter.takeNumber', { book: 'in' })
  await act('clerk', letter, 'letter.present', { to: 'b-leader' })
})
afterEach(() => node.close())

async function act(role: Role, ref: AggregateRef, type: string, payload: CommandBody['payload'] = {}) {
  const desk = (desks[role] ??= await aDesk(node, 'b', role))
  await must(node, 'b', desk, ref, type, payload)
  await node.settled()
}
const stateOf = async <T>(ref: AggregateRef) => (await (await node.workspace('b')).state(ref)) as T
const task = (round: number, post: string): AggregateRef => ({
  kind: 'task',
  id: taskIdOf({ kind: 'letter', id: 'l1' }, round, post),
})
const below = (parent: AggregateRef, post: string): AggregateRef => ({
  kind: 'task',
  id: taskIdOf({ kind: 'task', id: parent.id }, 0, post),
})
const direct = (parts: { lead: string | null; cooperating?: string[]; inform?: string[] }) =>
  act('leader', letter, 'letter.direct', {
    directive: { text: 'Xử lý', cooperating: [], inform: [], deadline: addDays(today, 9), ...parts },
  })

describe('tasks of a letter', () => {
  it('close upwards when all who lead are done, and never close what others have open', async () => {
    await direct({ lead: 'b-unit-head', cooperating: ['b-clerk'] })
    const own = task(1, 'b-unit-head')
    expect(await stateOf<Task>(own)).toMatchObject({ fromSuperior: false, urgency: 'urgent', role: 'lead' })
    await act('unit-head', own, 'task.passOn', {
      parts: [{ post: 'b-drafter', role: 'lead' }],
      text: 'Đồng chí làm',
      deadline: null,
    })
    const child = below(own, 'b-drafter')
    expect(await stateOf<Task>(child)).toMatchObject({
      givenBy: 'b-unit-head',
      parent: own.id,
      deadline: addDays(today, 9),
    })
    expect((await stateOf<Letter>(letter)).sharedWith).toEqual(['b-drafter'])
    await act('drafter', child, 'task.finish', { result: 'Đã làm' })
    expect(await stateOf<Task>(own)).toMatchObject({ status: 'finished', result: 'Đã làm' })
    expect((await stateOf<Letter>(letter)).status).toBe('finished')
    expect(await stateOf<Task>(task(1, 'b-clerk'))).toMatchObject({ status: 'assigned', isLeadDone: true })

    await act('drafter', child, 'task.reopen', { reason: 'Còn thiếu' })
    expect((await stateOf<Task>(own)).status).toBe('started')
    expect((await stateOf<Letter>(letter)).status).toBe('inProgress')
  })

  it('from the superior body wait for the document that proves them', async () => {
    await actOrThrow(await node.workspace('b'), [
      {
        aggregate: { kind: 'letter', id: 'l2' },
        type: 'letter.receive',
        payload: { content: { ...content, from: { code: 'T90', name: 'UBND tỉnh Thử' } }, files: [] },
      },
    ])
    const asked: AggregateRef = { kind: 'letter', id: 'l2' }
    await act('clerk', asked, 'letter.accept', { verdictSeen: 'unsigned' })
    await act('clerk', book, 'book.assignNumber', { subject: 'l2' })
    await act('clerk', asked, 'letter.takeNumber', { book: 'in' })
    await act('clerk', asked, 'letter.present', { to: 'b-leader' })
    await act('leader', asked, 'letter.direct', {
      directive: {
        text: '',
        lead: 'b-unit-head',
        cooperating: [],
        inform: [],
        deadline: addDays(today, 9),
      },
    })
    const own: AggregateRef = { kind: 'task', id: taskIdOf({ kind: 'letter', id: 'l2' }, 1, 'b-unit-head') }
    const parts = [{ post: 'b-drafter', role: 'lead' }]
    await act('unit-head', own, 'task.passOn', { parts, text: '', deadline: null })
    await act('drafter', below(own, 'b-drafter'), 'task.finish', { result: 'Đã soạn' })
    expect(await stateOf<Task>(own)).toMatchObject({
      status: 'started',
      isLeadDone: true,
      fromSuperior: true,
    })
    await act('unit-head', own, 'task.finish', {
      result: 'Đã báo cáo',
      evidence: { document: null, code: '12/ST-TH' },
    })
    expect((await stateOf<Letter>(asked)).status).toBe('finished')
  })

  it('for information only finish the letter once all have read it', async () => {
    await direct({ lead: null, inform: ['b-unit-head', 'b-drafter'] })
    await act('unit-head', task(1, 'b-unit-head'), 'task.read')
    expect((await stateOf<Letter>(letter)).status).toBe('directed')
    await act('drafter', task(1, 'b-drafter'), 'task.read')
    expect((await stateOf<Letter>(letter)).status).toBe('finished')
  })

  it('go to the deputy of who is away, with both names, who then sees the letter', async () => {
    await act('drafter', { kind: 'absence', id: 'b-drafter' }, 'absence.declare', {
      post: 'b-drafter',
      period: '00000000-0000-4000-8000-000000000001',
      from: today,
      until: addDays(today, 2),
      deputy: 'b-unit-head',
      reason: '',
    })
    await direct({ lead: 'b-drafter' })
    expect(await stateOf<Task>(task(1, 'b-drafter'))).toMatchObject({
      assignee: 'b-unit-head',
      insteadOf: 'b-drafter',
    })
    expect((await stateOf<Letter>(letter)).sharedWith).toEqual(['b-unit-head'])
  })

  it('are withdrawn with the directive that made them, and made anew by the next one', async () => {
    await direct({ lead: 'b-drafter' })
    await act('leader', letter, 'letter.takeBack')
    expect((await stateOf<Task>(task(1, 'b-drafter'))).status).toBe('withdrawn')
    expect(await stateOf<Letter>(letter)).toMatchObject({ status: 'presented', directive: null })
    await direct({ lead: 'b-drafter' })
    expect((await stateOf<Task>(task(2, 'b-drafter'))).status).toBe('assigned')
  })
})
