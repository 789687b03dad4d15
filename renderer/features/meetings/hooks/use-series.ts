import { useMemo } from 'react'
import type { InSeries } from '#shared/domain/meetings/series/series.ts'
import { useMeetings } from '../../../database/use-live-meetings.ts'
import type { MeetingRow } from '../../../projections/meetings.ts'

/** A row of a date of a series. */
export type SeriesRow = MeetingRow & Required<Pick<MeetingRow, 'series'>>

/** The dates of a series as far as they are on this desk, by when they are; none while they are read. */
export function useSeries(series: Pick<InSeries, 'id'> | undefined): readonly SeriesRow[] {
  const [ahead, past] = [useMeetings('ahead'), useMeetings('past')]
  const id = series?.id
  return useMemo(
    () =>
      id === undefined
        ? []
        : [...(past ?? []), ...(ahead ?? [])]
            .filter((row): row is SeriesRow => row.series?.id === id)
            .toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    [ahead, past, id],
  )
}

/** Those of them that are behind this meeting and can still be changed. */
export const laterIn = (
  rows: readonly SeriesRow[],
  of: { readonly id: string; readonly from: string },
): readonly SeriesRow[] =>
  rows.filter(
    ({ id, from, status }) => id !== of.id && from > of.from && (status === 'called' || status === 'draft'),
  )
