import type { DecisionContext } from '../decision.ts'
import type { Post } from '../directory/directory.ts'
import { whyNotBy, type SigningDelegation } from '../directory/signing-delegation.ts'
import type { RuleId } from '../law/rules.ts'
import { foldText } from '../../kernel/text-folding.ts'
import type { DocumentFields, DocumentKind, OfficialDocument, Route } from './document.ts'
import { whyNotChecker } from './form-checker.ts'
import { whyNotOnBehalf } from './on-behalf.ts'

/** Academic ranks, degrees and honorary titles as they stand before a name. */
const RANK =
  /^(?:(?:GS|PGS|TSKH|TS|ThS|BS|DS|KTS|LS|KS|CN|CVC|NGND|NGƯT|TTND|TTƯT|NSND|NSƯT|AHLĐ|Giáo sư|Phó Giáo sư|Tiến sĩ|Tiến sỹ|Thạc sĩ|Thạc sỹ)(?:[.,\s]+|$))/iu

/** Whether a rank, degree or honorary title stands before the name of the signer (Decree 30 Annex I II.7c). */
export const hasRankBeforeName = (name: string): boolean => RANK.test(name.normalize('NFC').trim())

/** The same name with nothing of the kind before it; empty when there is no name behind. */
export function withoutRankBeforeName(name: string): string {
  let rest = name.normalize('NFC').trim()
  while (RANK.test(rest)) rest = rest.replace(RANK, '').trim()
  return rest
}

/**
 * Who reviews, checks the form and signs: the head of the drafting unit answers for the content (Decree 30 Art 12.1), and only somebody whom Art 13 names may
 * sign: the head, a deputy, or the head of a unit by order or by authorisation. Of minutes the first is whoever took them (Annex III form 1.9).
 */
export function whyNotOnRoute(
  { reviewer, checker, signer }: Route,
  { kind, drafter }: Pick<OfficialDocument, 'kind' | 'drafter'>,
  look: DecisionContext['look'],
): RuleId | undefined {
  const [reviewing, signing] = [reviewer, signer].map((id) => look('post', id) as Post | undefined)
  if (reviewing === undefined || signing === undefined) return 'post-unknown'
  const isOwn = reviewer === drafter.post && !mayReviewOwn(kind)
  if (isOwn || signer === drafter.post) return 'drafter-cannot-approve'
  if (kind !== 'bien-ban' && !holdsOffice(reviewing)) return 'review-by-unit-head'
  return holdsOffice(signing) ? whyNotChecker(checker, { drafter }, look) : 'signer-not-competent'
}

/** Nobody approves what one drafted oneself; but whoever takes minutes signs them as their secretary beside the chair (Annex III form 1.9). */
export const mayReviewOwn = (kind: DocumentKind): boolean => kind === 'bien-ban'

const holdsOffice = ({ roles }: Post): boolean => roles.some((one) => one === 'unit-head' || one === 'leader')

/**
 * What the authority of signing asks for on a day (Decree 30 Art 13; Annex I II.7): the official title; whoever is neither head nor deputy signs by
 * order or by authorisation, and only by a record of it that stands. A resolution is signed on behalf of its collective.
 */
export function whyNotAuthorised(
  { fields, route, kind }: Pick<OfficialDocument, 'fields' | 'route' | 'kind'>,
  { look, today }: Pick<DecisionContext, 'look' | 'today'>,
): RuleId | undefined {
  const signer = route === null ? undefined : (look('post', route.signer) as Post | undefined)
  if (signer === undefined) return undefined
  if (kind === 'nghi-quyet') return whyNotOnBehalf({ fields, route }, look)
  // Any other kind is the agency's own, and would take a number in the series of a body that did not decide it.
  if (fields.onBehalf !== undefined) return 'collective-issues-resolutions'
  if (isTitledOtherwise(fields, signer)) return 'title-not-official'
  const { authority, delegation = null } = fields
  if (authority === 'TL' || authority === 'TUQ') {
    const record = delegation === null ? undefined : look('signing-delegation', delegation)
    return whyNotBy(record as SigningDelegation | undefined, { form: authority, signer, kind, day: today })
  }
  return kind === 'bien-ban' || signer.roles.includes('leader') ? undefined : 'signer-not-competent'
}

/** The title below KT., TL., TUQ. is the one the signer holds; where the directory names none, none is compared. */
function isTitledOtherwise({ authority, ownTitle }: DocumentFields, { title }: Post): boolean {
  const isInOwnTitle = authority === 'KT' || authority === 'TL' || authority === 'TUQ'
  return isInOwnTitle && title !== '' && foldText(ownTitle) !== foldText(title)
}
