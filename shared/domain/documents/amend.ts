import type { DecisionContext } from '../decision.ts'
import { codeOf } from '../format/boxes.ts'
import type { RuleId } from '../law/rules.ts'
import { weightiest, type Amending, type Citation } from './amendment.ts'
import type { DocumentKind, OfficialDocument } from './document.ts'
import { kindFacts } from './kinds.ts'

/** How an issued document is cited; undefined while it has no number. */
export function citationOf({ kind, number, fields }: OfficialDocument): Citation | undefined {
  if (number === null) return undefined
  return {
    typeName: kindFacts[kind].name,
    code: codeOf(number.number, fields.symbol),
    issuedOn: number.date,
  }
}

/** Why a document of this kind may not be begun, or go on, about another: only what is issued and stands, each way in its own form. */
export function whyNotAmending(
  kind: DocumentKind,
  { way, document }: Pick<Amending, 'way' | 'document'>,
  look: DecisionContext['look'],
): RuleId | undefined {
  const old = look('document', document) as OfficialDocument | undefined
  if (old === undefined) return 'unknown-object'
  if (old.issuedAt === null) return 'amend-issued-only'
  const done = weightiest(old.amendments)?.way
  if (done === 'recall' || (done === 'replacement' && way !== 'recall')) return 'amended-already'
  if (way === 'correction' && kind !== 'cong-van') return 'correct-by-official-letter'
  if (way === 'replacement' && kind !== old.kind) return 'replace-in-same-form'
  return undefined
}

/** Why a document about another may not go on: whoever received that one is told of what becomes of it (Decision 28 Art 8.2). */
export function whyNotStillAmending(
  { kind, amends, recipients }: OfficialDocument,
  look: DecisionContext['look'],
): RuleId | undefined {
  if (amends === undefined) return undefined
  const old = look('document', amends.document) as OfficialDocument | undefined
  // Who initials or signs need not see the other one; the node does.
  if (old === undefined) return undefined
  const told = new Set(recipients.map((one) => one.code.toUpperCase()))
  return (
    whyNotAmending(kind, amends, look) ??
    (old.recipients.every((one) => told.has(one.code.toUpperCase())) ? undefined : 'amend-tell-receivers')
  )
}
