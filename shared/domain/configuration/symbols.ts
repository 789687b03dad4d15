import type { Agency, Unit } from '../directory/directory.ts'
import type { AgencySettings } from './settings.ts'

/** A unit's abbreviation as the agency has it now. */
export const abbreviationOf = (settings: AgencySettings, unit: Unit): string =>
  settings.unitAbbreviations[unit.id] ?? unit.abbreviation

/** The symbol of a công văn of a unit: issuer, then unit (Decree 30 Annex I II.3b). */
export const symbolOfUnit = (
  settings: AgencySettings,
  agency: Pick<Agency, 'abbreviation'>,
  unit: Unit,
): string => `${settings.agencyAbbreviation ?? agency.abbreviation}-${abbreviationOf(settings, unit)}`
