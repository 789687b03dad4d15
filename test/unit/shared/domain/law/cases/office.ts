import type { Letter } from '../../../../../../shared/domain/correspondence/letter.ts'
import type { Actor, Decision } from '../../../../../../shared/domain/decision.ts'
import type { DocumentFields } from '../../../../../../shared/domain/documents/document.ts'
import type { RuleId } from '../../../../../../shared/domain/law/rules.ts'
import type { LetterContent } from '../../../../../../shared/domain/correspondence/letter.ts'
import { aPdf, documentFieldsOf, textUpdate } from '../../../../../builders/a-document.ts'
import { anIncomingLetter } from '../../../../../builders/an-incoming-letter.ts'
import { anActor, DeskWorld } from '../../../../../builders/desk-world.ts'

/** What an act came to: what a decider answers, what the node answers, or the rule a policy names. */
export type Outcome =
  Decision<unknown> | { readonly outcome: string; readonly rule?: string } | RuleId | null | undefined
type Act = (office: LawOffice) => Outcome | Promise<Outcome>

/** One rule of the law: an act it refuses, and the nearest one that is lawful. */
export interface LawCase {
  readonly rule: RuleId
  readonly refused: Act
  readonly lawful: Act
}
export const lawCase = (rule: RuleId, refused: Act, lawful: Act): LawCase => ({ rule, refused, lawful })

export const people = {
  node: anActor('node', 'node'),
  drafter: anActor('drafter', 'drafter'),
  head: anActor('head', 'unit-head'),
  leader: anActor('leader', 'leader'),
  deputy: anActor('deputy', 'leader'),
  director: anActor('director', 'leader'),
  clerk: anActor('clerk', 'clerk'),
  otherClerk: anActor('clerk-2', 'clerk'),
  checker: anActor('checker', 'form-checker'),
} as const satisfies Record<string, Actor>
const titles: Readonly<Record<string, string>> = { leader: 'Phó Giám đốc', head: 'Trưởng phòng' }

export const signed = (name = 'a') => ({ pdf: aPdf(name), level: 'B-B' })
export const route = { reviewer: 'head', signer: 'leader' }

/** An office with its books, one document `d1` and one letter `l1`, brought as far as a case needs by the real deciders. */
export class LawOffice {
  readonly world = new DeskWorld()

  constructor() {
    for (const actor of Object.values(people)) {
      if (actor !== people.node) this.appoint(actor)
    }
    this.openBook('out', 'outgoing')
    this.openBook('in', 'incoming')
  }

  /** Puts somebody into the post of an actor. */
  appoint({ post, name, roles, ...actor }: Actor, person = actor.person): void {
    this.world.must(people.node, 'post', post, 'post.appoint', {
      person,
      name,
      title: titles[post] ?? '',
      unit: 'unit-1',
      roles,
      certificate: null,
    })
  }

  document(actor: Actor, verb: string, payload: unknown = {}, id = 'd1'): Decision<unknown> {
    return this.world.act(actor, 'document', id, `document.${verb}`, payload)
  }
  letter(actor: Actor, verb: string, payload: unknown = {}, id = 'l1'): Decision<unknown> {
    return this.world.act(actor, 'letter', id, `letter.${verb}`, payload)
  }
  book(actor: Actor, verb: string, payload: unknown = {}, id = 'out'): Decision<unknown> {
    return this.world.act(actor, 'book', id, `book.${verb}`, payload)
  }
  task(actor: Actor, verb: string, payload: unknown = {}): Decision<unknown> {
    return this.world.act(actor, 'task', 't1', `task.${verb}`, payload)
  }
  openBook(id: string, direction: string, more: object = {}): Decision<unknown> {
    return this.book(people.clerk, 'open', { name: id, year: 2026, direction, startAfter: 0, ...more }, id)
  }

  /** A draft that lacks nothing. */
  draft(change: Partial<DocumentFields> = {}): void {
    lawfully(this.document(people.drafter, 'create', { kind: 'cong-van', fields: documentFieldsOf(change) }))
    lawfully(this.document(people.drafter, 'editText', { update: textUpdate('Nội dung') }))
    lawfully(
      this.document(people.drafter, 'setRecipients', {
        recipients: [{ code: 'H77.02', name: 'Sở Tài chính' }],
      }),
    )
    lawfully(this.document(people.drafter, 'setRoute', { route }))
  }
  submit(change: Partial<DocumentFields> = {}): Decision<unknown> {
    this.draft(change)
    return this.document(people.drafter, 'submit', { note: '' })
  }
  /** Initialled, and with the one who checks its form. */
  withChecker(change: Partial<DocumentFields> = {}): void {
    this.draft(change)
    lawfully(this.document(people.drafter, 'setRoute', { route: { ...route, checker: 'checker' } }))
    lawfully(this.document(people.drafter, 'submit', { note: '' }))
    lawfully(this.document(people.head, 'initial', signed('a')))
  }
  checkForm(left: readonly object[] = [], actor: Actor = people.checker): Decision<unknown> {
    return this.document(actor, 'checkForm', { pdf: signed('a').pdf.sha256, left })
  }
  initialled(change: Partial<DocumentFields> = {}): void {
    lawfully(this.submit(change))
    lawfully(this.document(people.head, 'initial', signed('a')))
  }
  signedDocument(): void {
    this.initialled()
    lawfully(this.document(people.leader, 'sign', signed('b')))
  }
  numbered(): void {
    this.signedDocument()
    lawfully(this.book(people.clerk, 'assignNumber', { subject: 'd1' }))
    lawfully(this.document(people.clerk, 'takeNumber', { book: 'out' }))
  }
  sealed(): void {
    this.numbered()
    lawfully(this.document(people.clerk, 'seal', signed('c')))
  }

  arrived(content: Partial<LetterContent> = {}, verdict: string | null = 'valid', id = 'l1'): void {
    const { payload, type } = anIncomingLetter(id, content)
    const checked = verdict && { verdict, checkedAt: this.world.at, trust: 'practice', report: {} }
    const file = { name: 'cong-van.pdf', declaredType: 'application/pdf', file: aPdf(id), verdict: checked }
    lawfully(this.world.act(people.node, 'letter', id, type, { ...payload, files: [file] }))
  }
  accepted(): void {
    this.arrived()
    lawfully(this.letter(people.clerk, 'accept', { verdictSeen: 'valid' }))
  }
  registered(): void {
    this.accepted()
    lawfully(this.book(people.clerk, 'assignNumber', { subject: 'l1' }, 'in'))
    lawfully(this.letter(people.clerk, 'takeNumber', { book: 'in' }))
  }
  presented(): void {
    this.registered()
    lawfully(this.letter(people.clerk, 'present', { to: 'leader' }))
  }
  direct(change: object = {}, actor: Actor = people.leader): Decision<unknown> {
    const directive = { text: 'Giao xử lý', lead: 'head', cooperating: [], deadline: '2026-11-20', ...change }
    return this.letter(actor, 'direct', { directive })
  }
  assigned(change: object = {}): void {
    const given = {
      letter: 'l1',
      subject: 'V/v',
      assignee: 'drafter',
      role: 'lead',
      givenBy: 'leader',
      text: 'Giao xử lý',
      deadline: '2026-11-20',
      ...change,
    }
    lawfully(this.task(people.node, 'assign', given))
  }

  letterState = (): Letter => this.world.look('letter', 'l1') as Letter
}

/** Stops a case whose preparation does not go through. */
export function lawfully(decision: Decision<unknown>): void {
  if (decision.kind !== 'events') throw new Error(`not lawful: ${JSON.stringify(decision)}`)
}

/** The rule by which an act was refused or waits; null when it was done. */
export function ruleOf(outcome: Outcome): string | null {
  if (outcome === null || outcome === undefined) return null
  if (typeof outcome === 'string') return outcome
  if ('outcome' in outcome) return outcome.outcome === 'accepted' ? null : (outcome.rule ?? outcome.outcome)
  if (outcome.kind === 'events') return null
  return outcome.kind === 'refused' ? outcome.refusal.rule : outcome.reason
}
