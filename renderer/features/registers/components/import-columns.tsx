import {
  columnsOf,
  formerColumns,
  type ColumnPlan,
  type FormerColumn,
} from '#shared/domain/registers/former/former-columns.ts'
import { cellText } from '#shared/domain/registers/former/former-values.ts'
import type { BookDirection } from '#shared/domain/registers/book.ts'
import type { SheetRow } from '#shared/spreadsheet/read/read-sheet.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import classes from './import.module.css'

interface ImportColumnsProps {
  readonly direction: BookDirection
  readonly columns: ColumnPlan
  readonly headings: readonly string[]
  /** The first lines below the headings. */
  readonly sample: readonly SheetRow[]
  readonly onChange: (columns: ColumnPlan) => void
}

/** What each column of the source holds, over its first lines; a column is corrected by choosing another meaning. */
export function ImportColumns({ direction, columns, headings, sample, onChange }: ImportColumnsProps) {
  const t = useT()
  const choose = (at: number, column: FormerColumn | null): void =>
    onChange(columns.map((one, index) => (index === at ? column : one === column ? null : one)))
  return (
    <div className={classes.columns} tabIndex={0} role="region" aria-label={t('former.columns.label')}>
      <table>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th key={at} scope="col">
                <select
                  aria-label={t('former.columns.of', { heading: headings[at] || String(at + 1) })}
                  className={classes.select}
                  data-read={column !== null}
                  value={column ?? ''}
                  onChange={(event) =>
                    choose(at, formerColumns.find((one) => one === event.currentTarget.value) ?? null)
                  }
                >
                  <option value="">{t('former.columns.none')}</option>
                  {columnsOf[direction].map((one) => (
                    <option key={one} value={one}>
                      {t(`former.columns.${direction}.${one}`)}
                    </option>
                  ))}
                </select>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {headings.length > 0 && (
            <tr className={classes.heading}>
              {columns.map((_, at) => (
                <td key={at}>{headings[at]}</td>
              ))}
            </tr>
          )}
          {sample.map(({ line, cells }) => (
            <tr key={line}>
              {columns.map((_, at) => (
                <td key={at} className="num">
                  {cellText(cells[at] ?? null)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
