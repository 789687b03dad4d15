import { limitedActs, type LimitedAct } from '#shared/domain/law/limits.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { ruleNotice } from '../../../workplace/refusal-notice.tsx'
import type { Editing } from '../hooks/use-editing.ts'
import classes from './configuration.module.css'

const legalRules = {
  register: 'register-late',
  present: 'present-late',
  number: 'number-late',
  send: 'send-late',
} as const satisfies Record<LimitedAct, string>
const urgencies = ['normal', 'urgent', 'very-urgent', 'express'] as const

/** The agency's own limits beside those of the law, and the days that are proposed for handling. */
export function LimitsTab({ editing: { settings, canEdit, change } }: { readonly editing: Editing }) {
  const t = useT()
  const limits = 'administration.configuration.limits' as const
  const { handling } = settings
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t(`${limits}.act`)}</th>
            <th scope="col">{t(`${limits}.law`)}</th>
            <th scope="col">{t(`${limits}.normalMinutes`)}</th>
            <th scope="col">{t(`${limits}.markedMinutes`)}</th>
          </tr>
        </thead>
        <tbody>
          {limitedActs.map((act) => (
            <tr key={act}>
              <th scope="row">{t(`law.limits.acts.${act}`)}</th>
              <td>
                {t(act === 'send' ? `${limits}.nextMorning` : `${limits}.nextDay`)}
                <span className={classes.source}>{ruleNotice(t, legalRules[act]).citation}</span>
              </td>
              {(['normal', 'marked'] as const).map((mark) => (
                <td key={mark}>
                  <NumberField
                    label={`${t(`law.limits.acts.${act}`)}, ${t(`${limits}.${mark}`)}`}
                    value={settings.limits[act][mark]}
                    placeholder={t(`${limits}.byLaw`)}
                    isReadOnly={!canEdit}
                    onValue={(value) =>
                      change({
                        limits: { ...settings.limits, [act]: { ...settings.limits[act], [mark]: value } },
                      })
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.note}>{t(`${limits}.stricter`)}</p>
      <h2 className={classes.groupHeading}>{t(`${limits}.handling`)}</h2>
      <div className={classes.line}>
        {urgencies.map((urgency) => (
          <label key={urgency} className={classes.field}>
            {t(`administration.configuration.urgency.${urgency}`)}
            <NumberField
              label={`${t(`${limits}.handling`)}, ${t(`administration.configuration.urgency.${urgency}`)}`}
              value={handling[urgency]}
              isReadOnly={!canEdit}
              onValue={(value) => change({ handling: { ...handling, [urgency]: value ?? 0 } })}
            />
          </label>
        ))}
      </div>
      <p className={classes.note}>{t(`${limits}.handlingNote`)}</p>
    </>
  )
}

interface NumberFieldProps {
  readonly label: string
  readonly value: number | null
  readonly placeholder?: string
  readonly isReadOnly: boolean
  readonly onValue: (value: number | null) => void
}

/** Whole numbers; empty: none. */
function NumberField({ label, value, placeholder, isReadOnly, onValue }: NumberFieldProps) {
  return (
    <TextField
      className={classes.number}
      inputMode="numeric"
      maxLength={3}
      aria-label={label}
      placeholder={placeholder}
      readOnly={isReadOnly}
      value={value === null ? '' : String(value)}
      onChange={({ currentTarget }) => {
        const digits = currentTarget.value.replace(/\D/gu, '')
        onValue(digits === '' ? null : Number(digits))
      }}
    />
  )
}
