import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readMessageBytes } from '#shared/exchange/edxml/memory-attachments.ts'
import { documentMessageBytes, statusMessageBytes } from '#shared/exchange/edxml/memory-message.ts'
import { concatBytes, equalBytes } from '#shared/kernel/bytes.ts'
import type { AxisClient } from '../../../backbone/axis/client/axis-client.ts'
import { fileToSend } from '../../../backbone/axis/client/file-to-send.ts'
import { inMemory, startAxis, type TestAxis } from '../../builders/axis.ts'
import {
  aDocumentMessage,
  anAttachment,
  anOrganisation,
  aStatusMessage,
  bytesOf,
  TINY_PDF,
} from '../../builders/edxml-message.ts'

let axis: TestAxis
let sender: AxisClient
let receiver: AxisClient
let letter: Uint8Array

beforeEach(async () => {
  axis = await startAxis()
  sender = axis.clientOf('T90.01')
  receiver = axis.clientOf('T90.02')
  letter = await documentMessageBytes(aDocumentMessage(), [anAttachment('17.pdf', TINY_PDF)])
})
afterEach(() => axis.close())

const send = (bytes = letter, to?: string[]) =>
  sender.sendEdoc({
    from: 'T90.01',
    messageType: 'edoc',
    file: inMemory(bytes),
    ...(to === undefined ? {} : { to }),
  })

async function fetch(client: AxisClient, docId: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  await client.getEdoc(docId, { write: (bytes) => Promise.resolve(void parts.push(bytes.slice())) })
  return concatBytes(...parts)
}

describe('a letter from one system to another', () => {
  test('is listed, fetched, acknowledged, and its sender sees it', async () => {
    const docId = await send()
    const list = await receiver.getReceivedEdocList('edoc')
    expect(list).toMatchObject([
      { serviceType: 'eDoc', messageType: 'edoc', from: 'T90.01', to: 'T90.02', status: 'initial' },
    ])
    expect(list[0]?.created_time).toMatch(/^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d$/)
    expect(await receiver.getReceivedEdocList('status')).toEqual([])
    expect(await receiver.countReceived('edoc')).toBe(1)

    const received = await fetch(receiver, list[0]?.docId ?? '')
    expect(received).toEqual(letter)
    expect(await readMessageBytes(received)).toMatchObject({ ok: true })

    await receiver.updateStatus(list[0]?.docId ?? '', 'fail', 'het cho')
    expect(await receiver.getReceivedEdocList('edoc')).toHaveLength(1)
    await receiver.updateStatus(list[0]?.docId ?? '', 'done')
    await receiver.updateStatus(list[0]?.docId ?? '', 'done')
    expect(await receiver.getReceivedEdocList('edoc')).toEqual([])
    expect(await receiver.countReceived('edoc')).toBe(0)

    expect(await sender.getSentEdocList('edoc', docId)).toMatchObject([
      {
        fromCode: 'T90.01',
        toCode: 'T90.02',
        senderDocId: docId,
        title: 'V/v mượn hội trường & loa đài',
        notation: '17/STĐ-VP',
        sendStatus: 'done',
        receiveStatus: 'done',
      },
    ])
    expect(axis.errors).toEqual([])
    expect(await readdir(axis.uploadFolder)).toEqual([])
  })

  test('is answered by a status, routed by what it responds to', async () => {
    await receiver.sendEdoc({
      from: 'T90.02',
      messageType: 'status',
      file: inMemory(await statusMessageBytes(aStatusMessage())),
    })
    const [status] = await sender.getReceivedEdocList('status')
    expect(status).toMatchObject({ from: 'T90.02', to: 'T90.01', messageType: 'status' })
    expect(await sender.countReceived('status')).toBe(1)
  })

  test('sent again is delivered once, also when both come at once', async () => {
    const [first, second] = await Promise.all([send(), send()])
    expect(second).toBe(first)
    expect(await send()).toBe(first)
    expect(await send(letter, ['t90.02', 'T90.02'])).toBe(first)
    expect(await receiver.getReceivedEdocList('edoc')).toHaveLength(1)
  })

  test('to several receivers: one that does not exist holds up nobody', async () => {
    const docId = await send(letter, ['T90.02', 'T99.99'])
    expect(await receiver.getReceivedEdocList('edoc')).toHaveLength(1)
    const sent = await sender.getSentEdocList('edoc', docId)
    expect(sent.map(({ toCode, sendStatus }) => [toCode, sendStatus])).toEqual([
      ['T90.02', 'done'],
      ['T99.99', 'fail'],
    ])
  })

  test('of several megabytes arrives whole, in bounded pieces', async () => {
    const large = Uint8Array.from({ length: 3_000_000 }, (_, i) => (i * 31 + (i >> 8)) & 255)
    const bytes = await documentMessageBytes(aDocumentMessage(), [anAttachment('lớn.pdf', large)])
    await send(bytes)
    const [item] = await receiver.getReceivedEdocList('edoc')
    expect(equalBytes(await fetch(receiver, item?.docId ?? ''), bytes)).toBe(true)
  })

  test('from a file on disk', async () => {
    const path = join(axis.uploadFolder, 'a.edxml')
    await writeFile(path, letter)
    const file = await fileToSend(path)
    expect(file).toMatchObject({ sizeBytes: letter.length, hashFile: inMemory(letter).hashFile })
    await sender.sendEdoc({ from: 'T90.01', messageType: 'edoc', file })
    expect(await receiver.countReceived('edoc')).toBe(1)
  })

  test('to seven hundred receivers fits into the headers', async () => {
    const codes = Array.from({ length: 700 }, (_, i) => `000.00.${String(i).padStart(3, '0')}.T90`)
    await send(letter, [...codes, 'T90.02'])
    expect(axis.store.messages[0]?.message.receivers).toHaveLength(701)
  })

  test('hands over fields and unpacked attachments', async () => {
    await send()
    const { message } = axis.store.messages[0] ?? {}
    expect(message).toMatchObject({
      systemId: 'T90.01',
      fields: { kind: 'document', subject: 'V/v mượn hội trường & loa đài' },
      attachments: [{ name: '17.pdf', detectedType: 'application/pdf' }],
      receivers: [{ organId: 'T90.02', state: 'open' }],
      isSenderProven: true,
    })
    await receiver.sendEdoc({ from: 'T90.02', messageType: 'edoc', file: inMemory(letter) })
    expect(axis.store.messages[1]?.message).toMatchObject({ from: 'T90.02', isSenderProven: false })
  })
})

describe('agencies', () => {
  test('are registered, listed, spoken for, and deleted', async () => {
    await sender.registerAgency({
      code: 'T90.01.05',
      name: 'Chi cục Năm',
      pcode: 'T90.01',
      mail: 'a@b.example',
    })
    await sender.registerAgency({ code: 'T90.01.05', name: 'Chi cục Năm mới' })
    expect(await receiver.getAgenciesList()).toMatchObject([{ code: 'T90.01.05', name: 'Chi cục Năm mới' }])
    const from = anOrganisation('T90.01.05')
    const bytes = await documentMessageBytes(aDocumentMessage({ from }))
    const file = inMemory(bytes)
    await sender.sendEdoc({ from: 'T90.01.05', messageType: 'edoc', file })
    await receiver.sendEdoc({
      from: 'T90.02',
      messageType: 'edoc',
      to: ['T90.01.05'],
      file: inMemory(await documentMessageBytes(aDocumentMessage({ from: anOrganisation('T90.02') }))),
    })
    expect(await sender.getReceivedEdocList('edoc')).toMatchObject([{ to: 'T90.01.05' }])
    await sender.deleteAgency('T90.01.05')
    expect(await receiver.getAgenciesList()).toEqual([])
  })

  test('belong to the system that registered them', async () => {
    await sender.registerAgency({ code: 'T90.07' })
    await expect(receiver.registerAgency({ code: 't90.07' })).rejects.toMatchObject({ code: '15' })
    await expect(receiver.deleteAgency('T90.07')).rejects.toMatchObject({ code: '19' })
    await expect(receiver.registerAgency({ code: ' ' })).rejects.toMatchObject({ code: '20' })
  })
})

describe('what is refused', () => {
  const refused = (code: string, text: string) => ({
    name: 'AxisRefused',
    code,
    message: expect.stringContaining(text) as unknown,
  })

  test('stray text before the declaration, with line and reason', async () => {
    await expect(send(bytesOf('4711<?xml version="1.0"?><a/>'))).rejects.toMatchObject(
      refused('22', 'dong 1: co ky tu thua truoc khai bao XML ("4711")'),
    )
    expect(axis.store.messages).toEqual([])
    expect(await readdir(axis.uploadFolder)).toEqual([])
  })

  test('a sender that the caller may not speak for', async () => {
    const file = inMemory(letter)
    await expect(receiver.sendEdoc({ from: 'T90.01', messageType: 'edoc', file })).rejects.toMatchObject(
      refused('19', 'Don vi gui T90.01 khong dung voi ma da dang ky: T90.02'),
    )
  })

  test('a document called a status, receivers nobody has, receivers that are locked', async () => {
    const file = inMemory(letter)
    await expect(sender.sendEdoc({ from: 'T90.01', messageType: 'status', file })).rejects.toMatchObject({
      code: '22',
    })
    await expect(send(letter, ['T99.99'])).rejects.toMatchObject(refused('18', 'Don vi nhan'))
    axis.store.lock('T90.02')
    await expect(send()).rejects.toMatchObject({ code: '23' })
  })

  test('a file that is not the one of the hash', async () => {
    const file = { ...inMemory(letter), hashFile: 'ab' }
    await expect(sender.sendEdoc({ from: 'T90.01', messageType: 'edoc', file })).rejects.toMatchObject({
      code: '10',
    })
  })

  test("another system's deliveries", async () => {
    await send()
    const [item] = await receiver.getReceivedEdocList('edoc')
    const docId = item?.docId ?? ''
    await expect(fetch(sender, docId)).rejects.toMatchObject({ code: '10' })
    await expect(sender.updateStatus(docId, 'done')).rejects.toMatchObject({ code: '10' })
    expect(await receiver.getSentEdocList('edoc')).toEqual([])
  })

  test('a wrong secret, an unknown system', async () => {
    const stranger = axis.clientOf('T90.09')
    await expect(stranger.getAgenciesList()).rejects.toMatchObject({ code: '15' })
  })

  test('a message beyond the limit is refused, not cut off', async () => {
    await axis.close()
    axis = await startAxis({ maxMessageBytes: 1000 })
    sender = axis.clientOf('T90.01')
    await expect(send()).rejects.toMatchObject({ code: '10' })
  })

  test('what breaks inside is code 20, told to the node and not to the caller', async () => {
    await axis.close()
    axis = await startAxis({ readUpload: () => Promise.reject(new Error('đĩa đầy')) })
    sender = axis.clientOf('T90.01')
    await expect(send()).rejects.toMatchObject(refused('20', 'Loi he thong'))
    expect(axis.errors).toHaveLength(1)
  })

  test('an axis that is not there', async () => {
    const nobody = axis.clientOf('T90.01', 'http://127.0.0.1:1')
    await expect(nobody.getAgenciesList()).rejects.toMatchObject({ name: 'AxisUnreachable' })
    const elsewhere = axis.clientOf('T90.01', `${axis.endpoint}/khong-co`)
    await expect(elsewhere.getAgenciesList()).rejects.toMatchObject({ name: 'AxisAnswerUnreadable' })
  })
})
