import { describe, expect, it } from 'vitest'
import type { Dispatch } from '../../../../../shared/domain/correspondence/dispatch.ts'
import { furthest } from '../../../../../shared/domain/correspondence/dispatch.ts'
import {
  senderRequestId,
  type SenderRequest,
} from '../../../../../shared/domain/correspondence/sender-request.ts'
import { weightiest, type Amendment } from '../../../../../shared/domain/documents/amendment.ts'
import { lawfully, LawOffice, people } from '../law/cases/office.ts'

const { clerk, node, leader } = people
const asked = {
  way: 'recall',
  letter: 'l1',
  from: { code: 'X', name: 'Sở Xa' },
  to: '',
  about: { documentId: 'x', typeName: '', code: '12/SX-VP', issuedOn: null },
  notice: null,
  reason: 'nhầm',
  update: null,
}
const stateOf = (office: LawOffice) => office.world.look('sender-request', 'r1') as SenderRequest
const act = (office: LawOffice, actor: typeof clerk, verb: string, payload: object = {}) =>
  office.world.act(actor, 'sender-request', 'r1', `sender-request.${verb}`, payload)
const refusal = (office: LawOffice, actor: typeof clerk, verb: string, payload: object = {}) =>
  office.world.refusalOf(actor, 'sender-request', 'r1', `sender-request.${verb}`, payload).rule

describe('a sender’s request', () => {
  it('is received once, by the node, and answered once, by a clerk', () => {
    const office = new LawOffice()
    office.registered()
    expect(refusal(office, clerk, 'receive', asked)).toBe('node-only')
    lawfully(act(office, node, 'receive', asked))
    expect(refusal(office, node, 'receive', asked)).toBe('already-exists')
    expect(refusal(office, leader, 'agree')).toBe('clerk-only')
    expect(refusal(office, clerk, 'settle')).toBe('wrong-state')
    lawfully(act(office, clerk, 'agree'))
    expect(stateOf(office)).toMatchObject({
      answer: { agreed: true, by: { post: 'clerk' } },
      line: { code: '12/SX-VP', issuer: 'Sở Xa', typeName: 'Công văn' },
    })
    for (const verb of ['agree', 'settle']) expect(refusal(office, clerk, verb)).toBe('wrong-state')
  })

  it('keeps no line of a letter that was never registered', () => {
    const office = new LawOffice()
    office.arrived()
    lawfully(act(office, node, 'receive', asked))
    lawfully(act(office, clerk, 'agree'))
    expect(stateOf(office).line).toBeNull()
  })

  it('may be put aside only while nothing here is meant', () => {
    const office = new LawOffice()
    lawfully(act(office, node, 'receive', asked))
    lawfully(act(office, clerk, 'settle'))
    expect(stateOf(office).settledAt).toBe(office.world.at)
  })

  it('is the same for one notice and letter, and another for another way', () => {
    expect(senderRequestId('l1', 'recall', ' a ')).toBe(senderRequestId('l1', 'recall', 'a'))
    expect(senderRequestId('l1', 'recall', 'a')).not.toBe(senderRequestId('l1', 'replacement', 'a'))
  })
})

it('an answer closes a request, and only a further request opens it again', () => {
  const reached = (steps: readonly Dispatch['recipients'][number]['state'][]) => steps.reduce(furthest)
  expect(reached(['06', '13', '04'])).toBe('13')
  expect(reached(['06', '13', '16', '05'])).toBe('16')
  expect(reached(['06', '13', '16', '13'])).toBe('13')
})

it('a recall outweighs a replacement, and that a correction, whichever came last', () => {
  const one = (way: Amendment['way'], by: string): Amendment => ({
    way,
    by,
    typeName: '',
    code: '',
    issuedOn: null,
  })
  expect(weightiest([])).toBeUndefined()
  expect(weightiest([one('recall', 'a'), one('correction', 'b')])?.by).toBe('a')
  expect(weightiest([one('correction', 'a'), one('correction', 'b')])?.by).toBe('b')
})
