import type { ImportReport } from '#shared/domain/registers/former/import-report.ts'
import type { SheetTable } from '#shared/spreadsheet/table.ts'
import type { Formats } from '../../../i18n/formats.ts'
import type { Translate } from '../../../i18n/messages.ts'

interface Words {
  readonly t: Translate
  readonly formats: Formats
}
type Skipped = ImportReport['skipped'][number]
type Series = ImportReport['series'][number]

/** Refused lines first: a person has something to do about them. */
export const reportLines = (skipped: readonly Skipped[], most: number): readonly Skipped[] =>
  skipped
    .toSorted((a, b) => Number(a.what === 'duplicate') - Number(b.what === 'duplicate') || a.line - b.line)
    .slice(0, most)

/** Why a line was not imported. */
export function skippedWords({ t, formats }: Words, one: Skipped): string {
  if (one.what === 'refused') return t(`former.refused.${one.reason}`)
  return one.of === null
    ? t('former.duplicate.earlier')
    : t('former.duplicate.line', { line: formats.number(one.of) })
}

/** A series and what is missing from it or stands in it twice. */
export function seriesWords({ t, formats }: Words, one: Series): readonly [string, string] {
  const span = t('former.range', { first: formats.number(one.first), last: formats.number(one.last) })
  const gaps = one.gaps.map(({ from, to }) =>
    from === to ? formats.number(from) : `${formats.number(from)}–${formats.number(to)}`,
  )
  const repeated = one.repeated.map(
    ({ number, lines }) => `${formats.number(number)} (${t('former.onLines', { lines: lines.join(', ') })})`,
  )
  const parts = [
    gaps.length === 0 ? '' : t('former.gaps', { numbers: gaps.join('; ') }),
    repeated.length === 0 ? '' : t('former.repeated', { numbers: repeated.join('; ') }),
  ].filter((part) => part !== '')
  return [one.symbol === '' ? span : `${one.symbol}: ${span}`, parts.join('. ')]
}

/** The whole reconciliation as sheets: the sums with what was imported and its hash, every line skipped, the numbers, the files. */
export function reportTables(words: Words, report: ImportReport): readonly SheetTable[] {
  const { t } = words
  const { counts, source } = report
  const columns = (...headings: readonly (readonly [string, number])[]): SheetTable['columns'] =>
    headings.map(([heading, widthChars]) => ({ heading, widthChars }))
  return [
    {
      name: t('former.sheets.sums'),
      columns: columns([t('former.sheets.what'), 40], [t('former.sheets.value'), 70]),
      rows: [
        [t('former.name'), report.name],
        [t('former.direction'), t(`former.directions.${report.direction}`)],
        [t('former.year'), report.year],
        [t('former.file'), source.name],
        ['SHA-256', source.sha256],
        [t('former.sheets.rows'), counts.rows],
        [t('former.sheets.imported'), counts.imported],
        [t('former.sheets.duplicate'), counts.duplicate],
        [t('former.sheets.refused'), counts.refused],
      ],
    },
    {
      name: t('former.sheets.skipped'),
      columns: columns([t('former.sheets.line'), 10], [t('former.sheets.why'), 80]),
      rows: report.skipped.map((one) => [one.line, skippedWords(words, one)]),
    },
    {
      name: t('former.sheets.numbers'),
      columns: columns([t('former.sheets.series'), 30], [t('former.sheets.why'), 80]),
      rows: report.series.map((one) => seriesWords(words, one)),
    },
    {
      name: t('former.sheets.files'),
      columns: columns(
        [t('former.sheets.fileName'), 50],
        ['SHA-256', 70],
        [t('former.sheets.line'), 10],
        [t('former.sheets.why'), 50],
      ),
      rows: report.files.map((one) =>
        one.what === 'matched'
          ? [one.name, one.sha256, one.line, t(`former.matchedBy.${one.by}`)]
          : [one.name, one.sha256, null, t(`former.unmatched.${one.why}`)],
      ),
    },
  ]
}
