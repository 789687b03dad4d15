import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../../../../shared/domain/decision.ts'
import { audienceOfDocument } from '../../../../../shared/domain/documents/document-decider.ts'
import type { OfficialDocument, Route } from '../../../../../shared/domain/documents/document.ts'
import { isWithChecker, postsOfRoute } from '../../../../../shared/domain/documents/form-checker.ts'
import { factOfDocument } from '../../../../../shared/domain/boards/fact-of.ts'
import { aPdf, documentFieldsOf, textUpdate } from '../../../../builders/a-document.ts'
import { anActor, DeskWorld } from '../../../../builders/desk-world.ts'

const node = anActor('node', 'node')
const drafter = anActor('drafter', 'drafter')
const head = anActor('head', 'unit-head')
const leader = anActor('leader', 'leader')
const checker = anActor('checker', 'form-checker')
const other = anActor('other', 'form-checker')
const clerk = anActor('clerk', 'clerk')
const signed = (name: string) => ({ pdf: aPdf(name), level: 'B-B' })
const page = (name: string) => ({ pdf: aPdf(name).sha256 })
const addressees = ['Sở Tài chính', 'Sở Xây dựng']

describe('the check of form before the signature', () => {
  let world: DeskWorld
  const document = () => world.look('document', 'd1') as OfficialDocument
  const act = (actor: Actor, verb: string, payload: unknown = {}) =>
    world.must(actor, 'document', 'd1', `document.${verb}`, payload)
  const refusal = (actor: Actor, verb: string, payload: unknown = {}) =>
    world.refusalOf(actor, 'document', 'd1', `document.${verb}`, payload).rule
  const route: Route = { reviewer: 'head', checker: 'checker', signer: 'leader' }

  beforeEach(() => {
    world = new DeskWorld()
    for (const { post, name, person, roles } of [drafter, head, leader, checker, other, clerk])
      world.must(node, 'post', post, 'post.appoint', {
        ...{ person, name, title: '', unit: 'unit-1', roles, certificate: null },
      })
    act(drafter, 'create', { kind: 'cong-van', fields: documentFieldsOf({ addressees }) })
    act(drafter, 'editText', { update: textUpdate('Nội dung') })
    act(drafter, 'setRecipients', { recipients: [{ code: 'H77.02', name: 'Sở Tài chính' }] })
    act(drafter, 'setRoute', { route })
    act(drafter, 'submit', { note: '' })
  })
  const left = [{ rule: 'addressee-not-sent', word: '  Gửi bản giấy  ' }]
  const initial = (name = 'a') => act(head, 'initial', signed(name))
  const pass = (name = 'a') => act(checker, 'checkForm', { ...page(name), left })

  it('lies between initials and signature, and leaves its word in the trail', () => {
    initial()
    expect(isWithChecker(document(), 'checker')).toBe(true)
    expect(isWithChecker(document(), 'leader')).toBe(false)
    expect(factOfDocument(document()).holder).toBe('checker')
    pass()
    expect(document().formPass).toEqual({
      left: [{ rule: 'addressee-not-sent', word: 'Gửi bản giấy' }],
      at: world.at,
      by: { person: checker.person, post: 'checker' },
    })
    expect(document().trail.at(-1)).toMatchObject({ act: 'formChecked', note: 'Gửi bản giấy' })
    expect(isWithChecker(document(), 'checker')).toBe(false)
    expect(factOfDocument(document()).holder).toBe('leader')
    act(leader, 'sign', signed('b'))
    expect(document().formPass?.by.post).toBe('checker')
    expect(refusal(checker, 'checkForm', { ...page('a'), left })).toBe('signed-is-final')
  })

  it('is seen by the checker from the initials on, not before', () => {
    expect(audienceOfDocument(document())).not.toContain('post:checker')
    initial()
    expect(audienceOfDocument(document())).toContain('post:checker')
    act(checker, 'return', { reason: 'Sai cỡ chữ' })
    expect(audienceOfDocument(document())).not.toContain('post:checker')
  })

  it('is of the page that was looked at, once', () => {
    expect(refusal(checker, 'checkForm', { ...page('a'), left })).toBe('initials-missing')
    initial()
    expect(refusal(checker, 'checkForm', { ...page('b'), left })).toBe('not-seen')
    pass()
    expect(refusal(checker, 'checkForm', { ...page('a'), left })).toBe('wrong-state')
  })

  it('is void with the initials, whoever takes them away', () => {
    initial()
    pass()
    act(head, 'editFields', { patch: { place: 'Minh Giang' } })
    expect(document().formPass).toBeUndefined()
    initial('b')
    expect(refusal(leader, 'sign', signed('c'))).toBe('form-check-missing')
    pass('b')
    act(leader, 'return', { reason: 'Bổ sung số liệu' })
    expect(document().formPass).toBeUndefined()
  })

  it('does not stand when the node does not accept the initials', () => {
    world.checksSignatures = false
    initial()
    pass()
    act(node, 'recordCheck', {
      ...{
        step: 'initials',
        pdf: aPdf('a').sha256,
        verdict: 'bad',
        findings: ['changed'],
        trust: 'practice',
      },
    })
    expect(document().formPass).toBeUndefined()
    expect(refusal(checker, 'checkForm', { ...page('a'), left })).toBe('signature-rejected')
  })

  it('may end in a return, by the checker until it is passed, by the signer always', () => {
    initial()
    expect(refusal(other, 'return', { reason: 'Sai' })).toBe('not-your-task')
    act(checker, 'return', { reason: 'Thiếu Nơi nhận' })
    expect(document().returned).toMatchObject({ reason: 'Thiếu Nơi nhận', by: { post: 'checker' } })
    act(drafter, 'submit', { note: '' })
    initial()
    pass()
    expect(refusal(checker, 'return', { reason: 'Sai' })).toBe('not-your-task')
    act(leader, 'return', { reason: 'Sai' })
  })

  it('is not asked of one who was not given it any more', () => {
    initial()
    world.must(node, 'post', 'checker', 'post.appoint', {
      ...{ person: 'p', name: 'P', title: '', unit: 'unit-1', roles: ['drafter'], certificate: null },
    })
    expect(refusal(checker, 'checkForm', { ...page('a'), left })).toBe('form-checker-not-assigned')
  })

  it('refuses a secrecy mark in a word', () => {
    initial()
    const secret = [{ rule: 'addressee-not-sent', word: 'TỐI MẬT' }]
    expect(refusal(checker, 'checkForm', { ...page('a'), left: secret })).toBe('secret-refused')
  })

  it('goes over to another checker with the post, and to nobody else', () => {
    initial()
    const handOver = (to: string) =>
      world.act(node, 'document', 'd1', 'document.handOver', { from: 'checker', to })
    expect(handOver('clerk')).toMatchObject({ refusal: { rule: 'form-checker-not-assigned' } })
    expect(handOver('drafter')).toMatchObject({ refusal: { rule: 'drafter-cannot-check-form' } })
    act(node, 'handOver', { from: 'checker', to: 'other' })
    expect(document().route).toEqual({ reviewer: 'head', checker: 'other', signer: 'leader' })
    act(other, 'checkForm', { ...page('a'), left })
  })

  it('is not asked for where the route names no checker', () => {
    act(head, 'setRoute', { route: { reviewer: 'head', signer: 'leader' } })
    initial()
    expect(postsOfRoute(document().route!)).toEqual(['head', 'leader'])
    expect(refusal(checker, 'checkForm', { ...page('a'), left })).toBe('form-check-by-checker')
    act(leader, 'sign', signed('b'))
  })
})
