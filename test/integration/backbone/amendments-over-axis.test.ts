import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { axisClient, type AxisClient } from '../../../backbone/axis/client/axis-client.ts'
import { fileToSend } from '../../../backbone/axis/client/file-to-send.ts'
import { axisServer } from '../../../backbone/axis/serve/axis-server.ts'
import { axisStore } from '../../../backbone/exchange/axis-store.ts'
import type { CongsoNode } from '../../../backbone/node.ts'
import type { Dispatch } from '../../../shared/domain/correspondence/dispatch.ts'
import type { SenderRequest } from '../../../shared/domain/correspondence/sender-request.ts'
import { readMessageBytes } from '../../../shared/exchange/edxml/memory-attachments.ts'
import { documentMessageBytes, statusMessageBytes } from '../../../shared/exchange/edxml/memory-message.ts'
import type { MessageFields } from '../../../shared/exchange/edxml/message.ts'
import { concatBytes } from '../../../shared/kernel/bytes.ts'
import { aDesk, anAgency, aNode } from '../../builders/backbone.ts'
import {
  aDocumentMessage,
  anAttachment,
  anOrganisation,
  aStatusMessage,
  TINY_PDF,
} from '../../builders/edxml-message.ts'
import { openedHere } from '../../builders/foreign-files.ts'
import { issueDocument, must } from '../../builders/issue-document.ts'

const HOME = '000.00.a.T99'
const OUTSIDE = 'T90.01'
const TO = [{ code: OUTSIDE, name: 'Sở Thí Điểm' }]
let node: CongsoNode
let client: AxisClient
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'congso-axis-'))
  node = await aNode([anAgency('a')], {
    foreign: openedHere,
    scratch: folder,
    routes: async (server, self) => {
      const store = axisStore(self, { now: Date.now })
      const options = { store, readUpload: openedHere.readMessage, uploadFolder: folder }
      await server.register(axisServer(options), { prefix: '/axis' })
    },
  })
  await node.engine.exchange.putSystem({ id: 'T90.00', secret: 'khoa-thu' })
  const { port } = await node.listen()
  client = axisClient({ endpoint: `http://127.0.0.1:${port}/axis`, systemId: 'T90.00', secret: 'khoa-thu' })
  const blank = { mail: '', mobile: '', fax: '', pcode: '' }
  await client.registerAgency({ ...blank, id: '1', code: OUTSIDE, name: 'Sở Thí Điểm' })
})
afterEach(async () => {
  await node.close()
  await rm(folder, { recursive: true })
})

async function send(messageType: 'edoc' | 'status', bytes: Uint8Array): Promise<void> {
  const path = join(folder, 'to-send.edxml')
  await writeFile(path, bytes)
  await client.sendEdoc({ from: OUTSIDE, messageType, file: await fileToSend(path) })
  await node.settled()
}

/** What waits for the outside system, oldest first; taken. */
async function taken(kind: 'edoc' | 'status'): Promise<MessageFields[]> {
  const found: MessageFields[] = []
  for (const { docId } of await client.getReceivedEdocList(kind)) {
    const parts: Uint8Array[] = []
    await client.getEdoc(docId, { write: (part) => Promise.resolve(void parts.push(part.slice())) })
    const read = await readMessageBytes(concatBytes(...parts))
    if (read.ok) found.push(read.value.fields)
    await client.updateStatus(docId, 'done')
  }
  return found
}

it('a recall reaches other software as a revocation that names the document, and its answer stands on the board', async () => {
  await issueDocument(node, 'a', TO)
  await node.settled()
  await taken('edoc')
  const amends = { way: 'recall', document: 'd1', reason: 'sai thẩm quyền' }
  await issueDocument(node, 'a', TO, { id: 'd2', amends })
  await node.settled()
  const board = async () =>
    (await (await node.workspace('a')).state({ kind: 'dispatch', id: 'd1' })) as Dispatch
  const { documentId, code } = await board()
  const [revocation] = await taken('edoc')
  expect(revocation).toMatchObject({ business: { type: 1, documentId, reason: 'sai thẩm quyền' } })
  const answer = (statusCode: string, at: string) =>
    statusMessageBytes(
      aStatusMessage({
        from: anOrganisation(OUTSIDE),
        responseFor: { organId: HOME, code, documentId },
        statusCode,
        description: 'Đã hủy',
        at,
      }),
    )
  await send('status', await answer('15', '2026-11-22T03:00:00.000Z'))
  const { recipients } = await board()
  expect(recipients[0]?.steps.map((step) => step.state)).toEqual(['queued', 'sent', '13', '15'])
  expect(recipients[0]?.state).toBe('15')
})

it.each([
  ['agreed to', 'agree', {}, '15'],
  ['refused', 'refuse', { decidedBy: 'a-leader', reason: 'Đã chi trả' }, '16'],
])('a recall by other software is %s, and it is told so', async (_, verb, payload, statusCode) => {
  const letter = aDocumentMessage({ to: [anOrganisation(HOME)] })
  await send('edoc', await documentMessageBytes(letter, [anAttachment('a.pdf', TINY_PDF)]))
  await taken('status')
  const recall = aDocumentMessage({
    to: [anOrganisation(HOME)],
    documentId: `${letter.documentId}-TH`,
    business: {
      type: 1,
      documentId: letter.documentId,
      reason: 'Ban hành nhầm',
      changes: [],
      replacements: [],
      staff: [],
    },
  })
  await send('edoc', await documentMessageBytes(recall))
  const [ref] = await node.engine.aggregates('a', 'sender-request')
  const workspace = await node.workspace('a')
  const request = (await workspace.state(ref!)) as SenderRequest
  await must(node, 'a', await aDesk(node, 'a', 'clerk'), ref!, `sender-request.${verb}`, payload)
  await node.settled()
  expect((await workspace.state({ kind: 'letter', id: request.letter })) === undefined).toBe(verb === 'agree')
  expect(await taken('status')).toMatchObject([
    { kind: 'status', statusCode, responseFor: { documentId: letter.documentId } },
  ])
})
