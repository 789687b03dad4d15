import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReceivedHeader } from '#shared/exchange/vxp/headers.ts'
import { claimedSystemId, signatureOf, signRequest, verifyRequest } from '#shared/exchange/vxp/signature.ts'
import { bytesOf } from '../../../../builders/edxml-message.ts'

const SECRET = 'khoa-bi-mat-1'

/** As Node hands them over: one character per byte. */
function received(headers: Record<string, string>): ReceivedHeader[] {
  return Object.entries(headers).map(([name, value]) => ({
    name,
    value: Buffer.from(value, 'utf8').toString('latin1'),
  }))
}

function signed(args: Record<string, string> = {}): Record<string, string> {
  const request = {
    systemId: 'T90.01',
    timestamp: '02032026T083000+0123',
    contentType: 'application/json',
    args,
  }
  return signRequest(request, SECRET)
}

describe('signature of a request', () => {
  test('is the one that the official client makes', () => {
    const text =
      '{"XroadVnpt-systemid":"T77.01","XroadVnpt-timestamp":"21112026T225344+0232","XroadVnpt-Content-Type":"application/json"}'
    const headers = signRequest(
      { systemId: 'T77.01', timestamp: '21112026T225344+0232', contentType: 'application/json', args: {} },
      SECRET,
    )
    expect(headers['XroadVnpt-sign-header']).toBe(text)
    expect(headers['XroadVnpt-sign-header-key']).toBe('systemid;timestamp;Content-Type')
    expect(headers['XroadVnpt-hash-header']).toBe(
      'c4f4c1d943c9af9a76a6d83d57b17b759d8be24e42ce70bd42a7002c1a506871',
    )
    expect(signatureOf(SECRET, bytesOf(text))).toBe(headers['XroadVnpt-hash-header'])
  })

  test('of any ASCII arguments verifies, header names in any case', () => {
    const value = fc.string({ unit: 'grapheme-ascii', maxLength: 30 }).map((text) => text.trim())
    const name = fc.string({ unit: fc.constantFrom('a', 'b', 'D', 'I', '-'), minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.dictionary(name, value, { noNullPrototype: true }), (args) => {
        const headers = received(signed(args)).map((header) => ({
          ...header,
          name: header.name.toUpperCase(),
        }))
        const result = verifyRequest(headers, SECRET)
        expect(claimedSystemId(headers)).toBe('T90.01')
        expect(result.ok && Object.fromEntries(result.value)).toMatchObject(args)
      }),
    )
  })

  test('takes UTF-8 as the SDK sends it, and upper-case hex', () => {
    const text = '{"XroadVnpt-systemid":"T90.01","XroadVnpt-description":"Đã nhận"}'
    const headers = received({
      'XroadVnpt-systemid': 'T90.01',
      'XroadVnpt-description': 'Đã nhận',
      'XroadVnpt-sign-header-key': 'systemid;description',
      'XroadVnpt-sign-header': text,
      'XroadVnpt-hash-header': signatureOf(SECRET, bytesOf(text)).toUpperCase(),
    })
    const result = verifyRequest(headers, SECRET)
    expect(result.ok && result.value.get('description')).toBe('Đã nhận')
  })

  test('keeps two arguments apart whose names differ in case', () => {
    const headers = received(signed({ docId: 'cũ'.length.toString(), docid: 'moi' }))
    const result = verifyRequest(headers, SECRET)
    expect(result.ok && [result.value.get('docId'), result.value.get('docid')]).toEqual(['2', 'moi'])
  })

  test('arguments that are not signed do not count', () => {
    const result = verifyRequest(received({ ...signed(), 'XroadVnpt-status': 'done' }), SECRET)
    expect(result.ok && result.value.has('status')).toBe(false)
  })

  test.each([
    ['missing', { 'XroadVnpt-hash-header': undefined }],
    ['missing', { 'XroadVnpt-sign-header': undefined }],
    ['wrong', { 'XroadVnpt-hash-header': '0'.repeat(64) }],
    ['wrong', { 'XroadVnpt-hash-header': 'x' }],
    ['wrong', { 'XroadVnpt-sign-header': '{}' }],
    ['not-ascii', { 'XroadVnpt-sign-header': '{"XroadVnpt-description":"¿"}' }],
    ['not-covered', { 'XroadVnpt-sign-header-key': 'systemid;from' }],
    ['not-covered', { 'XroadVnpt-status': 'fail' }],
    ['other-system', { 'XroadVnpt-systemid': 'T90.02', 'XroadVnpt-sign-header-key': 'status' }],
  ])('%s: %j', (problem, changes: Record<string, string | undefined>) => {
    const headers = { ...signed({ status: 'done' }), ...changes }
    const present = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined))
    expect(verifyRequest(received(present as Record<string, string>), SECRET)).toEqual({
      ok: false,
      error: problem,
    })
  })

  test.each(['[]', '{"a":1}', 'x', '{"XroadVnpt-systemid":{}}'])('a signed text %s is malformed', (text) => {
    const headers = received({
      'XroadVnpt-systemid': 'T90.01',
      'XroadVnpt-sign-header': text,
      'XroadVnpt-hash-header': signatureOf(SECRET, bytesOf(text)),
    })
    expect(verifyRequest(headers, SECRET)).toEqual({ ok: false, error: 'malformed' })
  })

  test('is not made over what the official client could not send', () => {
    expect(() => signed({ description: 'Đã nhận' })).toThrow(RangeError)
    expect(() => signed({ description: 'a\r\nb' })).toThrow(RangeError)
  })
})
