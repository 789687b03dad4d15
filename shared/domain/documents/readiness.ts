import type { RuleId } from '../law/rules.ts'
import { missingDecisionParts } from './decision-text.ts'
import type { DocumentKind, OfficialDocument } from './document.ts'
import { hasSymbolOfKind, kindFacts } from './kinds.ts'
import { missingMinutesParts } from './minutes.ts'
import { hasRankBeforeName } from './signing-authority.ts'
import { isSymbolFormed, isSymbolOfNamedKind } from './symbol.ts'

/**
 * The parts of the official layout a document needs before it may be submitted, in the order of the page (Decree 30 Art 8): asked again when it is
 * initialled, so that nobody signs what was not checked (Art 12).
 */
const readinessChecks = {
  issuer: { rule: 'issuer-missing', holds: ({ fields }) => fields.agency.trim() !== '' },
  symbol: { rule: 'symbol-malformed', holds: ({ fields }) => isSymbolFormed(fields.symbol) },
  kindSymbol: {
    rule: 'symbol-of-named-kind',
    holds: ({ kind, fields }) => kind !== 'cong-van' || !isSymbolOfNamedKind(fields.symbol),
  },
  place: { rule: 'place-missing', holds: ({ fields }) => fields.place.trim() !== '' },
  subject: { rule: 'subject-missing', holds: (document) => document.fields.subject.trim() !== '' },
  addressees: {
    rule: 'recipients-missing',
    holds: ({ kind, fields }) =>
      kindFacts[kind].hasAddressees !== 'always' || fields.addressees.some((line) => line.trim() !== ''),
  },
  ownSymbol: {
    rule: 'symbol-kind-missing',
    holds: ({ kind, fields }) => hasSymbolOfKind(kind, fields.symbol),
  },
  body: { rule: 'body-missing', holds: (document) => document.text !== null },
  minutesParts: {
    rule: 'minutes-parts-missing',
    holds: ({ text }) => missingMinutesParts(text).length === 0,
  },
  decisionParts: {
    rule: 'decision-parts-missing',
    holds: ({ text }) => missingDecisionParts(text).length === 0,
  },
  resolutionParts: {
    rule: 'resolution-parts-missing',
    holds: ({ text }) => missingDecisionParts(text, 'nghi-quyet').length === 0,
  },
  secretary: {
    rule: 'secretary-missing',
    holds: ({ fields }) => (fields.secretary ?? '').trim() !== '',
  },
  signer: {
    rule: 'authority-needs-deputy-title',
    holds: ({ fields }) =>
      fields.signerName !== '' &&
      fields.headTitle !== '' &&
      (fields.authority === 'head' || fields.authority === 'TM' || fields.ownTitle !== ''),
  },
  collective: {
    rule: 'collective-missing',
    holds: ({ kind, fields }) =>
      (kind !== 'nghi-quyet' && fields.authority !== 'TM') ||
      (fields.authority === 'TM' && fields.collective.trim() !== ''),
  },
  signerName: { rule: 'rank-before-name', holds: ({ fields }) => !hasRankBeforeName(fields.signerName) },
  receivers: {
    rule: 'archive-line-missing',
    holds: (document) => /^Lưu:\s*VT\b/.test(document.fields.receivers.at(-1) ?? ''),
  },
  asAbove: {
    rule: 'as-above-missing',
    holds: ({ kind, fields }) => kind !== 'cong-van' || /^Như trên\b/u.test(fields.receivers[0] ?? ''),
  },
  asArticle: {
    rule: 'as-article-missing',
    holds: ({ fields }) => /^Như Điều\s+\d/u.test((fields.receivers[0] ?? '').normalize('NFC')),
  },
  recipients: {
    rule: 'recipients-missing',
    holds: ({ kind, recipients }) => kindFacts[kind].hasAddressees === 'never' || recipients.length > 0,
  },
  route: { rule: 'route-incomplete', holds: (document) => document.route !== null },
} as const satisfies Record<string, { rule: RuleId; holds: (document: OfficialDocument) => boolean }>

export type ReadinessCheck = keyof typeof readinessChecks

/** Parts that one kind alone has. */
const ofOneKind: Partial<Record<ReadinessCheck, DocumentKind>> = {
  minutesParts: 'bien-ban',
  secretary: 'bien-ban',
  decisionParts: 'quyet-dinh',
  resolutionParts: 'nghi-quyet',
  asArticle: 'quyet-dinh',
}

/** Each check of the document's kind with whether it holds. */
export function readinessOf(
  document: OfficialDocument,
): readonly { readonly check: ReadinessCheck; readonly rule: RuleId; readonly holds: boolean }[] {
  const checks = (Object.keys(readinessChecks) as ReadinessCheck[]).filter(
    (check) => (ofOneKind[check] ?? document.kind) === document.kind,
  )
  return checks.map((check) => ({
    check,
    rule: readinessChecks[check].rule,
    holds: readinessChecks[check].holds(document),
  }))
}

/** The first rule the document does not meet yet, or undefined when it may be submitted. */
export function whyNotComplete(document: OfficialDocument): RuleId | undefined {
  return readinessOf(document).find((one) => !one.holds)?.rule
}
