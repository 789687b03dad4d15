import type { ImportReport } from '#shared/domain/registers/former/import-report.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import classes from './import.module.css'
import { reportLines, seriesWords, skippedWords } from './report-words.ts'

/** Lines named on screen; the exported report names all. */
const MOST_SHOWN = 200

/** Source against import: the sums, every line that was not imported and why, the run of the numbers, the files. */
export function ImportReportView({ report }: { readonly report: ImportReport }) {
  const t = useT()
  const formats = useFormats()
  const { counts, skipped, series, files } = report
  const words = { t, formats }
  const gaps = series.flatMap((one) => one.gaps).reduce((sum, { from, to }) => sum + to - from + 1, 0)
  const repeated = series.reduce((sum, one) => sum + one.repeated.length, 0)
  const matched = files.filter((one) => one.what === 'matched').length
  const unmatched = files.flatMap((one) => (one.what === 'unmatched' ? [one] : []))
  return (
    <>
      <div className={classes.counts} role="status">
        <Chip tone="info" icon="list-numbers">
          {t('former.counts.rows', { count: counts.rows })}
        </Chip>
        <Chip tone="ok" icon="circle-check">
          {t('former.counts.imported', { count: counts.imported })}
        </Chip>
        {counts.duplicate > 0 && (
          <Chip tone="done" icon="repeat">
            {t('former.counts.duplicate', { count: counts.duplicate })}
          </Chip>
        )}
        {counts.refused > 0 && (
          <Chip tone="over" icon="circle-x">
            {t('former.counts.refused', { count: counts.refused })}
          </Chip>
        )}
        {gaps > 0 && (
          <Chip tone="soon" icon="alert-triangle">
            {t('former.counts.gaps', { count: gaps })}
          </Chip>
        )}
        {repeated > 0 && (
          <Chip tone="soon" icon="alert-triangle">
            {t('former.counts.repeated', { count: repeated })}
          </Chip>
        )}
        {matched > 0 && (
          <Chip tone="ok" icon="paperclip">
            {t('former.counts.matched', { count: matched })}
          </Chip>
        )}
        {unmatched.length > 0 && (
          <Chip tone="soon" icon="paperclip">
            {t('former.counts.unmatched', { count: unmatched.length })}
          </Chip>
        )}
      </div>
      <Lines
        heading={t('former.skipped')}
        lines={reportLines(skipped, MOST_SHOWN).map((one) => [
          t('former.line', { line: one.line }),
          skippedWords(words, one),
        ])}
        left={skipped.length - MOST_SHOWN}
      />
      <Lines
        heading={t('former.series')}
        lines={gaps + repeated === 0 ? [] : series.map((one) => seriesWords(words, one))}
        left={0}
      />
      <Lines
        heading={t('former.unmatchedFiles')}
        lines={unmatched.slice(0, MOST_SHOWN).map((one) => [one.name, t(`former.unmatched.${one.why}`)])}
        left={unmatched.length - MOST_SHOWN}
      />
    </>
  )
}

interface LinesProps {
  readonly heading: string
  readonly lines: readonly (readonly [string, string])[]
  readonly left: number
}

function Lines({ heading, lines, left }: LinesProps) {
  const t = useT()
  if (lines.length === 0) return null
  return (
    <PanelSection heading={heading} isLast>
      <div className={classes.lines} tabIndex={0} role="region" aria-label={heading}>
        <table>
          <tbody>
            {lines.map(([what, why], at) => (
              <tr key={`${at} ${what}`}>
                <th scope="row" className="num">
                  {what}
                </th>
                <td className="num">{why}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {left > 0 && <p className={classes.note}>{t('former.more', { count: left })}</p>}
      </div>
    </PanelSection>
  )
}
