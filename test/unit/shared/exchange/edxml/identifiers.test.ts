import { describe, expect, test } from 'vitest'
import {
  documentIdOf,
  isOrganId,
  matchResponse,
  parseDocumentId,
  sameOrganId,
} from '#shared/exchange/edxml/identifiers.ts'

describe('OrganId', () => {
  test.each(['000.00.31.T77', 'T77.05.12', 'T77.DN.001', 'vxp.saas.03', '01.02.G22'])('%s is one', (text) => {
    expect(isOrganId(text)).toBe(true)
  })
  test.each(['', '.', 'T77..01', 'T77/01', '../x', 'x'.repeat(36)])('%s is none', (text) => {
    expect(isOrganId(text)).toBe(false)
  })
  test('is compared without blanks and case', () => {
    expect(sameOrganId(' t77.01', 'T77.01 ')).toBe(true)
  })
})

describe('DocumentId', () => {
  test('is taken apart at the first two commas', () => {
    expect(parseDocumentId('T90.01,2026/03/02,17/A,B')).toEqual({
      organId: 'T90.01',
      issuedOn: '2026-03-02',
      code: '17/A,B',
    })
    expect(parseDocumentId(documentIdOf('T90.01', '2026-03-02', '17/A'))?.issuedOn).toBe('2026-03-02')
  })
  test('with an impossible day still gives issuer and code', () => {
    expect(parseDocumentId('T90.01,2026/02/30,17/A')).toEqual({ organId: 'T90.01', code: '17/A' })
  })
  test.each(['0d1b5f4e-aaaa-4bbb-8ccc-123456789012', '4711', 'test-doc'])('%s is opaque', (text) => {
    expect(parseDocumentId(text)).toBeUndefined()
  })
})

describe('which document a ResponseFor means', () => {
  const document = {
    documentId: 'T90.01,2026/03/02,17/A',
    issuer: 'T90.01',
    code: { number: '17', notation: 'A' },
    issuedOn: '2026-03-02',
  }
  test.each([
    [{ organId: 'x', code: 'x', documentId: document.documentId }, 'document-id'],
    [{ organId: 't90.01', code: '17/A', documentId: 'other', issuedOn: '2026-03-02' }, 'code-and-date'],
    [{ organId: 'T90.01', code: '17/A', issuedOn: '2025-03-02' }, 'code'],
    [{ organId: 'T90.01', code: '18/A' }, undefined],
    [{ organId: 'T90.02', code: '17/A' }, undefined],
    [{ organId: '', code: '', documentId: '' }, undefined],
  ])('%j matches by %s', (response, match) => {
    expect(matchResponse(response, document)).toBe(match)
  })
})
