import {
  profileSettings,
  type AgencySettings,
} from '../../../../../../shared/domain/configuration/settings.ts'
import type { RuleId } from '../../../../../../shared/domain/law/rules.ts'
import { anActor } from '../../../../../builders/desk-world.ts'
import { lawCase, lawfully, type LawCase, type LawOffice } from './office.ts'

const administrator = anActor('administrator', 'administrator')
const act = (office: LawOffice, verb: string, payload: object) =>
  office.world.act(administrator, 'configuration', 'agency', `configuration.${verb}`, payload)
const draft = (settings: Partial<AgencySettings>) => (office: LawOffice) =>
  act(office, 'draft', { basedOn: 0, settings: { ...profileSettings, ...settings } })
const limits = (change: Partial<AgencySettings['limits']>): Partial<AgencySettings> => ({
  limits: { ...profileSettings.limits, ...change },
})
const series = (...kinds: readonly (readonly string[])[]): Partial<AgencySettings> => ({
  series: kinds.map((of, index) => ({
    id: `s${index}`,
    name: `Sổ ${index}`,
    direction: 'outgoing',
    kinds: [...of],
  })),
})
const units = (...abbreviations: readonly string[]): Partial<AgencySettings> => ({
  unitAbbreviations: Object.fromEntries(abbreviations.map((one, index) => [`unit-${index}`, one])),
})
/** A series of its own for decisions, from this day on. */
const moved = (from: string) => (office: LawOffice) => {
  lawfully(draft(series([]))(office))
  lawfully(act(office, 'publish', { draft: 1, from: '2026-11-16', reason: 'Quyết định 12/QĐ-SNV' }))
  const settings = { ...profileSettings, ...series([], ['Quyết định']) }
  lawfully(act(office, 'draft', { basedOn: 1, settings }))
  return act(office, 'publish', { draft: 2, from, reason: 'Quyết định 15/QĐ-SNV' })
}

/** Settings the law does not allow, and the nearest it does. */
const refusedSettings = (
  rule: RuleId,
  refused: Partial<AgencySettings>,
  lawful: Partial<AgencySettings>,
): LawCase => lawCase(rule, draft(refused), draft(lawful))

/** What an agency may not set for itself. */
export const configuration: readonly LawCase[] = [
  refusedSettings(
    'register-limit-looser',
    limits({ register: { normal: 481, marked: null } }),
    limits({ register: { normal: 480, marked: null } }),
  ),
  refusedSettings(
    'present-limit-looser',
    limits({ present: { normal: 481, marked: null } }),
    limits({ present: { normal: 120, marked: null } }),
  ),
  refusedSettings(
    'number-limit-looser',
    limits({ number: { normal: 481, marked: null } }),
    limits({ number: { normal: 480, marked: null } }),
  ),
  refusedSettings(
    'send-limit-looser',
    limits({ send: { normal: 271, marked: null } }),
    limits({ send: { normal: 270, marked: null } }),
  ),
  refusedSettings(
    'marked-limit-looser',
    limits({ send: { normal: null, marked: 481 } }),
    limits({ send: { normal: null, marked: 30 } }),
  ),
  refusedSettings(
    'marked-handled-later',
    { handling: { normal: 5, urgent: 6, 'very-urgent': 1, express: 0 } },
    { handling: { normal: 5, urgent: 5, 'very-urgent': 1, express: 0 } },
  ),
  refusedSettings('series-kind-twice', series(['Quyết định'], ['quyết định']), series(['Quyết định'], [])),
  refusedSettings('series-general-twice', series([], []), series([], ['Giấy mời'])),
  refusedSettings(
    'copies-one-series',
    series(['Bản sao y'], ['Bản sao lục', 'Bản trích sao']),
    series(['Bản sao y', 'Bản sao lục', 'Bản trích sao']),
  ),
  lawCase('series-within-year', moved('2026-12-01'), moved('2027-01-01')),
  refusedSettings('abbreviation-malformed', units('TC-BC'), units('TCBC')),
  refusedSettings('abbreviation-of-kind', { agencyAbbreviation: 'BC' }, { agencyAbbreviation: 'BCĐ' }),
  refusedSettings('abbreviation-taken', units('VP', 'VP'), units('VP', 'TCBC')),
]
