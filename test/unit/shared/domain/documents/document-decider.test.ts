import { beforeEach, describe, expect, it } from 'vitest'
import { audienceOfDocument } from '../../../../../shared/domain/documents/document-decider.ts'
import {
  documentStatuses,
  isFinal,
  isWithDrafter,
  statusAfter,
} from '../../../../../shared/domain/documents/document-status.ts'
import type { OfficialDocument } from '../../../../../shared/domain/documents/document.ts'
import { aPdf, documentFieldsOf, textUpdate } from '../../../../builders/a-document.ts'
import { anActor, DeskWorld } from '../../../../builders/desk-world.ts'

const drafter = anActor('drafter', 'drafter')
const head = anActor('head', 'unit-head')
const leader = anActor('leader', 'leader')
const clerk = anActor('clerk', 'clerk')
const node = anActor('node', 'node')
const signed = (name: string) => ({ pdf: aPdf(name), level: 'B-B' })

describe('an outgoing document', () => {
  let world: DeskWorld
  const document = () => world.look('document', 'd1') as OfficialDocument
  const act = (actor: typeof drafter, verb: string, payload: unknown = {}) =>
    world.must(actor, 'document', 'd1', `document.${verb}`, payload)
  const refusal = (actor: typeof drafter, verb: string, payload: unknown = {}) =>
    world.refusalOf(actor, 'document', 'd1', `document.${verb}`, payload).rule

  beforeEach(() => {
    world = new DeskWorld()
    for (const actor of [drafter, head, leader, clerk]) {
      world.must(node, 'post', actor.post, 'post.appoint', {
        person: actor.person,
        name: actor.name,
        title: '',
        unit: 'unit-1',
        roles: actor.roles,
        certificate: null,
      })
    }
    world.must(clerk, 'book', 'out-2026', 'book.open', {
      name: 'Sổ đi',
      year: 2026,
      direction: 'outgoing',
      startAfter: 1286,
    })
    act(drafter, 'create', { kind: 'cong-van', fields: documentFieldsOf() })
  })

  const prepare = () => {
    act(drafter, 'editText', { update: textUpdate('Nội dung') })
    act(drafter, 'setRecipients', { recipients: [{ code: 'H77.02', name: 'Sở Tài chính' }] })
    act(drafter, 'setRoute', { route: { reviewer: 'head', signer: 'leader' } })
  }

  it('goes from draft to issued, each act by the one the law names', () => {
    prepare()
    act(drafter, 'submit', { note: '' })
    act(head, 'initial', signed('a'))
    act(leader, 'sign', signed('b'))
    world.must(clerk, 'book', 'out-2026', 'book.assignNumber', { subject: 'd1' })
    act(clerk, 'takeNumber', { book: 'out-2026' })
    act(clerk, 'seal', signed('c'))
    act(clerk, 'issue')
    expect(document()).toMatchObject({ status: 'issued', number: { number: 1287, date: '2026-11-16' } })
    expect(document().trail.map((step) => step.act)).toEqual([
      'created',
      'submitted',
      'initialled',
      'signed',
      'numberTaken',
      'sealed',
      'issued',
    ])
  })

  it('cannot be submitted before every part is there', () => {
    expect(refusal(drafter, 'submit', { note: '' })).toBe('body-missing')
    prepare()
    act(drafter, 'editFields', { patch: { receivers: ['Như trên'] } })
    expect(refusal(drafter, 'submit', { note: '' })).toBe('archive-line-missing')
  })

  it('is initialled, signed and sealed in that order only (Art 11, 13, 32.2d)', () => {
    prepare()
    act(drafter, 'submit', { note: '' })
    expect(refusal(leader, 'sign', signed('b'))).toBe('initials-missing')
    expect(refusal(clerk, 'seal', signed('c'))).toBe('seal-after-signature')
    expect(refusal(drafter, 'initial', signed('a'))).toBe('not-your-task')
    act(head, 'initial', signed('a'))
    expect(refusal(head, 'sign', signed('b'))).toBe('signature-by-signer-only')
    act(leader, 'sign', signed('b'))
    expect(refusal(clerk, 'seal', signed('c'))).toBe('number-missing')
    expect(refusal(clerk, 'issue')).toBe('seal-before-issue')
  })

  it('loses its initials when anything changes after them, and nothing may change after the signature (Art 11.2)', () => {
    prepare()
    act(drafter, 'submit', { note: '' })
    act(head, 'initial', signed('a'))
    act(head, 'editFields', { patch: { subject: 'khác' } })
    expect(document()).toMatchObject({ status: 'submitted', version: 2, initials: null })
    act(head, 'initial', signed('a'))
    act(leader, 'sign', signed('b'))
    for (const actor of [drafter, head, leader])
      expect(refusal(actor, 'editFields', { patch: { subject: 'nữa' } })).toBe('signed-is-final')
  })

  it('comes back with a reason, never without', () => {
    prepare()
    act(drafter, 'submit', { note: '' })
    expect(refusal(head, 'return', { reason: ' ' })).toBe('reason-missing')
    act(head, 'return', { reason: 'Thiếu số liệu' })
    expect(document()).toMatchObject({ status: 'returned', returned: { reason: 'Thiếu số liệu' } })
    act(drafter, 'submit', { note: '' })
    expect(document().status).toBe('submitted')
  })

  it('comes back with marks on the page that was initialled, and keeps that page for whoever puts it right', () => {
    const marks = [{ page: 1, x: 0.1, y: 0.2, width: 0.5, height: 0.1, words: 'Bổ sung căn cứ' }]
    prepare()
    act(drafter, 'submit', { note: '' })
    expect(refusal(head, 'return', { reason: 'Bổ sung căn cứ', marks })).toBe('initials-missing')
    act(head, 'initial', signed('a'))
    const secret = [{ ...marks[0], words: 'MẬT' }]
    expect(refusal(leader, 'return', { reason: 'Bổ sung căn cứ', marks: secret })).toBe('secret-refused')
    act(leader, 'return', { reason: 'Bổ sung căn cứ', marks })
    expect(document()).toMatchObject({
      status: 'returned',
      initials: null,
      returned: { reason: 'Bổ sung căn cứ', marked: { pdf: aPdf('a'), marks } },
    })
    act(drafter, 'submit', { note: '' })
    expect(document().returned).toBeNull()
  })

  it('takes its number once, whoever asks again', () => {
    prepare()
    act(drafter, 'submit', { note: '' })
    act(head, 'initial', signed('a'))
    act(leader, 'sign', signed('b'))
    world.must(clerk, 'book', 'out-2026', 'book.assignNumber', { subject: 'd1' })
    act(clerk, 'takeNumber', { book: 'out-2026' })
    const before = document()
    act(clerk, 'takeNumber', { book: 'out-2026' })
    expect(document()).toEqual(before)
    expect(refusal(drafter, 'takeNumber', { book: 'out-2026' })).toBe('number-by-clerk')
  })

  it('keeps both texts when two people wrote offline', () => {
    act(drafter, 'editText', { update: textUpdate('Một') })
    const before = document().text
    act(drafter, 'editText', { update: textUpdate('Hai') })
    expect(document().text).not.toBe(before)
  })

  it('is seen by those who have something to do with it, and by nobody else', () => {
    prepare()
    expect(audienceOfDocument(document())).toEqual(['post:drafter'])
    act(drafter, 'submit', { note: '' })
    expect(audienceOfDocument(document())).toEqual(['post:drafter', 'post:head'])
    act(head, 'initial', signed('a'))
    expect(audienceOfDocument(document())).toContain('post:leader')
    act(leader, 'sign', signed('b'))
    expect(audienceOfDocument(document())).toContain('role:clerk')
  })
})

describe('document status', () => {
  it('decides every pair of status and move', () => {
    const moves = [
      'submitted',
      'returned',
      'initialled',
      'initialsVoided',
      'signed',
      'numberTaken',
      'sealed',
      'issued',
    ] as const
    const table = documentStatuses.map((status) =>
      moves.map((move) => statusAfter(status, move) ?? '-').join(' '),
    )
    expect(table).toEqual([
      'submitted - - - - - - -',
      '- returned initialled - - - - -',
      'submitted - - - - - - -',
      '- returned - submitted signed - - -',
      '- - - - - numbered - -',
      '- - - - - - sealed -',
      '- - - - - - - issued',
      '- - - - - - - -',
    ])
  })

  it('knows which statuses are final and which lie with the drafter', () => {
    expect(documentStatuses.filter(isFinal)).toEqual(['signed', 'numbered', 'sealed', 'issued'])
    expect(documentStatuses.filter(isWithDrafter)).toEqual(['draft', 'returned'])
  })
})
