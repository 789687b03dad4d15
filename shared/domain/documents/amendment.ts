import { z } from 'zod'
import type { LocalDate } from '../../kernel/instant.ts'
import type { DecisionContext } from '../decision.ts'
import { codeOf } from '../format/boxes.ts'
import type { RuleId } from '../law/rules.ts'
import type { DocumentKind, OfficialDocument } from './document.ts'
import { kindFacts } from './kinds.ts'

/**
 * What a later document does to one that is issued: puts its form right (đính chính) or replaces it (Decree 30 Art 18.3), or recalls it
 * (thu hồi, Art 18.4). Stored and exchanged.
 */
export const amendmentWays = ['correction', 'replacement', 'recall'] as const
export type AmendmentWay = (typeof amendmentWays)[number]

/** What a document is begun for. */
export const amending = z.strictObject({
  way: z.enum(amendmentWays),
  document: z.string().min(1).max(64),
  reason: z.string().max(1000),
})
export type Amending = z.infer<typeof amending>

/** How the law cites a document: kind, number and symbol, day. */
export interface Citation {
  readonly typeName: string
  readonly code: string
  readonly issuedOn: LocalDate | null
}

/** The document a later one is about, as it stood when that was begun. */
export type Amends = Amending & Citation

/** What a later document did, seen from the one it is about. */
export const amendment = z.strictObject({
  way: z.enum(amendmentWays),
  /** Id of the later one; null: it is not kept here. */
  by: z.string().max(64).nullable(),
  typeName: z.string().max(1000),
  code: z.string().max(300),
  issuedOn: z.iso.date().nullable(),
})
export type Amendment = z.infer<typeof amendment>

/** How an issued document is cited; undefined while it has no number. */
export function citationOf({ kind, number, fields }: OfficialDocument): Citation | undefined {
  if (number === null) return undefined
  return {
    typeName: kindFacts[kind].name,
    code: codeOf(number.number, fields.symbol),
    issuedOn: number.date,
  }
}

/** What counts of all that was done to it: a recall before a replacement before a correction; undefined: nothing. */
export const weightiest = (amendments: readonly Amendment[] | undefined): Amendment | undefined =>
  (amendments ?? []).reduce<Amendment | undefined>(
    (one, other) =>
      one === undefined || amendmentWays.indexOf(other.way) >= amendmentWays.indexOf(one.way) ? other : one,
    undefined,
  )

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
