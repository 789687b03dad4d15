import { useMemo } from 'react'
import { seriesOf } from '#shared/domain/registers/book.ts'
import { useBook } from '../database/use-live.ts'
import { useFormats, useT } from '../i18n/language-provider.tsx'
import type { BookRow } from '../projections/books.ts'
import { Chip } from '../ui/chip.tsx'

const MOST_NAMED = 5

/** Whether every number of the book is accounted for: given, or voided with a reason (product R1, R3). */
export function GapCheck({ book }: { readonly book: BookRow }) {
  const t = useT()
  const formats = useFormats()
  const whole = useBook(book.id)?.state
  const series = useMemo(() => (whole === undefined ? [] : seriesOf(whole)), [whole])
  const missing = series.filter((one) => one.kind === 'missing').map((one) => formats.number(one.number))
  if (series.length === 0) return <Chip tone="done">{t('registers.gaps.none')}</Chip>
  if (missing.length > 0)
    return (
      <Chip tone="over" icon="alert-triangle">
        {t('registers.gaps.missing', {
          count: missing.length,
          numbers: missing.slice(0, MOST_NAMED).join('; '),
        })}
      </Chip>
    )
  return (
    <Chip tone="ok" icon="circle-check">
      {[
        t('registers.gaps.complete', {
          first: formats.number(book.startAfter + 1),
          last: formats.number(book.last),
        }),
        ...(book.voidedCount === 0 ? [] : [t('registers.gaps.voided', { count: book.voidedCount })]),
      ].join(' · ')}
    </Chip>
  )
}
