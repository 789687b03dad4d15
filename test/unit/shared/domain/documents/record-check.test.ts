import { beforeEach, describe, expect, it } from 'vitest'
import { audienceOfDocument } from '../../../../../shared/domain/documents/document-decider.ts'
import type { OfficialDocument } from '../../../../../shared/domain/documents/document.ts'
import type { SignedStep } from '../../../../../shared/domain/documents/signature-check.ts'
import { aPdf, goodCheck } from '../../../../builders/a-document.ts'
import { LawOffice, people, signed } from '../law/cases/office.ts'

let office: LawOffice
beforeEach(() => {
  office = new LawOffice()
})
const { node, head, leader, clerk } = people
const document = (): OfficialDocument => office.world.look('document', 'd1') as OfficialDocument
const reject = (step: SignedStep, name: string) =>
  office.document(node, 'recordCheck', {
    ...goodCheck(step, aPdf(name)),
    verdict: 'bad',
    findings: ['other-certificate'],
  })
const ruleOf = (decision: ReturnType<LawOffice['document']>) =>
  decision.kind === 'refused' ? decision.refusal.rule : decision.kind

describe('what the node finds in a signed file', () => {
  it('is said by the node alone', () => {
    office.initialled()
    expect(ruleOf(office.document(clerk, 'recordCheck', goodCheck('initials', aPdf('a'))))).toBe('node-only')
  })

  it('stays with the signature when it is good, once', () => {
    office.world.checksSignatures = false
    office.initialled()
    const { changedAt, trail } = document()
    office.document(node, 'recordCheck', goodCheck('initials', aPdf('a')))
    expect(document()).toMatchObject({
      status: 'initialled',
      changedAt,
      initials: { check: { verdict: 'good', trust: 'practice' } },
    })
    expect(document().trail).toEqual(trail)
    expect(office.document(node, 'recordCheck', goodCheck('initials', aPdf('a')))).toMatchObject({
      events: [],
    })
    expect(reject('initials', 'a')).toMatchObject({ events: [] })
  })

  it('says nothing of a file that is no longer the one of its step', () => {
    office.initialled()
    expect(reject('initials', 'b')).toMatchObject({ events: [] })
    expect(reject('signature', 'a')).toMatchObject({ events: [] })
  })

  it('takes bad initials back: the document lies with whoever initialled, who initials again', () => {
    office.world.checksSignatures = false
    office.initialled()
    reject('initials', 'a')
    expect(document()).toMatchObject({
      status: 'submitted',
      initials: null,
      rejected: { step: 'initials', findings: ['other-certificate'], signedBy: { post: 'head' } },
    })
    expect(document().trail.at(-1)?.act).toBe('signatureRejected')
    expect(ruleOf(office.document(leader, 'sign', signed('b')))).toBe('signature-rejected')
    office.document(head, 'initial', signed('d'))
    expect(document()).toMatchObject({ status: 'initialled', rejected: undefined })
  })

  it('takes a bad signature back and leaves the number: signed again it goes on where it was', () => {
    office.initialled()
    office.world.checksSignatures = false
    office.document(leader, 'sign', signed('b'))
    office.book(clerk, 'assignNumber', { subject: 'd1' })
    office.document(clerk, 'takeNumber', { book: 'out' })
    const { number } = document()
    reject('signature', 'b')
    expect(document()).toMatchObject({ status: 'initialled', signature: null, number })
    expect(audienceOfDocument(document())).toContain('role:clerk')
    for (const verb of ['seal', 'issue'])
      expect(ruleOf(office.document(clerk, verb, verb === 'seal' ? signed('c') : {}))).toBe(
        'signature-rejected',
      )
    office.document(leader, 'sign', signed('e'))
    expect(document()).toMatchObject({ status: 'numbered', number, rejected: undefined })
  })

  it('takes a bad seal back', () => {
    office.numbered()
    office.world.checksSignatures = false
    office.document(clerk, 'seal', signed('c'))
    reject('seal', 'c')
    expect(document()).toMatchObject({ status: 'numbered', seal: null })
  })

  it('lets a desk go on without knowing, and the node not', () => {
    office.numbered()
    office.world.checksSignatures = false
    office.document(clerk, 'seal', signed('c'))
    expect(ruleOf(office.document(clerk, 'issue'))).toBe('signature-unchecked')
    office.world.side = 'desk'
    expect(ruleOf(office.document(clerk, 'issue'))).toBe('events')
  })

  it('lets what could not be checked go on', () => {
    office.numbered()
    office.world.checksSignatures = false
    office.document(clerk, 'seal', signed('c'))
    office.document(node, 'recordCheck', { ...goodCheck('seal', aPdf('c')), verdict: 'not-checked' })
    expect(document().seal?.check?.verdict).toBe('not-checked')
    expect(ruleOf(office.document(clerk, 'issue'))).toBe('events')
  })
})
