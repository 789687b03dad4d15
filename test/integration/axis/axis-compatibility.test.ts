import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { documentMessageBytes } from '#shared/exchange/edxml/memory-message.ts'
import { concatBytes } from '#shared/kernel/bytes.ts'
import { callAxis, inMemory, jsonOf, startAxis, type TestAxis } from '../../builders/axis.ts'
import { aDocumentMessage, anOrganisation, bytesOf } from '../../builders/edxml-message.ts'

let axis: TestAxis
let docId = ''
let letter: Uint8Array

beforeEach(async () => {
  axis = await startAxis()
  letter = await documentMessageBytes(aDocumentMessage())
  await axis.clientOf('T90.01').sendEdoc({ from: 'T90.01', messageType: 'edoc', file: inMemory(letter) })
  const [item] = await axis.clientOf('T90.02').getReceivedEdocList('edoc')
  docId = item?.docId ?? ''
})
afterEach(() => axis.close())

const LIST = { servicetype: 'eDoc', messagetype: 'edoc' }

describe('software that is already in use', () => {
  test('keeps sending the arguments of earlier calls', async () => {
    const leaked = {
      from: 'T90.02',
      to: '["T90.01"]',
      'hash-file': 'ab',
      docId,
      filePath: '/x',
      status: 'done',
    }
    const list = jsonOf(await callAxis(axis, 'getReceivedEdocList', { ...leaked, ...LIST }))
    expect(list['data']).toHaveLength(1)
  })

  test('spells docId in two ways at once, in header lines that differ in case only', async () => {
    const both = { docId, docid: 'cua-lan-truoc', filePath: '/x' }
    expect(jsonOf(await callAxis(axis, 'getEdoc', both))).toMatchObject({
      status: 'OK',
      data: Buffer.from(letter).toString('base64'),
    })
    const stale = { docId: 'cua-lan-truoc', docid: docId, status: 'done' }
    expect(jsonOf(await callAxis(axis, 'updateStatus', stale))).toMatchObject({
      status: 'OK',
      ErrorCode: '0',
    })
  })

  test('waits for 100 Continue', async () => {
    const answer = await callAxis(
      axis,
      'updateStatus',
      { docId, status: 'processing' },
      { body: bytesOf('{}'), expectContinue: true },
    )
    expect(answer.continued).toBe(true)
    expect(jsonOf(answer)).toMatchObject({ status: 'OK' })
  })

  test('configures an endpoint with a trailing slash', async () => {
    expect(jsonOf(await callAxis(axis, 'getReceivedEdocList', LIST, { path: '//' }))).toMatchObject({
      status: 'OK',
    })
  })

  test('takes gzip', async () => {
    const answer = await callAxis(axis, 'getReceivedEdocList', LIST, {
      headers: (signed) => ({ ...signed, 'Accept-Encoding': 'gzip,deflate' }),
    })
    expect(answer.headers['content-encoding']).toBe('gzip')
    expect(JSON.parse(gunzipSync(answer.body).toString('utf8'))).toMatchObject({ ErrorCode: '0' })
  })

  test('asks the counters with either method', async () => {
    for (const method of ['GET', 'POST']) {
      expect(jsonOf(await callAxis(axis, 'countReceiveEdoc', {}, { method }))).toMatchObject({ count: 1 })
    }
  })

  test('downloads the raw file; on failure the body is empty', async () => {
    const file = await callAxis(axis, 'downloadEdoc', { docId, filePath: '/x' }, { method: 'GET' })
    expect(new Uint8Array(file.body)).toEqual(letter)
    for (const args of [{ docId: 'khong-co' }, {}] as Record<string, string>[]) {
      const failed = await callAxis(axis, 'downloadEdoc', args, { method: 'GET' })
      expect(failed.body).toHaveLength(0)
      expect(failed.status).toBe(404)
    }
  })

  test('sends the file with and without a line end behind it, the hash stripped and proper', async () => {
    const own = await documentMessageBytes(
      aDocumentMessage({ from: anOrganisation('T90.02'), to: [anOrganisation('T90.01')] }),
    )
    const proper = createHash('sha256').update(own).digest('hex')
    const ids = []
    for (const [body, hash] of [
      [own, proper],
      [concatBytes(own, bytesOf('\r\n')), inMemory(own).hashFile],
      [concatBytes(own, bytesOf('\r\n')), proper],
    ] as const) {
      const args = { from: 'T90.02', servicetype: 'eDoc', messagetype: 'edoc', 'hash-file': hash }
      const answer = jsonOf(await callAxis(axis, 'sendEdoc', args, { body }))
      expect(answer).toMatchObject({ status: 'OK', ErrorCode: '0' })
      ids.push(answer['DocId'])
    }
    expect(new Set(ids).size).toBe(1)
    expect(axis.store.messages.at(-1)?.bytes).toEqual(Buffer.from(own))
  })

  test('reads every key, on failure too, from HTTP 200 with UTF-8 JSON', async () => {
    const empty: Record<string, unknown> = {
      sendEdoc: { DocId: '' },
      getEdoc: { data: '' },
      getReceivedEdocList: { data: [] },
      getSentEdocList: { data: [] },
      getAgenciesList: { data: [] },
      getAgenciesListQD20: { data: [] },
      getSynchronizeUnit: { data: [] },
      countReceiveStatus: { count: 0 },
      registerAgency: {},
      deleteAgency: {},
      updateStatus: {},
    }
    for (const [operation, payload] of Object.entries(empty)) {
      const answer = await callAxis(
        axis,
        operation,
        {},
        {
          headers: (signed) => ({ ...signed, 'XroadVnpt-hash-header': '0'.repeat(64) }),
        },
      )
      expect(answer.status).toBe(200)
      expect(answer.headers['content-type']).toBe('application/json;charset=UTF-8')
      expect(jsonOf(answer)).toMatchObject({ status: 'FAIL', ErrorCode: '15', ...(payload as object) })
      expect(jsonOf(answer)['ErrorDesc']).toMatch(/^[\x20-\x7e]+$/)
    }
  })

  test('learns why a value with accents cannot be verified', async () => {
    const answer = await callAxis(
      axis,
      'updateStatus',
      { docId, status: 'done' },
      {
        headers: (signed) => ({
          ...signed,
          'XroadVnpt-sign-header': `${signed['XroadVnpt-sign-header'] ?? ''}\u00bf`,
        }),
      },
    )
    expect(jsonOf(answer)).toMatchObject({
      ErrorCode: '15',
      ErrorDesc: expect.stringContaining('ASCII') as unknown,
    })
  })

  test('lists agencies in the three ways it knows', async () => {
    await axis.clientOf('T90.02').registerAgency({ code: 'T90.02.01', name: 'Phòng Một', pcode: 'T90.02' })
    const item = { code: 'T90.02.01', name: 'Phòng Một' }
    for (const operation of ['getAgenciesList', 'getAgenciesListQD20', 'getSynchronizeUnit']) {
      expect(jsonOf(await callAxis(axis, operation, {}))['data']).toMatchObject([item])
    }
  })
})
