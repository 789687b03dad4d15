import { useMemo } from 'react'
import { useTasksOfAll } from '../../../database/use-live.ts'
import { useMeetingStates } from '../../../database/use-live-meetings.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import type { TaskRow } from '../../../projections/tasks.ts'
import { useToday } from '../../../workplace/today.ts'
import {
  conclusionsOf,
  figuresOf,
  type SeriesConclusion,
  type SeriesFigures,
} from '../use-cases/series-summary.ts'
import { useSeries, type SeriesRow } from './use-series.ts'

/** What a series came to so far; undefined while it is read. */
export interface SeriesSummary {
  readonly rows: readonly SeriesRow[]
  readonly conclusions: readonly SeriesConclusion[]
  readonly tasks: ReadonlyMap<string, TaskRow>
  readonly figures: SeriesFigures
}

export function useSeriesSummary(id: string): SeriesSummary | undefined {
  const t = useT()
  const today = useToday()
  const series = useMemo(() => ({ id }), [id])
  const rows = useSeries(series)
  const ids = useMemo(() => rows.map((row) => row.id), [rows])
  const meetings = useMeetingStates(ids)
  const tasks = useTasksOfAll(ids)
  return useMemo(() => {
    if (meetings === undefined || tasks === undefined) return undefined
    const conclusions = conclusionsOf(meetings, t('meetings.conclusion.adopted'))
    const byId = new Map(tasks.map((row) => [row.id, row]))
    return { rows, conclusions, tasks: byId, figures: figuresOf(conclusions, byId, today) }
  }, [rows, meetings, tasks, today, t])
}
