import { codeOfLetter } from '#shared/domain/correspondence/letter.ts'
import type { RuleId } from '#shared/domain/law/rules.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { IncomingLetterRow } from '../../../projections/incoming.ts'
import { Icon } from '../../../ui/icon.tsx'
import { VerdictIcon } from '../../../ui/verdict-badge.tsx'
import classes from './many-letters.module.css'

export interface GridLine {
  readonly row: IncomingLetterRow
  readonly rule: RuleId | null
  readonly number: number | null
  readonly isDone?: boolean
}

/** One line a letter: its arrival number, or the rule that holds it back. */
export function LetterGrid({ lines }: { readonly lines: readonly GridLine[] }) {
  const t = useT()
  const formats = useFormats()
  return (
    <div className={classes.scroll} data-pane tabIndex={0} role="region" aria-label={t('registering.grid')}>
      <table className={classes.grid}>
        <thead>
          <tr>
            <th scope="col">{t('incoming.registration.number')}</th>
            <th scope="col">{t('common.fields.number')}</th>
            <th scope="col">{t('common.fields.issuer')}</th>
            <th scope="col">{t('common.fields.subject')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ row, rule, number, isDone }) => (
            <tr key={row.id} className={rule === null ? undefined : classes.held}>
              <th scope="row" className="num">
                {rule !== null ? (
                  <Icon name="alert-triangle" size="s" label={t('registering.heldBack')} />
                ) : number === null ? (
                  t('registering.numberWaits')
                ) : (
                  <>
                    {isDone === true && <Icon name="check" size="s" label={t('registering.given')} />}
                    {formats.number(number)}
                  </>
                )}
              </th>
              <td className="num">{codeOfLetter(row)}</td>
              <td>
                <span className={classes.issuer}>
                  <VerdictIcon verdict={row.paper === 'original' ? 'paper' : row.verdict} />
                  {row.fromName || row.fromCode}
                </span>
              </td>
              <td>
                <span className={classes.subject} title={row.subject}>
                  {row.subject}
                </span>
                {rule !== null && <span className={classes.rule}>{t(`law.${rule}.words`)}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
