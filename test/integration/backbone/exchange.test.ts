import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { memoryBlobs } from '../../../backbone/blobs/memory-blobs.ts'
import { openSqliteEngine } from '../../../backbone/engine/sqlite-engine.ts'
import { newNodeIdentity } from '../../../backbone/node-identity.ts'
import { createNode, type CongsoNode } from '../../../backbone/node.ts'
import { receiveJobFor } from '../../../backbone/exchange/hand-over.ts'
import type { Dispatch } from '../../../shared/domain/correspondence/dispatch.ts'
import type { Letter } from '../../../shared/domain/correspondence/letter.ts'
import type { Unmatched } from '../../../shared/domain/correspondence/unmatched-decider.ts'
import type { Task } from '../../../shared/domain/work/task.ts'
import { documentMessageBytes, statusMessageBytes } from '../../../shared/exchange/edxml/memory-message.ts'
import { localDateOf, partsOf } from '../../../shared/kernel/instant.ts'
import { derivedUuid } from '../../../shared/kernel/uuid.ts'
import type { AggregateRef, CommandBody } from '../../../shared/log/command.ts'
import { aNodeKey } from '../../builders/node-key.ts'
import { aDesk, aNode, anAgency, type TestDesk } from '../../builders/backbone.ts'
import { issueDocument, must } from '../../builders/issue-document.ts'
import {
  aDocumentMessage,
  anAttachment,
  anOrganisation,
  aStatusMessage,
  TINY_PDF,
} from '../../builders/edxml-message.ts'
import { openedHere } from '../../builders/foreign-files.ts'

const CODE_A = '000.00.a.T99'
const CODE_B = '000.00.b.T99'
const YEAR = partsOf(localDateOf(new Date().toISOString())).year
let node: CongsoNode
let scratch: string

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'congso-test-'))
  node = await aNode([anAgency('a'), anAgency('b')], { foreign: openedHere, scratch })
})
afterEach(async () => {
  await node.close()
  await rm(scratch, { recursive: true })
})

const issued = (recipients: Parameters<typeof issueDocument>[2]) => issueDocument(node, 'a', recipients)
const act = (desk: TestDesk, ref: AggregateRef, type: string, payload: CommandBody['payload']) =>
  must(node, 'b', desk, ref, type, payload)

const stateOf = async <T>(workspace: string, ref: AggregateRef) =>
  (await (await node.workspace(workspace)).state(ref)) as T
const only = async <T>(workspace: string, kind: AggregateRef['kind']): Promise<T[]> => {
  const refs = await node.engine.aggregates(workspace, kind)
  return Promise.all(refs.map((ref) => stateOf<T>(workspace, ref)))
}
const statesOf = (dispatch: Dispatch, code: string) =>
  dispatch.recipients.find((one) => one.code === code)?.steps.map((step) => step.state)

/** Hands a message in as an outside system would. */
async function handIn(to: string, bytes: Uint8Array, kind: 'edoc' | 'status', id: string, system = 's') {
  const file = await node.files.keep([bytes])
  const at = new Date().toISOString()
  const message = {
    id,
    from: 'T90.01',
    kind,
    file,
    documentId: 'x',
    title: '',
    code: '',
    sentAt: at,
    system,
    sameAs: id,
    dispatch: null,
  }
  const delivery = derivedUuid('delivery', id, to)
  const words = {
    sendState: 'done' as const,
    sendDescription: '',
    receiveState: 'initial',
    receiveDescription: '',
  }
  await node.engine.exchange.send(
    {
      message,
      deliveries: [{ id: delivery, message: id, to, ...words, createdAt: at, updatedAt: at }],
      jobs: [receiveJobFor('b', message, delivery)],
    },
    at,
  )
  await node.settled()
  return node.engine.exchange.delivery(delivery)
}

describe('exchange', () => {
  it('carries an issued document into the register of the other agency and every status back, in order', async () => {
    await issued([
      { code: CODE_B, name: 'Sở Thử b' },
      { code: '000.00.99.T99', name: 'Sở Không Có' },
    ])
    await node.settled()
    const [letter] = await only<Letter>('b', 'letter')
    expect(letter).toMatchObject({
      status: 'arrived',
      content: {
        from: { code: CODE_A },
        to: CODE_B,
        number: '07',
        symbol: 'ST-TH',
        subject: 'mượn hội trường',
        typeName: 'Công văn',
        urgency: 'urgent',
        signer: { authority: 'KT.', title: 'PHÓ GIÁM ĐỐC', name: 'Phạm Thử' },
      },
    })
    expect(letter!.files[0]).toMatchObject({
      name: '07-ST-TH.pdf',
      file: { mediaType: 'application/pdf', sizeBytes: TINY_PDF.length },
    })
    expect(await node.blobs.load('b', letter!.files[0]!.file.sha256)).toEqual(TINY_PDF)

    const clerk = await aDesk(node, 'b', 'clerk')
    const leader = await aDesk(node, 'b', 'leader')
    const drafter = await aDesk(node, 'b', 'drafter')
    const ref: AggregateRef = { kind: 'letter', id: letter!.id }
    const book: AggregateRef = { kind: 'book', id: 'in' }
    await act(clerk, book, 'book.open', {
      name: 'Sổ đến',
      year: YEAR,
      direction: 'incoming',
      startAfter: 0,
    })
    await act(clerk, ref, 'letter.accept', { verdictSeen: 'unsigned' })
    await act(clerk, book, 'book.assignNumber', { subject: letter!.id })
    await act(clerk, ref, 'letter.takeNumber', { book: 'in' })
    await act(clerk, ref, 'letter.present', { to: 'b-leader' })
    await act(leader, ref, 'letter.direct', {
      directive: {
        text: 'Giao phòng TH',
        lead: 'b-drafter',
        cooperating: ['b-unit-head'],
        deadline: '2999-12-31',
      },
    })
    await node.settled()
    const tasks = await only<Task>('b', 'task')
    expect(tasks.map((task) => [task.assignee, task.role])).toEqual([
      ['b-drafter', 'lead'],
      ['b-unit-head', 'cooperating'],
    ])
    await act(drafter, { kind: 'task', id: tasks[0]!.id }, 'task.finish', { result: 'Đã bố trí' })
    await node.settled()

    const dispatch = await stateOf<Dispatch>('a', { kind: 'dispatch', id: 'd1' })
    expect(statesOf(dispatch, CODE_B)).toEqual(['queued', 'sent', '01', '03', '04', '05', '06'])
    expect(statesOf(dispatch, '000.00.99.T99')).toEqual(['queued', 'failed'])
    expect(dispatch.recipients[1]?.steps[1]?.description).toBe('no-such-receiver')
    expect(dispatch.recipients[0]?.steps[3]?.staff).toContain('Vũ Thử')
    expect((await stateOf<Letter>('b', ref)).status).toBe('finished')
  })

  it('does everything that follows once, however often it is run again', async () => {
    await issued([{ code: CODE_B, name: '' }])
    await node.settled()
    const heads = node.workspaces().map((one) => one.head().seq)
    for (const workspace of node.workspaces())
      for (const name of [
        'directive-to-tasks',
        'task-to-letter',
        'issued-to-exchange',
        'dispatch-to-deliveries',
        'letter-moves-to-status',
      ])
        expect(await node.engine.cursor(workspace.id, `process/${name}`)).toBeGreaterThan(0)
    await node.settled()
    expect(node.workspaces().map((one) => one.head().seq)).toEqual(heads)
  })

  it('changes nothing when all processes run again from the beginning after a crash', async () => {
    await node.close()
    const path = join(scratch, 'node.sqlite')
    const blobs = memoryBlobs()
    const identity = newNodeIdentity()
    const key = aNodeKey()
    const stores = () => ({
      engine: openSqliteEngine(path, key),
      blobs,
      identity,
      foreign: openedHere,
      scratch,
    })
    node = await aNode([anAgency('a'), anAgency('b')], stores())
    await issued([{ code: CODE_B, name: '' }])
    await node.settled()
    const heads = node.workspaces().map((one) => one.head().seq)
    await node.close()
    const database = new DatabaseSync(path)
    database.exec('delete from cursors')
    database.close()
    node = await createNode(stores())
    await node.settled()
    expect(node.workspaces().map((one) => one.head().seq)).toEqual(heads)
    const dispatch = await stateOf<Dispatch>('a', { kind: 'dispatch', id: 'd1' })
    expect(statesOf(dispatch, CODE_B)).toEqual(['queued', 'sent', '01'])
  })

  it('sends a refusal back with its reason', async () => {
    await issued([{ code: CODE_B, name: '' }])
    await node.settled()
    const [letter] = await only<Letter>('b', 'letter')
    const clerk = await aDesk(node, 'b', 'clerk')
    await act(clerk, { kind: 'letter', id: letter!.id }, 'letter.refuse', { reason: 'Gửi nhầm nơi' })
    await node.settled()
    const dispatch = await stateOf<Dispatch>('a', { kind: 'dispatch', id: 'd1' })
    expect(dispatch.recipients[0]?.steps.at(-1)).toMatchObject({ state: '02', description: 'Gửi nhầm nơi' })
  })

  it('keeps one letter for a document that comes twice', async () => {
    const bytes = await documentMessageBytes(aDocumentMessage({ to: [anOrganisation(CODE_B)] }), [
      anAttachment('a.pdf', TINY_PDF),
    ])
    expect((await handIn(CODE_B, bytes, 'edoc', 'm1'))?.delivery.receiveState).toBe('done')
    expect((await handIn(CODE_B, bytes, 'edoc', 'm2'))?.delivery.receiveState).toBe('done')
    expect(await only<Letter>('b', 'letter')).toHaveLength(1)
  })

  it('keeps what matches nothing, with all its fields', async () => {
    const recall = aDocumentMessage({
      to: [anOrganisation(CODE_B)],
      business: {
        type: 1,
        reason: 'Ban hành nhầm',
        documentId: 'T90.01,2026/01/01,1/X',
        changes: [],
        replacements: [],
        staff: [],
      },
    })
    const bytes = await documentMessageBytes(recall)
    await handIn(CODE_B, bytes, 'edoc', 'm3')
    await handIn(CODE_B, await statusMessageBytes(aStatusMessage()), 'status', 'm2')
    const unmatched = await only<Unmatched>('b', 'unmatched')
    expect(unmatched.map((one) => [one.kind, one.reason])).toEqual([
      ['recall', 'sender-unproven'],
      ['status', 'dispatch-unknown'],
    ])
    expect(unmatched[0]!.fields).toContainEqual({ name: 'business.reason', value: 'Ban hành nhầm' })
    expect(unmatched[1]!.fields).toContainEqual({ name: 'statusCode', value: '03' })
    expect(await only<Letter>('b', 'letter')).toHaveLength(0)
  })

  it('tells the sender of what is no edXML where it broke', async () => {
    const delivered = await handIn(
      CODE_B,
      new TextEncoder().encode('1212<?xml version="1.0"?><a/>'),
      'edoc',
      'm1',
    )
    expect(delivered?.delivery.receiveState).toBe('fail')
    expect(delivered?.delivery.receiveDescription).toContain('junk before declaration')
  })
})
