import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { receiveJobFor } from '../../../backbone/exchange/hand-over.ts'
import type { CongsoNode } from '../../../backbone/node.ts'
import type { Dispatch } from '../../../shared/domain/correspondence/dispatch.ts'
import type { Letter } from '../../../shared/domain/correspondence/letter.ts'
import type { SenderRequest } from '../../../shared/domain/correspondence/sender-request.ts'
import type { Unmatched } from '../../../shared/domain/correspondence/unmatched-decider.ts'
import type { OfficialDocument } from '../../../shared/domain/documents/document.ts'
import type { Task } from '../../../shared/domain/work/task.ts'
import { documentMessageBytes, statusMessageBytes } from '../../../shared/exchange/edxml/memory-message.ts'
import type { DocumentFields } from '../../../shared/exchange/edxml/message.ts'
import { localDateOf, partsOf } from '../../../shared/kernel/instant.ts'
import { derivedUuid } from '../../../shared/kernel/uuid.ts'
import type { AggregateRef, CommandBody } from '../../../shared/log/command.ts'
import { aDesk, aNode, anAgency, type TestDesk } from '../../builders/backbone.ts'
import {
  aDocumentMessage,
  anAttachment,
  anOrganisation,
  aStatusMessage,
  TINY_PDF,
} from '../../builders/edxml-message.ts'
import { openedHere } from '../../builders/foreign-files.ts'
import { issueDocument, must } from '../../builders/issue-document.ts'

const B = '000.00.b.T99'
const C = '000.00.c.T99'
const TO_B = [{ code: B, name: 'Sở Thử b' }]
let node: CongsoNode
let scratch: string
let clerk: TestDesk

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'congso-test-'))
  node = await aNode([anAgency('a'), anAgency('b'), anAgency('c')], { foreign: openedHere, scratch })
  clerk = await aDesk(node, 'b', 'clerk')
})
afterEach(async () => {
  await node.close()
  await rm(scratch, { recursive: true })
})

const stateOf = async <T>(workspace: string, kind: AggregateRef['kind'], id: string): Promise<T> =>
  (await (await node.workspace(workspace)).state({ kind, id })) as T
const all = async <T>(workspace: string, kind: AggregateRef['kind']): Promise<T[]> => {
  const refs = await node.engine.aggregates(workspace, kind)
  const states = await Promise.all(refs.map((ref) => stateOf<T | undefined>(workspace, kind, ref.id)))
  return states.filter((one) => one !== undefined)
}
const act = async (desk: TestDesk, ref: AggregateRef, type: string, payload: CommandBody['payload'] = {}) => {
  await must(node, 'b', desk, ref, type, payload)
  await node.settled()
}
const amend = async (way: string, recipients = TO_B): Promise<void> => {
  await issueDocument(node, 'a', recipients, {
    id: 'd2',
    fields: { subject: 'văn bản sau' },
    amends: { way, document: 'd1', reason: 'sai thẩm quyền' },
  })
  await node.settled()
}
const answer = (request: SenderRequest, verb: string, payload: CommandBody['payload'] = {}) =>
  act(clerk, { kind: 'sender-request', id: request.id }, `sender-request.${verb}`, payload)
const timeline = async (document: string, code = B): Promise<string[]> => {
  const { recipients } = await stateOf<Dispatch>('a', 'dispatch', document)
  return recipients.find((one) => one.code === code)!.steps.map((step) => step.state)
}

/** Document d1 of agency a, registered at b and given to somebody to lead. */
async function atWork(): Promise<Letter> {
  await issueDocument(node, 'a', TO_B)
  await node.settled()
  const [letter] = await all<Letter>('b', 'letter')
  const ref = { kind: 'letter', id: letter!.id } as const
  const book = { kind: 'book', id: 'in' } as const
  const { year } = partsOf(localDateOf(new Date().toISOString()))
  await act(clerk, book, 'book.open', { name: 'Sổ đến', year, direction: 'incoming', startAfter: 0 })
  await act(clerk, ref, 'letter.accept', { verdictSeen: 'unsigned' })
  await act(clerk, book, 'book.assignNumber', { subject: letter!.id })
  await act(clerk, ref, 'letter.takeNumber', { book: 'in', presentTo: 'b-leader' })
  await act(await aDesk(node, 'b', 'leader'), ref, 'letter.direct', {
    directive: { text: 'Giao', lead: 'b-drafter', cooperating: [], deadline: '2999-12-31' },
  })
  return letter!
}

/** Hands a message in as the system that speaks for its sender would. */
async function handIn(bytes: Uint8Array, kind: 'edoc' | 'status', id: string, system: string): Promise<void> {
  const at = new Date().toISOString()
  const file = await node.files.keep([bytes])
  const about = { from: 'T90.01', kind, file, documentId: id, title: '', code: '', sentAt: at }
  const message = { ...about, id, system, sameAs: id, dispatch: null }
  const delivery = derivedUuid('delivery', id, B)
  const words = {
    sendState: 'done',
    sendDescription: '',
    receiveState: 'initial',
    receiveDescription: '',
  } as const
  await node.engine.exchange.send(
    {
      message,
      deliveries: [{ id: delivery, message: id, to: B, ...words, createdAt: at, updatedAt: at }],
      jobs: [receiveJobFor('b', message, delivery)],
    },
    at,
  )
  node.kickJobs()
  await node.settled()
}
const SENDER = 'T90.01'
const outside = (documentId: string, change: Partial<DocumentFields> = {}) =>
  aDocumentMessage({ from: anOrganisation(SENDER), to: [anOrganisation(B)], documentId, ...change })
const business = (type: 0 | 1 | 2 | 3, change: Partial<DocumentFields['business']> = {}) => ({
  type,
  reason: 'Ban hành nhầm',
  changes: [],
  replacements: [],
  staff: [],
  ...change,
})
const OLD = `${SENDER},2026/11/02,1/X`

describe('a recall', () => {
  it('that is agreed to destroys the letter, stops who works on it, and is told per recipient', async () => {
    const letter = await atWork()
    const sha256 = letter.files[0]!.file.sha256
    await amend('recall')
    expect(await stateOf<OfficialDocument>('a', 'document', 'd1')).toMatchObject({
      status: 'issued',
      amendments: [{ way: 'recall', by: 'd2', code: '08/ST-TH' }],
    })
    expect(await timeline('d1')).toEqual(['queued', 'sent', '01', '03', '04', '13'])
    const [request] = await all<SenderRequest>('b', 'sender-request')
    expect(request).toMatchObject({
      way: 'recall',
      letter: letter.id,
      about: { code: '07/ST-TH' },
      notice: { code: '08/ST-TH', subject: 'văn bản sau' },
      reason: 'sai thẩm quyền',
    })
    const notice = await stateOf<Letter>('b', 'letter', request!.notice!.letter!)
    expect(notice).toMatchObject({
      status: 'arrived',
      content: { concerns: [{ way: 'recall', letter: letter.id, code: '07/ST-TH' }] },
    })

    await answer(request!, 'agree')
    expect(await timeline('d1')).toEqual(['queued', 'sent', '01', '03', '04', '13', '15'])
    expect(await stateOf('b', 'letter', letter.id)).toBeUndefined()
    expect(await stateOf<SenderRequest>('b', 'sender-request', request!.id)).toMatchObject({
      answer: { agreed: true, by: { post: 'b-clerk' } },
      line: { code: '07/ST-TH', issuer: 'Sở Thử a', receiver: 'b-drafter' },
    })
    const [task] = await all<Task>('b', 'task')
    expect(task).toMatchObject({
      status: 'assigned',
      recalled: { code: '08/ST-TH' },
      stopped: { reason: '08/ST-TH' },
    })
    await expect(node.blobs.load('b', sha256)).rejects.toThrow()
    expect(await node.blobs.load('a', sha256)).toEqual(TINY_PDF)
    await act(await aDesk(node, 'b', 'drafter'), { kind: 'task', id: task!.id }, 'task.finish', {
      result: 'Đã dừng',
    })
  })

  it('that is refused names who decided, and leaves the letter and its work as they are', async () => {
    const letter = await atWork()
    await amend('recall')
    const [request] = await all<SenderRequest>('b', 'sender-request')
    await answer(request!, 'refuse', { decidedBy: 'b-leader', reason: 'Đã chi trả' })
    const { recipients } = await stateOf<Dispatch>('a', 'dispatch', 'd1')
    expect(recipients[0]).toMatchObject({ state: '16' })
    expect(recipients[0]!.steps.at(-1)!.description).toBe('Phó Giám đốc Phạm Thử: Đã chi trả')
    expect(await stateOf<Letter>('b', 'letter', letter.id)).toMatchObject({ status: 'directed' })
    expect((await all<Task>('b', 'task'))[0]).not.toHaveProperty('recalled')
  })

  it('goes as a plain letter to who never had the document', async () => {
    await issueDocument(node, 'a', TO_B)
    await node.settled()
    await amend('recall', [...TO_B, { code: C, name: 'Sở Thử c' }])
    expect(await all('c', 'sender-request')).toEqual([])
    expect(await all<Letter>('c', 'letter')).toHaveLength(1)
    expect(await all('b', 'sender-request')).toHaveLength(1)
  })
})

it('a replacement comes as a letter of its own; agreed to, the old one says by what it is replaced', async () => {
  const letter = await atWork()
  await amend('replacement')
  const [request] = await all<SenderRequest>('b', 'sender-request')
  expect(request).toMatchObject({ way: 'replacement', letter: letter.id })
  await answer(request!, 'agree')
  const by = request!.notice!.letter
  expect(await stateOf<Letter>('b', 'letter', letter.id)).toMatchObject({
    status: 'directed',
    amendments: [{ way: 'replacement', by, code: '08/ST-TH', typeName: 'Công văn' }],
  })
  expect(await stateOf<Letter>('b', 'letter', by!)).toMatchObject({ status: 'arrived' })
  expect(await timeline('d1')).toEqual(['queued', 'sent', '01', '03', '04', '13', '15'])
})

it('a correcting letter is answered without being asked for anything back', async () => {
  await issueDocument(node, 'a', TO_B)
  await node.settled()
  await amend('correction')
  expect(await timeline('d1')).toEqual(['queued', 'sent', '01'])
  const [request] = await all<SenderRequest>('b', 'sender-request')
  await answer(request!, 'agree')
  expect(await timeline('d1')).toEqual(['queued', 'sent', '01', '15'])
  expect(await stateOf<Letter>('b', 'letter', request!.letter)).toMatchObject({
    amendments: [{ way: 'correction', code: '08/ST-TH' }],
  })
})

describe('from other software', () => {
  it('an update under the same number changes the letter once it is agreed to', async () => {
    await handIn(
      await documentMessageBytes(outside(OLD), [anAttachment('a.pdf', TINY_PDF)]),
      'edoc',
      'm1',
      SENDER,
    )
    const update = outside(OLD, { subject: 'V/v bản sửa', business: business(2, { documentId: OLD }) })
    const bytes = await documentMessageBytes(update, [anAttachment('b.pdf', TINY_PDF)])
    await handIn(bytes, 'edoc', 'm2', SENDER)
    await handIn(bytes, 'edoc', 'm3', SENDER)
    const [letter, ...more] = await all<Letter>('b', 'letter')
    const [request, ...again] = await all<SenderRequest>('b', 'sender-request')
    expect([more, again]).toEqual([[], []])
    expect(letter!.content.subject).not.toBe('V/v bản sửa')
    await answer(request!, 'agree')
    expect(await stateOf<Letter>('b', 'letter', letter!.id)).toMatchObject({
      content: { subject: 'V/v bản sửa' },
      files: [{ name: 'b.pdf' }],
      amendments: [{ way: 'correction', by: null }],
    })
  })

  it('a recall that overtakes its document waits for it, and is answered when it is here', async () => {
    const recall = outside(`${SENDER},2026/11/03,2/X`, { business: business(1, { documentId: OLD }) })
    await handIn(await documentMessageBytes(recall), 'edoc', 'm1', SENDER)
    const [request] = await all<SenderRequest>('b', 'sender-request')
    await expect(answer(request!, 'agree')).rejects.toThrow('request-before-letter')
    const bytes = await documentMessageBytes(outside(OLD), [anAttachment('a.pdf', TINY_PDF)])
    await handIn(bytes, 'edoc', 'm2', SENDER)
    expect((await all<Letter>('b', 'letter')).map((one) => one.id)).toEqual([request!.letter])
    await answer(request!, 'agree')
    expect(await all<Letter>('b', 'letter')).toEqual([])
    await handIn(bytes, 'edoc', 'm3', SENDER)
    expect(await all<Letter>('b', 'letter')).toEqual([])
  })

  it('a status 13 asks for the document back, however often it comes', async () => {
    await handIn(
      await documentMessageBytes(outside(OLD), [anAttachment('a.pdf', TINY_PDF)]),
      'edoc',
      'm1',
      SENDER,
    )
    const status = await statusMessageBytes(
      aStatusMessage({
        from: anOrganisation(SENDER),
        responseFor: { organId: B, code: '1/X', documentId: OLD },
        statusCode: '13',
        description: 'Gửi nhầm',
      }),
    )
    await handIn(status, 'status', 'm2', SENDER)
    await handIn(status, 'status', 'm3', SENDER)
    const [letter] = await all<Letter>('b', 'letter')
    expect(await all<SenderRequest>('b', 'sender-request')).toMatchObject([
      { way: 'recall', letter: letter!.id, notice: null, reason: 'Gửi nhầm' },
    ])
  })

  it('nobody else recalls a letter: what an unproven sender asks matches nothing', async () => {
    await handIn(
      await documentMessageBytes(outside(OLD), [anAttachment('a.pdf', TINY_PDF)]),
      'edoc',
      'm1',
      SENDER,
    )
    const recall = outside(`${SENDER},2026/11/03,2/X`, { business: business(1, { documentId: OLD }) })
    await handIn(await documentMessageBytes(recall), 'edoc', 'm2', 'T91.05')
    expect(await all('b', 'sender-request')).toEqual([])
    expect(await all<Unmatched>('b', 'unmatched')).toMatchObject([
      { kind: 'recall', reason: 'sender-unproven' },
    ])
  })
})
