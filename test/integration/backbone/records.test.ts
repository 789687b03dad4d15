import { afterEach, expect, test } from 'vitest'
import type { CongsoNode } from '../../../backbone/node.ts'
import type { Role } from '../../../shared/domain/decision.ts'
import { caseFileId, contentsHash, type CaseFile } from '../../../shared/domain/records/case-file.ts'
import { handoverKinds } from '../../../shared/domain/records/handover-decider.ts'
import type { Meeting } from '../../../shared/domain/meetings/meeting.ts'
import type { Task } from '../../../shared/domain/work/task.ts'
import { holderOf, isOpen, taskIdOf } from '../../../shared/domain/work/task.ts'
import type { AggregateKind } from '../../../shared/log/command.ts'
import { anItem, callDetailsOf } from '../../builders/a-meeting.ts'
import { anIncomingLetter } from '../../builders/an-incoming-letter.ts'
import { aDesk, anAgency, aNode, type TestDesk } from '../../builders/backbone.ts'

const A = 'so-thu'
let node: CongsoNode
const desks = new Map<Role, TestDesk>()
afterEach(async () => {
  desks.clear()
  await node.close()
})

async function open(): Promise<void> {
  const plan = anAgency(A)
  const posts = plan.posts.map((post) =>
    post.roles.includes('clerk') ? { ...post, roles: [...post.roles, 'archivist' as const] } : post,
  )
  node = await aNode([{ ...plan, posts }])
  for (const role of ['drafter', 'unit-head', 'leader', 'clerk'] as const)
    desks.set(role, await aDesk(node, A, role))
}

async function act(
  role: Role,
  kind: AggregateKind,
  id: string,
  type: string,
  payload: object,
): Promise<void> {
  const workspace = await node.workspace(A)
  const [outcome] = await workspace.submit([desks.get(role)!.signed({ kind, id }, type, { ...payload })])
  if (outcome?.outcome !== 'accepted') throw new Error(`${type}: ${JSON.stringify(outcome)}`)
  await node.settled()
}
const state = async <T>(kind: AggregateKind, id: string): Promise<T> =>
  (await (await node.workspace(A)).state({ kind, id })) as T

async function blob(text: string) {
  const file = await node.blobs.keep(A, [new TextEncoder().encode(text)], 'application/pdf')
  return { name: `${text}.pdf`, declaredType: '', file, verdict: null }
}

async function letterFor(lead: Role, id: string, number: string): Promise<string> {
  const letter = anIncomingLetter(id, { number }, [await blob(`letter ${id}`)])
  await (await node.workspace(A)).act([letter])
  await act('clerk', 'letter', id, 'letter.accept', { verdictSeen: 'unsigned' })
  const year = new Date().getFullYear()
  const opening = { name: 'đến', year, direction: 'incoming', startAfter: 0 }
  if ((await state('book', 'in')) === undefined) await act('clerk', 'book', 'in', 'book.open', opening)
  await act('clerk', 'book', 'in', 'book.assignNumber', { subject: id })
  await act('clerk', 'letter', id, 'letter.takeNumber', { book: 'in' })
  await act('clerk', 'letter', id, 'letter.present', { to: `${A}-leader` })
  await act('leader', 'letter', id, 'letter.direct', {
    directive: { text: 'x', lead: `${A}-${lead}`, cooperating: [], inform: [], deadline: '2099-01-01' },
  })
  return taskIdOf({ kind: 'letter', id }, 1, `${A}-${lead}`)
}

async function fileWith(notation: string, letters: readonly string[]): Promise<string> {
  const id = caseFileId(2015, notation)
  await act('drafter', 'case-file', id, 'case-file.open', {
    year: 2015,
    notation,
    title: `Hồ sơ ${notation}`,
    retention: 5,
    isPlanned: false,
    startedOn: '2015-02-01',
  })
  for (const letter of letters) {
    const files = (await state<{ files: { file: unknown }[] }>('letter', letter)).files.map((one) => one.file)
    await act('drafter', 'case-file', id, 'case-file.put', { source: { kind: 'letter', id: letter }, files })
  }
  return id
}

async function archive(id: string): Promise<void> {
  const { items, title, retention } = await state<CaseFile>('case-file', id)
  const contents = contentsHash(items)
  await act('drafter', 'case-file', id, 'case-file.close', {
    title,
    retention,
    endedOn: '2015-06-01',
    aside: [],
    contents,
  })
  const pdf = (await blob('index')).file
  await act('drafter', 'submission', `s-${id}`, 'submission.send', { files: [id], index: pdf, minutes: pdf })
  expect((await state<CaseFile>('case-file', id)).status).toBe('submitted')
  await act('clerk', 'submission', `s-${id}`, 'submission.answer', {
    answers: [{ file: id, agreed: true, reason: '' }],
  })
  expect((await state<CaseFile>('case-file', id)).status).toBe('archived')
}

test('an approved disposal erases what lies in its files and nowhere else, with the files themselves, and leaves the list', async () => {
  await open()
  const task = await letterFor('drafter', 'gone', '1')
  await act('drafter', 'task', task, 'task.finish', { result: 'xong' })
  await act('drafter', 'task', await letterFor('drafter', 'kept', '2'), 'task.finish', { result: 'xong' })
  const old = await fileWith('01.TH', ['gone', 'kept'])
  await fileWith('02.TH', ['kept'])
  await archive(old)
  const hash = (id: string) =>
    state<{ files: { file: { sha256: string } }[] }>('letter', id).then((one) => one.files[0]!.file.sha256)
  const [goneFile, keptFile] = [await hash('gone'), await hash('kept')]

  await act('clerk', 'disposal', 'd1', 'disposal.propose', {
    files: [old],
    grounds: 'Hết thời hạn',
    council: [`${A}-unit-head`],
  })
  await act('unit-head', 'disposal', 'd1', 'disposal.appraise', { agreed: true, opinion: '' })
  expect(await state('letter', 'gone')).toBeDefined()
  await act('leader', 'disposal', 'd1', 'disposal.decide', { approved: true, reason: '' })

  expect(await state('letter', 'gone')).toBeUndefined()
  expect(await state('task', task)).toBeUndefined()
  expect(await state('letter', 'kept')).toBeDefined()
  expect(await state<CaseFile>('case-file', old)).toMatchObject({ status: 'destroyed', disposal: 'd1' })
  expect(await state('disposal', 'd1')).toMatchObject({ files: [{ notation: '01.TH', itemCount: 2 }] })
  await expect(node.blobs.load(A, goneFile)).rejects.toThrow()
  expect(await node.blobs.load(A, keptFile)).toBeDefined()
  const history = await node.engine.history(A, { kind: 'letter', id: 'gone' }, 0, 9999)
  expect(history.filter((one) => !one.erased)).toHaveLength(1)
  expect(history.at(-1)?.entry.events).toContain('"person":"so-thu-p-leader"')
})

test('after a handover that both signed, the leaver has nothing and the receiver has it all', async () => {
  await open()
  const tasks = [await letterFor('drafter', 'l1', '1'), await letterFor('drafter', 'l2', '2')]
  await act('drafter', 'task', tasks[1]!, 'task.start', {})
  const file = await fileWith('03.TH', ['l1'])
  const [leaver, receiver] = [`${A}-drafter`, `${A}-unit-head`]
  await act('leader', 'absence', `${A}-leader`, 'absence.declare', {
    post: `${A}-leader`,
    period: '00000000-0000-4000-8000-000000000001',
    from: '2026-01-01',
    until: '2099-01-01',
    deputy: leaver,
    reason: '',
  })
  await act('drafter', 'meeting', 'm', 'meeting.draft', callDetailsOf({ chair: `${A}-leader`, members: [] }))
  const parts = [
    { kind: 'meeting', id: 'm', title: 'Họp giao ban', to: receiver },
    ...tasks.map((id) => ({ kind: 'task', id, title: id, to: receiver })),
    { kind: 'case-file', id: file, title: '03.TH', to: receiver },
    { kind: 'delegation', id: `${A}-leader`, title: 'Thay', to: receiver },
  ]
  expect(parts.every((part) => handoverKinds.some((kind) => kind === part.kind))).toBe(true)
  const minutes = (await blob('minutes')).file
  await act('drafter', 'handover', 'h', 'handover.offer', { parts, reason: 'transfer', minutes })
  expect((await state<Task>('task', tasks[0]!)).assignee).toBe(leaver)
  await act('unit-head', 'handover', 'h', 'handover.receive', { minutes })

  const all = await Promise.all(tasks.map((id) => state<Task>('task', id)))
  expect(all.map(holderOf)).toEqual([receiver, receiver])
  expect(all.map((one) => one.status)).toEqual(['assigned', 'started'])
  expect(all.filter((one) => isOpen(one) && holderOf(one) === leaver)).toEqual([])
  expect((await state<CaseFile>('case-file', file)).creator).toBe(receiver)
  expect((await state<Meeting>('meeting', 'm')).secretary).toBe(receiver)
  await act('unit-head', 'meeting', 'm', 'meeting.setAgenda', { items: [anItem('i1')] })
  expect(await state('absence', `${A}-leader`)).toMatchObject({ periods: [{ deputy: receiver }] })
  await act('unit-head', 'task', tasks[0]!, 'task.finish', { result: 'xong' })
})
