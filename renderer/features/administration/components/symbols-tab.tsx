import { abbreviationOf, symbolOfUnit } from '#shared/domain/configuration/symbols.ts'
import { codeOf } from '#shared/domain/format/boxes.ts'
import { useAsRecorded } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Editing } from '../hooks/use-editing.ts'
import classes from './configuration.module.css'

const SAMPLE_NUMBER = 15

/** The abbreviations of the agency and its units, as the head fixed them, and what a symbol becomes with them. */
export function SymbolsTab({ editing: { settings, canEdit, change } }: { readonly editing: Editing }) {
  const t = useT()
  const recorded = useAsRecorded()
  if (recorded === undefined) return null
  const { units, abbreviation } = recorded
  const ofAgency = settings.agencyAbbreviation ?? abbreviation
  const texts = 'administration.configuration.symbols' as const
  const setUnit = (id: string, value: string): void =>
    change({
      unitAbbreviations: {
        ...Object.fromEntries(units.map((unit) => [unit.id, abbreviationOf(settings, unit)])),
        [id]: value,
      },
    })
  return (
    <>
      <p className={classes.note}>{t(`${texts}.note`)}</p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t(`${texts}.whose`)}</th>
            <th scope="col">{t(`${texts}.abbreviation`)}</th>
            <th scope="col">{t(`${texts}.sample`)}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t(`${texts}.agency`)}</th>
            <td>
              <TextField
                className={classes.abbreviation}
                aria-label={t(`${texts}.agency`)}
                maxLength={20}
                readOnly={!canEdit}
                value={ofAgency}
                onChange={({ currentTarget }) => change({ agencyAbbreviation: currentTarget.value.trim() })}
              />
            </td>
            <td className="num">{codeOf(SAMPLE_NUMBER, `QĐ-${ofAgency}`)}</td>
          </tr>
          {units.map((unit) => (
            <tr key={unit.id}>
              <th scope="row">{unit.name}</th>
              <td>
                <TextField
                  className={classes.abbreviation}
                  aria-label={unit.name}
                  maxLength={20}
                  readOnly={!canEdit}
                  value={abbreviationOf(settings, unit)}
                  onChange={({ currentTarget }) => setUnit(unit.id, currentTarget.value.trim())}
                />
              </td>
              <td className="num">{codeOf(SAMPLE_NUMBER, symbolOfUnit(settings, { abbreviation }, unit))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
