import { beforeEach, describe, expect, it } from 'vitest'
import { deciders } from '../../../../../shared/domain/deciders.ts'
import {
  verdictOf,
  type Letter,
  type VerdictWord,
} from '../../../../../shared/domain/correspondence/letter.ts'
import {
  letterStatusAfter,
  letterStatuses,
} from '../../../../../shared/domain/correspondence/letter-status.ts'
import { periodUpTo, type Book } from '../../../../../shared/domain/registers/book.ts'
import type { Task } from '../../../../../shared/domain/work/task.ts'
import { aPdf } from '../../../../builders/a-document.ts'
import { anActor, DeskWorld } from '../../../../builders/desk-world.ts'

const node = anActor('node', 'node')
const clerk = anActor('clerk', 'clerk')
const leader = anActor('leader', 'leader')
const specialist = anActor('specialist', 'drafter')

const content = {
  from: { code: 'H77.01', name: 'Sở Tài chính' },
  to: 'H77.02',
  documentId: 'H77.01,2026/11/13,12/STC-NS',
  number: '12',
  symbol: 'STC-NS',
  issuedOn: '2026-11-13',
  typeName: 'Công văn',
  subject: 'đề nghị cung cấp số liệu',
  summary: '',
  signer: { authority: '', title: '', name: '' },
  dueDate: null,
  urgency: 'normal',
  pages: 1,
  receivers: [],
  answers: [],
  deviations: [],
}
const fileWith = (verdict: VerdictWord | null) => ({
  name: '12.pdf',
  declaredType: 'application/pdf',
  file: aPdf('a'),
  verdict: verdict && { verdict, checkedAt: '2026-11-16T01:00:00.000Z', trust: 'practice', report: {} },
})
const directive = { text: 'Giao Phòng tham mưu', lead: 'specialist', cooperating: [], deadline: '2026-11-20' }

describe('an incoming letter', () => {
  let world: DeskWorld
  const letter = () => world.look('letter', 'l1') as Letter
  const act = (actor: typeof node, verb: string, payload: unknown = {}) =>
    world.must(actor, 'letter', 'l1', `letter.${verb}`, payload)
  const refusal = (actor: typeof node, verb: string, payload: unknown = {}) =>
    world.refusalOf(actor, 'letter', 'l1', `letter.${verb}`, payload).rule

  beforeEach(() => {
    world = new DeskWorld()
    for (const actor of [clerk, leader, specialist]) {
      world.must(node, 'post', actor.post, 'post.appoint', {
        person: actor.person,
        name: actor.name,
        title: '',
        unit: 'unit-1',
        roles: actor.roles,
        certificate: null,
      })
    }
    world.must(clerk, 'book', 'in', 'book.open', {
      name: 'Sổ đến',
      year: 2026,
      direction: 'incoming',
      startAfter: 4811,
    })
  })

  it('goes from arrival to finished, each act by the one the law names', () => {
    act(node, 'receive', { content, files: [fileWith('valid')] })
    act(clerk, 'accept', { verdictSeen: 'valid' })
    world.must(clerk, 'book', 'in', 'book.assignNumber', { subject: 'l1' })
    act(clerk, 'takeNumber', { book: 'in' })
    act(clerk, 'present', { to: 'leader' })
    act(leader, 'direct', { directive })
    act(node, 'start')
    act(node, 'finish', { result: 'Đã trả lời' })
    expect(letter()).toMatchObject({ status: 'finished', number: { number: 4812 }, result: 'Đã trả lời' })
  })

  it('is not accepted before its signatures were judged, nor when they are invalid (Art 21.2)', () => {
    act(node, 'receive', { content, files: [fileWith('valid'), fileWith('invalid')] })
    expect(refusal(clerk, 'accept', { verdictSeen: 'valid' })).toBe('verdict-invalid')
    act(clerk, 'refuse', { reason: 'Chữ ký không hợp lệ' })
    expect(letter()).toMatchObject({ status: 'refused', refused: { reason: 'Chữ ký không hợp lệ' } })
  })

  it('is accepted only with the verdict that stands', () => {
    act(node, 'receive', { content, files: [fileWith('unknown')] })
    expect(refusal(clerk, 'accept', { verdictSeen: 'valid' })).toBe('verdict-first')
    expect(refusal(leader, 'accept', { verdictSeen: 'unknown' })).toBe('clerk-only')
    act(clerk, 'accept', { verdictSeen: 'unknown' })
  })

  it('is registered before it is presented, presented before it is directed (Art 4.2c, 23)', () => {
    act(node, 'receive', { content, files: [] })
    act(clerk, 'accept', { verdictSeen: 'unsigned' })
    expect(refusal(clerk, 'present', { to: 'leader' })).toBe('register-before-present')
    expect(refusal(leader, 'direct', { directive })).toBe('unregistered-not-handled')
    world.must(clerk, 'book', 'in', 'book.assignNumber', { subject: 'l1' })
    act(clerk, 'takeNumber', { book: 'in' })
    act(clerk, 'present', { to: 'leader' })
    expect(refusal(leader, 'direct', { directive: { ...directive, deadline: '2026-11-15' } })).toBe(
      'deadline-in-past',
    )
    expect(refusal(leader, 'direct', { directive: { ...directive, lead: 'nobody' } })).toBe('lead-missing')
  })

  it('takes its number once, whoever asks again', () => {
    act(node, 'receive', { content, files: [] })
    act(clerk, 'accept', { verdictSeen: 'unsigned' })
    world.must(clerk, 'book', 'in', 'book.assignNumber', { subject: 'l1' })
    act(clerk, 'takeNumber', { book: 'in' })
    const before = letter()
    act(clerk, 'takeNumber', { book: 'in' })
    expect(letter()).toEqual(before)
  })

  it('goes to the leader in the act that gives it its number, since the desk may not know the number yet', () => {
    act(node, 'receive', { content, files: [] })
    act(clerk, 'accept', { verdictSeen: 'unsigned' })
    expect(refusal(clerk, 'takeNumber', { book: 'in', presentTo: 'nobody' })).toBe('post-unknown')
    world.must(clerk, 'book', 'in', 'book.assignNumber', { subject: 'l1' })
    act(clerk, 'takeNumber', { book: 'in', presentTo: 'leader' })
    expect(letter()).toMatchObject({ status: 'presented', presentedTo: 'leader', number: { number: 4812 } })
    const before = letter()
    act(clerk, 'takeNumber', { book: 'in', presentTo: 'leader' })
    expect(letter()).toEqual(before)
  })

  it('comes on paper too: brought in by the clerk, one series with the electronic ones (Art 22.2)', () => {
    expect(refusal(leader, 'bringIn', { content, files: [fileWith(null)] })).toBe('clerk-only')
    const secret = { ...content, subject: 'TỐI MẬT' }
    expect(refusal(clerk, 'bringIn', { content: secret, files: [fileWith(null)] })).toBe('secret-refused')
    act(clerk, 'bringIn', { content, files: [fileWith(null)] })
    act(clerk, 'accept', { verdictSeen: 'unsigned' })
    world.must(clerk, 'book', 'in', 'book.assignNumber', { subject: 'l1' })
    act(clerk, 'takeNumber', { book: 'in' })
    expect(letter()).toMatchObject({ paper: 'original', status: 'registered', number: { number: 4812 } })
    expect(refusal(clerk, 'linkPaper', { file: fileWith(null) })).toBe('paper-already')
  })

  it('takes no verdict from a desk: what a signature is worth is found by the node alone', () => {
    const { parse } = deciders.letter
    for (const judged of [fileWith('valid'), fileWith('unsigned')]) {
      expect(() => void parse('letter.bringIn', { content, files: [judged] })).toThrow()
      expect(() => void parse('letter.linkPaper', { file: judged })).toThrow()
    }
    parse('letter.bringIn', { content, files: [fileWith(null)] })
    parse('letter.linkPaper', { file: fileWith(null) })
  })

  it('keeps the paper that came after it, without another number', () => {
    act(node, 'receive', { content, files: [fileWith('valid')] })
    const scan = { ...fileWith(null), file: aPdf('b') }
    act(clerk, 'linkPaper', { file: scan })
    act(clerk, 'linkPaper', { file: scan })
    expect(letter()).toMatchObject({ status: 'arrived', paper: 'copy', files: [{}, { file: scan.file }] })
  })

  it('is corrected by a record beside what stood there, never after its book was closed', () => {
    act(node, 'receive', { content, files: [] })
    const fix = { column: 'subject', value: 'đề nghị gửi số liệu', reason: 'Ghi nhầm trích yếu' }
    expect(refusal(clerk, 'correct', fix)).toBe('register-before-correct')
    act(clerk, 'accept', { verdictSeen: 'unsigned' })
    world.must(clerk, 'book', 'in', 'book.assignNumber', { subject: 'l1' })
    act(clerk, 'takeNumber', { book: 'in' })
    expect(refusal(clerk, 'correct', { ...fix, reason: ' ' })).toBe('reason-missing')
    expect(refusal(clerk, 'correct', { ...fix, column: 'issuedOn', value: 'hôm qua' })).toBe(
      'date-unreadable',
    )
    act(clerk, 'correct', fix)
    expect(letter().content.subject).toBe('đề nghị gửi số liệu')
    expect(letter().corrections).toMatchObject([
      {
        column: 'subject',
        before: 'đề nghị cung cấp số liệu',
        value: 'đề nghị gửi số liệu',
        by: { post: 'clerk' },
      },
    ])
    world.at = '2026-11-17T01:00:00.000Z'
    world.must(clerk, 'book', 'in', 'book.close', {
      until: '2026-11-16',
      series: periodUpTo(world.look('book', 'in') as Book, '2026-11-16').series,
      print: aPdf('c'),
    })
    expect(refusal(clerk, 'correct', { ...fix, value: 'khác' })).toBe('book-closed')
  })

  it('is seen by the clerks, then by whom it is presented to, then by whom the directive names', () => {
    const audience = () => deciders.letter.audienceOf(letter())
    act(node, 'receive', { content, files: [] })
    expect(audience()).toEqual(['role:clerk'])
    act(clerk, 'accept', { verdictSeen: 'unsigned' })
    world.must(clerk, 'book', 'in', 'book.assignNumber', { subject: 'l1' })
    act(clerk, 'takeNumber', { book: 'in' })
    act(clerk, 'present', { to: 'leader' })
    expect(audience()).toEqual(['post:leader', 'role:clerk'])
    act(leader, 'direct', { directive })
    expect(audience()).toEqual(['post:leader', 'post:specialist', 'role:clerk'])
  })

  it('becomes a task that only its assignee starts and finishes', () => {
    const assignment = {
      letter: 'l1',
      subject: 'đề nghị cung cấp số liệu',
      assignee: 'specialist',
      role: 'lead',
      givenBy: 'leader',
      text: 'Tham mưu',
      deadline: null,
    }
    world.must(node, 'task', 't1', 'task.assign', assignment)
    expect(world.refusalOf(leader, 'task', 't1', 'task.finish', { result: '' }).rule).toBe('not-your-task')
    world.must(specialist, 'task', 't1', 'task.finish', { result: 'Xong' })
    expect(world.look('task', 't1') as Task).toMatchObject({
      status: 'finished',
      result: 'Xong',
      startedAt: world.at,
    })
  })
})

describe('verdict of a letter', () => {
  it('is the worst of its signed files', () => {
    expect(verdictOf({ files: [] })).toBe('unsigned')
    expect(verdictOf({ files: [fileWith('unsigned')] })).toBe('unsigned')
    expect(verdictOf({ files: [fileWith('valid'), fileWith('warning')] })).toBe('warning')
    expect(verdictOf({ files: [fileWith('unknown'), fileWith('invalid')] })).toBe('invalid')
  })
})

describe('letter status', () => {
  it('decides every pair of status and move', () => {
    const moves = [
      'accepted',
      'refused',
      'numberTaken',
      'presented',
      'directed',
      'started',
      'finished',
    ] as const
    expect(
      letterStatuses.map((status) => moves.map((move) => letterStatusAfter(status, move) ?? '-').join(' ')),
    ).toEqual([
      'accepted refused - - - - -',
      '- refused registered - - - -',
      '- - - - - - -',
      '- - - presented - - -',
      '- - - presented directed - -',
      '- - - - - inProgress finished',
      '- - - - - - finished',
      '- - - - - - -',
    ])
  })
})
