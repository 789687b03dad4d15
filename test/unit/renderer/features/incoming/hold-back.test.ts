import { describe, expect, it } from 'vitest'
import { heldBackBy } from '../../../../../renderer/features/incoming/components/hold-back.ts'
import type { IncomingLetterRow } from '../../../../../renderer/projections/incoming.ts'

const clean: IncomingLetterRow = {
  what: 'letter',
  id: 'a',
  box: 'toAccept',
  pending: false,
  status: 'arrived',
  fromName: 'Sở Tài chính tỉnh Minh Giang',
  fromCode: 'T86.04',
  number: '1892',
  symbol: 'STC-NS',
  subject: 'rà soát quỹ tiền lương',
  typeName: 'Công văn',
  urgency: 'normal',
  issuedOn: '2026-11-13',
  dueDate: null,
  verdict: 'valid',
  arrivedAt: '2026-11-16T01:00:00.000Z',
  arrivalNumber: null,
  presentedTo: null,
  lead: null,
  fileCount: 1,
  paper: null,
  corrections: [],
  amendments: [],
  transferredAt: null,
  startedAt: null,
  refusedReason: null,
}

describe('what is held back from registering many at once', () => {
  it.each([
    [{}, null],
    [{ verdict: 'invalid' }, 'verdict-invalid'],
    [{ verdict: 'unknown' }, 'verdict-needs-look'],
    [{ verdict: 'warning' }, 'verdict-needs-look'],
    [{ verdict: 'unsigned' }, 'unsigned-for-reference'],
    [{ verdict: 'unsigned', paper: 'original' }, null],
    [{ verdict: 'unsigned', status: 'accepted' }, null],
    [{ number: ' ' }, 'registration-incomplete'],
    [{ status: 'registered' }, 'wrong-state'],
  ] as const)('%j: %s', (difference, rule) => {
    expect(heldBackBy({ ...clean, ...difference }, [clean])).toBe(rule)
  })

  it('is what bears number, symbol and issuer of a letter that is here, unless that one went back', () => {
    const paper: IncomingLetterRow = {
      ...clean,
      id: 'b',
      fromCode: '',
      fromName: 'SỞ TÀI CHÍNH',
      number: '01892',
      symbol: 'stc-ns',
      issuedOn: null,
    }
    expect(heldBackBy(clean, [clean, paper])).toBe('duplicate-letter')
    expect(heldBackBy(clean, [{ ...paper, status: 'refused' }])).toBeNull()
    expect(heldBackBy(clean, [{ ...paper, fromName: 'Sở Y tế' }])).toBeNull()
    expect(heldBackBy(clean, [{ ...paper, issuedOn: '2025-11-13' }])).toBeNull()
  })
})
