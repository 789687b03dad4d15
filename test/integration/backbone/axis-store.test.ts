import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { axisClient, type AxisClient } from '../../../backbone/axis/client/axis-client.ts'
import { fileToSend } from '../../../backbone/axis/client/file-to-send.ts'
import { axisServer } from '../../../backbone/axis/serve/axis-server.ts'
import { axisStore } from '../../../backbone/exchange/axis-store.ts'
import type { CongsoNode } from '../../../backbone/node.ts'
import type { Dispatch } from '../../../shared/domain/correspondence/dispatch.ts'
import type { Letter } from '../../../shared/domain/correspondence/letter.ts'
import { documentMessageBytes, statusMessageBytes } from '../../../shared/exchange/edxml/memory-message.ts'
import { readMessageBytes } from '../../../shared/exchange/edxml/memory-attachments.ts'
import { concatBytes } from '../../../shared/kernel/bytes.ts'
import { issueDocument } from '../../builders/issue-document.ts'
import { aNode, anAgency } from '../../builders/backbone.ts'
import {
  aDocumentMessage,
  anAttachment,
  anOrganisation,
  aStatusMessage,
  TINY_PDF,
} from '../../builders/edxml-message.ts'
import { openedHere } from '../../builders/foreign-files.ts'

const HOME = '000.00.a.T99'
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
  await client.registerAgency({ ...blank, id: '1', code: 'T90.01', name: 'Sở Thí Điểm' })
})
afterEach(async () => {
  await node.close()
  await rm(folder, { recursive: true })
})

async function send(kind: 'edoc' | 'status', bytes: Uint8Array, from = 'T90.01'): Promise<string> {
  const path = join(folder, 'to-send.edxml')
  await writeFile(path, bytes)
  return client.sendEdoc({ from, messageType: kind, file: await fileToSend(path) })
}
const letters = async () => {
  const workspace = await node.workspace('a')
  const refs = await node.engine.aggregates('a', 'letter')
  return Promise.all(refs.map((ref) => workspace.state(ref) as Promise<Letter>))
}

describe('axis over the node’s own store', () => {
  it('lists agencies of both kinds and guards codes that are taken', async () => {
    expect((await client.getAgenciesList()).map((one) => one.code)).toEqual([HOME, 'T90.01'])
    const blank = { mail: '', mobile: '', fax: '', pcode: '' }
    await expect(
      client.registerAgency({ ...blank, id: 'x', code: HOME.toLowerCase(), name: 'X' }),
    ).rejects.toThrow()
    await client.deleteAgency('T90.01')
    expect(await client.getAgenciesList()).toHaveLength(1)
  })

  it('registers nobody under the name of another system, whose letters would then be theirs', async () => {
    await node.engine.exchange.putSystem({ id: 'T91.00', secret: 'khoa-khac' })
    const blank = { mail: '', mobile: '', fax: '', pcode: '' }
    for (const code of ['T91.00', 't91.00'])
      await expect(client.registerAgency({ ...blank, id: 'x', code, name: 'X' })).rejects.toThrow()
    await client.registerAgency({ ...blank, id: 'x', code: 'T90.00', name: 'X' })
  })

  it('brings what an outside system sends into the agency’s log, and the status back to it', async () => {
    const fields = aDocumentMessage({ to: [anOrganisation(HOME), anOrganisation('T90.77')] })
    const bytes = await documentMessageBytes(fields, [anAttachment('a.pdf', TINY_PDF)])
    const id = await send('edoc', bytes)
    expect(await send('edoc', bytes)).toBe(id)
    await node.settled()
    expect((await letters()).map((one) => one.content.documentId)).toEqual([fields.documentId])
    const sent = await client.getSentEdocList('edoc', id)
    expect(sent.map((one) => [one.toCode, one.sendStatus, one.receiveStatus])).toEqual([
      [HOME, 'done', 'done'],
      ['T90.77', 'fail', 'initial'],
    ])
    const [status] = await client.getReceivedEdocList('status')
    expect(status).toMatchObject({ from: HOME, to: 'T90.01' })
    const parts: Uint8Array[] = []
    await client.getEdoc(status!.docId, { write: (part) => Promise.resolve(void parts.push(part.slice())) })
    const read = await readMessageBytes(concatBytes(...parts))
    expect(read.ok && read.value.fields).toMatchObject({ kind: 'status', statusCode: '01' })
    await client.updateStatus(status!.docId, 'done')
    expect(await client.countReceived('status')).toBe(0)
  })

  it('lets what an agency issues wait for the outside system, and takes its status', async () => {
    await issueDocument(node, 'a', [{ code: 'T90.01', name: 'Sở Thí Điểm' }])
    await node.settled()
    const [waiting] = await client.getReceivedEdocList('edoc')
    expect(waiting).toMatchObject({ from: HOME, to: 'T90.01', status: 'initial' })
    const dispatch = async () =>
      (await (await node.workspace('a')).state({ kind: 'dispatch', id: 'd1' })) as Dispatch
    const { documentId, code, issuedOn } = await dispatch()
    const status = aStatusMessage({
      from: anOrganisation('T90.01', 'Sở Thí Điểm'),
      responseFor: { organId: HOME, code, documentId, issuedOn },
    })
    await send('status', await statusMessageBytes(status))
    await node.settled()
    expect((await dispatch()).recipients[0]?.steps.map((step) => step.state)).toEqual([
      'queued',
      'sent',
      '03',
    ])
  })

  it('keeps a status that another system sends in a receiver’s name for a clerk', async () => {
    await issueDocument(node, 'a', [{ code: 'T90.01', name: 'Sở Thí Điểm' }])
    await node.settled()
    await node.engine.exchange.putSystem({ id: 'T91.00', secret: 'khoa-khac' })
    const { port } = node.server.server.address() as { port: number }
    const other = axisClient({
      endpoint: `http://127.0.0.1:${port}/axis`,
      systemId: 'T91.00',
      secret: 'khoa-khac',
    })
    const workspace = await node.workspace('a')
    const dispatch = async () => (await workspace.state({ kind: 'dispatch', id: 'd1' })) as Dispatch
    const { documentId, code, issuedOn } = await dispatch()
    const forged = aStatusMessage({
      from: anOrganisation('T90.01', 'Sở Thí Điểm'),
      responseFor: { organId: HOME, code, documentId, issuedOn },
    })
    const path = join(folder, 'forged.edxml')
    await writeFile(path, await statusMessageBytes(forged))
    await other.sendEdoc({ from: 'T91.00', messageType: 'status', file: await fileToSend(path) })
    await node.settled()
    expect((await dispatch()).recipients[0]?.steps.map((step) => step.state)).toEqual(['queued', 'sent'])
    const [unmatched] = await node.engine.aggregates('a', 'unmatched')
    expect(await workspace.state(unmatched!)).toMatchObject({ reason: 'sender-unproven' })
  })

  it('takes a letter in another sender’s name as what it is, and it keeps nobody’s own letter away', async () => {
    await node.engine.exchange.putSystem({ id: 'T91.00', secret: 'khoa-khac' })
    const { port } = node.server.server.address() as { port: number }
    const endpoint = `http://127.0.0.1:${port}/axis`
    const other = axisClient({ endpoint, systemId: 'T91.00', secret: 'khoa-khac' })
    const fields = aDocumentMessage({ from: anOrganisation('T90.01'), to: [anOrganisation(HOME)] })
    const path = join(folder, 'forged.edxml')
    const sendForged = async (forged: typeof fields) => {
      await writeFile(path, await documentMessageBytes(forged, [anAttachment('../b\u202Efdp.exe', TINY_PDF)]))
      await other.sendEdoc({ from: 'T91.00', messageType: 'edoc', file: await fileToSend(path) })
      await node.settled()
    }
    await sendForged({ ...fields, subject: 'Giả mạo' })
    await send('edoc', await documentMessageBytes(fields, [anAttachment('a.pdf', TINY_PDF)]))
    await node.settled()
    const found = new Map((await letters()).map((one) => [one.content.subject, one]))
    expect(found.get('Giả mạo')?.content.deviations).toContain('axis.sender.unproven')
    expect(found.get('Giả mạo')?.files[0]?.name).toBe('bfdp.exe')
    expect(found.get(fields.subject)?.content.deviations).not.toContain('axis.sender.unproven')

    const recall = { ...fields.business, type: 1, documentId: fields.documentId, reason: 'Giả' } as const
    await sendForged({ ...fields, business: recall })
    const [unmatched] = await node.engine.aggregates('a', 'unmatched')
    expect(await (await node.workspace('a')).state(unmatched!)).toMatchObject({ reason: 'sender-unproven' })
  })

  it('lets a system speak only for itself and its agencies', async () => {
    const bytes = await documentMessageBytes(aDocumentMessage({ to: [anOrganisation(HOME)] }))
    await expect(send('edoc', bytes, HOME)).rejects.toThrow()
    const stranger = axisClient({ endpoint: 'http://127.0.0.1:1/axis', systemId: 'T90.00', secret: 'falsch' })
    await expect(stranger.getAgenciesList()).rejects.toThrow()
  })
})
