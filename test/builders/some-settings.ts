import fc from 'fast-check'
import { addDays } from '../../shared/domain/calendar/days.ts'
import { seriesKinds } from '../../shared/domain/configuration/series.ts'
import { documentKinds } from '../../shared/domain/documents/document.ts'
import { profileSettings, type AgencySettings } from '../../shared/domain/configuration/settings.ts'

const days = fc.uniqueArray(
  fc.integer({ min: 0, max: 700 }).map((ahead) => addDays('2026-11-01', ahead)),
  { maxLength: 12 },
)
const own = fc.record({
  normal: fc.option(fc.integer({ min: 15, max: 270 })),
  marked: fc.option(fc.integer({ min: 15, max: 240 })),
})

/** Settings as an agency may have them; now and then two series take the same kind. */
export const someSettings: fc.Arbitrary<AgencySettings> = fc
  .record({
    holidays: days,
    makeUpDays: days,
    limits: fc.record({ register: own, present: own, number: own, send: own }),
    normal: fc.integer({ min: 3, max: 20 }),
    kinds: fc.array(fc.uniqueArray(fc.constantFrom(...seriesKinds), { minLength: 1, maxLength: 3 }), {
      maxLength: 3,
    }),
    agencyAbbreviation: fc.option(fc.constantFrom('SNV', 'SXD')),
    flows: fc.option(
      fc.array(
        fc.record({
          kinds: fc.uniqueArray(fc.constantFrom(...documentKinds)),
          units: fc.uniqueArray(fc.constantFrom('unit-1', 'unit-2')),
          checker: fc.option(fc.constantFrom('checker', 'drafter')),
          signer: fc.option(fc.constantFrom('leader', 'director')),
        }),
        { maxLength: 3 },
      ),
      { nil: undefined },
    ),
    unit: fc.constantFrom('VP', 'TCBC', 'CCVC'),
  })
  .map(({ holidays, makeUpDays, limits, normal, kinds, agencyAbbreviation, flows, unit }) => ({
    holidays: holidays.filter((day) => !makeUpDays.includes(day)),
    makeUpDays,
    hours: profileSettings.hours,
    limits,
    handling: { normal, urgent: 3, 'very-urgent': 1, express: 0 },
    series: kinds.map((of, index) => ({
      id: `s${index}`,
      name: `Sổ ${index}`,
      direction: 'outgoing' as const,
      kinds: of,
    })),
    agencyAbbreviation,
    ...(flows === undefined ? {} : { flows: flows.map((one, index) => ({ id: `f${index}`, ...one })) }),
    unitAbbreviations: { 'unit-1': unit },
  }))
