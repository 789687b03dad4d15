import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CongsoNode } from '../../../backbone/node.ts'
import type { Role } from '../../../shared/domain/decision.ts'
import type { Meeting } from '../../../shared/domain/meetings/meeting.ts'
import type { Task } from '../../../shared/domain/work/task.ts'
import { addDays } from '../../../shared/domain/calendar/days.ts'
import { localDateOf } from '../../../shared/kernel/instant.ts'
import type { AggregateRef, CommandBody } from '../../../shared/log/command.ts'
import { anItem, callDetailsOf } from '../../builders/a-meeting.ts'
import { aDesk, aNode, anAgency, type TestDesk } from '../../builders/backbone.ts'
import { must } from '../../builders/issue-document.ts'

const today = localDateOf(new Date().toISOString())
const meeting: AggregateRef = { kind: 'meeting', id: 'm1' }

let node: CongsoNode
let desks: Partial<Record<Role, TestDesk>>
beforeEach(async () => {
  node = await aNode([anAgency('b')])
  desks = {}
  const members = ['b-leader', 'b-unit-head', 'b-clerk'].map((post) => ({ post, part: 'member' as const }))
  await act('drafter', meeting, 'meeting.draft', callDetailsOf({ chair: 'b-leader', members, quorum: null }))
  await act('drafter', meeting, 'meeting.setAgenda', { items: [anItem('i1')] })
  await act('drafter', meeting, 'meeting.call', { shortNotice: 'Việc gấp' })
  await act('drafter', meeting, 'meeting.open')
  const text = 'Phòng Tổ chức hoàn thiện đề án; Văn phòng phối hợp.'
  await act('drafter', meeting, 'meeting.conclude', { item: 'i1', text, publish: true })
  await act('drafter', meeting, 'meeting.close')
})
afterEach(() => node.close())

async function act(role: Role, ref: AggregateRef, type: string, payload: CommandBody['payload'] = {}) {
  const desk = (desks[role] ??= await aDesk(node, 'b', role))
  await must(node, 'b', desk, ref, type, payload)
  await node.settled()
}
const stateOf = async <T>(ref: AggregateRef) => (await (await node.workspace('b')).state(ref)) as T
const given = async (post: string): Promise<AggregateRef> => {
  const { tasks = [] } = await stateOf<Meeting>(meeting)
  return { kind: 'task', id: tasks.find((one) => one.post === post)?.task ?? '' }
}

describe('tasks of a meeting', () => {
  it('are the chair’s, followed by the secretary, told of each other, and reach no letter', async () => {
    const parts = [
      { post: 'b-unit-head', role: 'lead' },
      { post: 'b-clerk', role: 'cooperating' },
    ]
    const work = { item: 'i1', parts, text: 'Hoàn thiện đề án', deadline: addDays(today, 9) }
    await act('leader', meeting, 'meeting.giveTasks', { works: [work] })
    const lead = await given('b-unit-head')
    expect(await stateOf<Task>(lead)).toMatchObject({
      letter: null,
      meeting: 'm1',
      subject: 'Họp giao ban tháng 11',
      givenBy: 'b-leader',
      deadline: addDays(today, 9),
      watchers: ['b-drafter', 'b-clerk'],
    })
    await act('unit-head', lead, 'task.passOn', {
      parts: [{ post: 'b-drafter', role: 'lead' }],
      text: 'Đồng chí soạn',
      deadline: null,
    })
    const [below] = (await stateOf<Task>(lead)).passedOn
    const child: AggregateRef = { kind: 'task', id: below?.task ?? '' }
    expect(await stateOf<Task>(child)).toMatchObject({ letter: null, meeting: 'm1', parent: lead.id })
    await act('drafter', child, 'task.finish', { result: 'Đã trình' })
    expect(await stateOf<Task>(lead)).toMatchObject({ status: 'finished', result: 'Đã trình' })
    expect(await stateOf<Task>(await given('b-clerk'))).toMatchObject({
      status: 'assigned',
      isLeadDone: true,
    })
    await act('leader', await given('b-clerk'), 'task.extend', {
      until: addDays(today, 20),
      reason: 'Chờ số liệu',
    })
    expect((await stateOf<Task>(await given('b-clerk'))).deadline).toBe(addDays(today, 20))
  })
})
