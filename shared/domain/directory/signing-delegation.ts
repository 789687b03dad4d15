import type { ActorRef } from '../decision.ts'
import type { Authority, DocumentKind } from '../documents/document.ts'
import type { RuleId } from '../law/rules.ts'
import type { Instant, LocalDate } from '../../kernel/instant.ts'
import type { Post } from './directory.ts'

/** By order (thừa lệnh) and by authorisation (thừa ủy quyền), Decree 30 Art 13.4 and 13.3. Stored. */
export const delegatedForms = ['TL', 'TUQ'] as const
export type DelegatedForm = (typeof delegatedForms)[number]

/** What the head of the agency gave the head of a unit to sign, and the writing that says so. */
export interface SigningDelegation {
  readonly id: string
  readonly form: DelegatedForm
  readonly giver: string
  readonly to: string
  /** Who held that post when it was given: what is authorised (TUQ.) is not passed on with the post. */
  readonly person: string
  /** Empty: every kind. */
  readonly kinds: readonly DocumentKind[]
  readonly matters: string
  /** Number and symbol of the regulation (TL.) or of the written authorisation (TUQ.). */
  readonly writing: string
  readonly from: LocalDate
  /** The last day; null: until it is ended (TL. only). */
  readonly until: LocalDate | null
  readonly givenBy: ActorRef
  readonly givenAt: Instant
  readonly endedAt: Instant | null
}

/** Whether it holds on a day. */
export const isStanding = (delegation: SigningDelegation, day: LocalDate): boolean =>
  delegation.from <= day && !isOver(delegation, day)

/** Whether it was ended, or its last day is past. */
export const isOver = ({ until, endedAt }: SigningDelegation, day: LocalDate): boolean =>
  endedAt !== null || (until !== null && until < day)

/** Whether a post may sign a document of this kind by it on a day. */
export const maySignBy = (
  delegation: SigningDelegation,
  signer: Pick<Post, 'id' | 'person' | 'roles'>,
  kind: DocumentKind,
  day: LocalDate,
): boolean => whyNotBy(delegation, { form: delegation.form, signer, kind, day }) === undefined

interface SignedBy {
  readonly form: Extract<Authority, DelegatedForm>
  readonly signer: Pick<Post, 'id' | 'person' | 'roles'>
  readonly kind: DocumentKind
  readonly day: LocalDate
}

/**
 * What keeps a signer from signing by order or by authorisation: no record of that form; another delegate (who is authorised may not pass it on,
 * Art 13.3) or one who heads no unit any more; outside its term; a kind it does not name.
 */
export function whyNotBy(
  delegation: SigningDelegation | undefined,
  { form, signer, kind, day }: SignedBy,
): RuleId | undefined {
  if (delegation?.form !== form) return form === 'TL' ? 'by-order-needs-regulation' : 'delegation-in-writing'
  if (delegation.to !== signer.id) return form === 'TUQ' ? 'no-redelegation' : 'signer-not-competent'
  if (!signer.roles.includes('unit-head')) return 'delegate-heads-unit'
  if (form === 'TUQ' && delegation.person !== signer.person) return 'no-redelegation'
  if (!isStanding(delegation, day)) return 'delegation-lapsed'
  return delegation.kinds.length === 0 || delegation.kinds.includes(kind)
    ? undefined
    : 'delegation-other-kind'
}
