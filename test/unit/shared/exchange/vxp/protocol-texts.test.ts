import { describe, expect, test } from 'vitest'
import { EdxmlErrorCode } from '#shared/exchange/edxml/errors.ts'
import { failureOf, headSchema, listItem, receivedListSchema } from '#shared/exchange/vxp/answers.ts'
import { acknowledgedDocId, argument, fetchedDocId, receivers } from '#shared/exchange/vxp/arguments.ts'
import { isAcknowledged, isDeliveryWord } from '#shared/exchange/vxp/delivery-state.ts'
import {
  asciiOf,
  edxmlRefusalText,
  foreignSenderText,
  VXP_TEXTS,
  VxpErrorCode,
} from '#shared/exchange/vxp/error-codes.ts'
import { listTime, vxpTimestamp } from '#shared/exchange/vxp/times.ts'

const args = (entries: Record<string, string>) => new Map(Object.entries(entries))

describe('answers', () => {
  test('failures carry every key of the success, empty', () => {
    expect(failureOf('sendEdoc', '22', 'x')).toEqual({
      status: 'FAIL',
      ErrorCode: '22',
      ErrorDesc: 'x',
      DocId: '',
    })
    expect(failureOf('getEdoc', '10')).toMatchObject({ data: '' })
    expect(failureOf('getReceivedEdocList', '15')).toMatchObject({ data: [] })
    expect(failureOf('countReceiveEdoc', '15')).toMatchObject({ count: 0 })
    expect(Object.keys(failureOf('updateStatus', '15'))).toEqual(['status', 'ErrorCode', 'ErrorDesc'])
  })

  test('items leave out what is not known', () => {
    expect(listItem({ a: 'x', b: undefined, c: '' })).toEqual({ a: 'x', c: '' })
  })

  test('are read with numbers for texts, and with what servers leave out', () => {
    expect(headSchema.parse({ status: 'OK', ErrorCode: 0, ErrorDesc: null })).toEqual({
      status: 'OK',
      ErrorCode: '0',
      ErrorDesc: '',
    })
    const list = { status: 'OK', ErrorCode: '0', ErrorDesc: '', data: [{ docId: 7, from: null, mới: 1 }] }
    expect(receivedListSchema.parse(list).data).toMatchObject([{ docId: '7' }])
    expect(receivedListSchema.parse({ ...list, data: null }).data).toEqual([])
  })
})

describe('arguments', () => {
  test('of the receivers: list, quoted, bare, separated; each once', () => {
    expect(receivers(args({ to: '["T90.02","t90.02"," T90.03 ",""]' }))).toEqual(['T90.02', 'T90.03'])
    expect(receivers(args({ to: '"T90.02"' }))).toEqual(['T90.02'])
    expect(receivers(args({ to: 'T90.02' }))).toEqual(['T90.02'])
    expect(receivers(args({ to: 'T90.02; T90.03' }))).toEqual(['T90.02', 'T90.03'])
    expect(receivers(args({ to: '[]' }))).toEqual([])
    expect(receivers(args({}))).toEqual([])
  })

  test('docId and docid go to the operation that spells them so', () => {
    const both = args({ docId: 'fetched', docid: 'acknowledged' })
    expect(fetchedDocId(both)).toBe('fetched')
    expect(acknowledgedDocId(both)).toBe('acknowledged')
    expect(acknowledgedDocId(args({ docId: 'x' }))).toBe('x')
  })

  test('blank is absent', () => {
    expect(argument(args({ from: '  ' }), 'from')).toBeUndefined()
  })
})

describe('texts', () => {
  test('are printable ASCII, whatever the file holds', () => {
    for (const code of Object.values(VxpErrorCode)) expect(VXP_TEXTS[code]).toMatch(/^[\x20-\x7e]+$/)
    for (const code of Object.values(EdxmlErrorCode)) {
      const text = edxmlRefusalText({ code, line: 3, facts: { junk: 'Đường\u0000\u{1f600}"' } })
      expect(text).toMatch(/^[\x20-\x7e]+$/)
      expect(text).toContain('dong 3')
    }
    expect(edxmlRefusalText({ code: 'junk-before-declaration', line: 1, facts: { junk: '"4711"' } })).toBe(
      'Tep edXML khong dung quy dinh: dong 1: co ky tu thua truoc khai bao XML ("4711")',
    )
    expect(foreignSenderText('T90.09', 'T90.01')).toBe(
      'Don vi gui T90.09 khong dung voi ma da dang ky: T90.01',
    )
    expect(asciiOf('Đã gửi đến')).toBe('Da gui den')
  })

  test('of times', () => {
    expect(vxpTimestamp('2026-11-21T15:53:44.232Z')).toBe('21112026T225344+0232')
    expect(listTime('2026-03-01T18:05:09.000Z')).toBe('2026/03/02 01:05:09')
  })

  test('of states: only done is final, unknown words are taken', () => {
    expect(isAcknowledged('done')).toBe(true)
    expect(isAcknowledged('fail')).toBe(false)
    expect(isDeliveryWord('acceptance')).toBe(true)
    expect(isDeliveryWord('đã nhận')).toBe(false)
    expect(isDeliveryWord('x'.repeat(41))).toBe(false)
  })
})
