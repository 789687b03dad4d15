import type { DecisionContext } from '../decision.ts'
import type { Agency } from '../directory/directory.ts'
import type { RuleId } from '../law/rules.ts'
import type { OfficialDocument } from './document.ts'
import { kindFacts } from './kinds.ts'

/** What follows the number of a resolution: its kind, then the collective (Decree 30 Annex I II.3b, Annex III form 1.1). */
export const symbolOfCollective = (abbreviation: string): string =>
  `${kindFacts['nghi-quyet'].abbreviation ?? ''}-${abbreviation}`

/**
 * What a resolution prints of the collective that issues it is compared with the directory as it is now: a body that was ended or bears other words by then
 * issues nothing, and whoever the directory names signs on its behalf (TM., Decree 30 Art 13.2).
 */
export function whyNotOnBehalf(
  { fields, route }: Pick<OfficialDocument, 'fields' | 'route'>,
  look: DecisionContext['look'],
): RuleId | undefined {
  const { onBehalf, agency: issuer, collective: named, headTitle, ownTitle, symbol } = fields
  const agency = onBehalf === undefined ? undefined : (look('agency', onBehalf.agency) as Agency | undefined)
  const collective = agency?.collectives?.find(({ id }) => id === onBehalf?.collective)
  if (collective === undefined) return 'collective-not-named'
  const { name, title, abbreviation, signer } = collective
  const stands = issuer === name && named === name && headTitle === title && ownTitle === ''
  if (!stands || symbol !== symbolOfCollective(abbreviation)) return 'collective-changed'
  return route?.signer === signer ? undefined : 'collective-signer-differs'
}
