import { describe, expect, it } from 'vitest'
import { endingOf } from '../../../../../renderer/features/my-work/components/finish-together.ts'
import type { WorkRow } from '../../../../../renderer/projections/work.ts'
import type { Letter } from '../../../../../shared/domain/correspondence/letter.ts'
import { anIncomingLetter } from '../../../../builders/an-incoming-letter.ts'

const row: WorkRow = {
  id: 'task/t1',
  pending: false,
  post: 'drafter',
  reason: 'task',
  about: { kind: 'task', id: 't1' },
  letter: 'l1',
  part: 'lead',
  subject: 'rà soát quỹ tiền lương',
  from: 'head',
  note: '',
  urgency: 'normal',
  deadline: null,
  since: '2026-11-16T01:00:00.000Z',
  isStopped: false,
  isChased: false,
  isFromSuperior: false,
  insteadOf: null,
}
const letter = (dueDate: string | null, replies: Letter['replies'] = []) => ({
  content: anIncomingLetter('l1', { dueDate }).payload.content,
  replies,
})
const reply = { document: 'd1', code: '01/SNV-TCBC', at: '2026-11-20T01:00:00.000Z' }

describe('what finishing together does to one', () => {
  it('work about a letter that asks for nothing is finished', () => {
    expect(endingOf(row, letter(null))).toEqual({ does: 'finish', evidence: null })
    expect(endingOf(row, undefined)).toEqual({ does: 'finish', evidence: null })
  })

  it('who leads on a letter that is owed an answer keeps the work; who helps does not', () => {
    expect(endingOf(row, letter('2026-11-25'))).toEqual({ does: 'stay', why: 'needsReply' })
    expect(endingOf({ ...row, part: 'cooperating' }, letter('2026-11-25'))).toMatchObject({ does: 'finish' })
  })

  it('an answer that was issued is what shows that the work is done', () => {
    expect(endingOf(row, letter('2026-11-25', [reply]))).toEqual({
      does: 'finish',
      evidence: { document: 'd1', code: '01/SNV-TCBC' },
    })
  })

  it('what the superior body asked needs its document, what is only told is read, all else is opened', () => {
    expect(endingOf({ ...row, isFromSuperior: true }, letter(null, [reply]))).toEqual({
      does: 'stay',
      why: 'needsEvidence',
    })
    expect(endingOf({ ...row, reason: 'inform', part: 'inform' }, letter('2026-11-25'))).toEqual({
      does: 'read',
    })
    expect(endingOf({ ...row, reason: 'sign', part: null }, undefined)).toEqual({
      does: 'stay',
      why: 'notTask',
    })
  })
})
