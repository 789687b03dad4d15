import type { RuleId } from '#shared/domain/law/rules.ts'

const PAPER = '.paper .'
/** Where a part of a draft is written: on the page, or beside it. */
const places: Readonly<Record<string, string>> = {
  subject: `${PAPER}abstract .page-text, ${PAPER}about .page-text`,
  addressee: `${PAPER}addressees .page-text`,
  body: `${PAPER}body`,
  recipients: `${PAPER}receivers .page-text`,
  sendTo: '[data-part="sendTo"] input',
  route: '[data-part="route"] input',
}

const partOfRule: Partial<Record<RuleId, string>> = {
  'subject-missing': 'subject',
  'body-missing': 'body',
  'minutes-parts-missing': 'body',
  'decision-parts-missing': 'body',
  'resolution-parts-missing': 'body',
  'as-article-missing': 'recipients',
  'recipients-missing': 'sendTo',
  'addressee-not-sent': 'sendTo',
  'authority-needs-deputy-title': 'route',
  'secretary-missing': 'route',
  'route-incomplete': 'route',
}

/** Puts the caret where this part is written; does nothing for what is not written by hand. */
export function focusPart(part: string): void {
  const selector = places[part]
  if (selector === undefined) return
  const place = document.querySelector<HTMLElement>(selector)
  place?.scrollIntoView({ block: 'center' })
  place?.focus()
}

/** Puts the caret where what a rule asks for is written. */
export const focusPartOf = (rule: RuleId): void => focusPart(partOfRule[rule] ?? '')
