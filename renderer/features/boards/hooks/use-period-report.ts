import { useCallback } from 'react'
import type { Board } from '#shared/domain/boards/figures.ts'
import type { Period, PeriodKind } from '#shared/domain/boards/period.ts'
import { minutesOfDay } from '#shared/domain/calendar/working-calendar.ts'
import { useAgency } from '../../../database/use-live.ts'
import { useOfficial } from '../../../i18n/language-provider.tsx'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'
import { useToday } from '../../../workplace/today.ts'
import { workingTime } from '../components/working-time.ts'
import { periodReport, type PeriodReport } from '../use-cases/report-body.ts'

/** The report of what the boards show now. */
export function usePeriodReport(kind: PeriodKind | 'own', period: Period): (board: Board) => PeriodReport {
  const { t, formats } = useOfficial()
  const agency = useAgency()?.state.letterhead ?? ''
  const today = useToday()
  const dayMinutes = minutesOfDay(useCalendar())
  return useCallback(
    (board) =>
      periodReport(board, {
        agency,
        kind,
        period,
        today,
        say: {
          date: formats.date,
          number: formats.number,
          minutes: (minutes) => workingTime(minutes, dayMinutes, t, formats),
        },
      }),
    [agency, kind, period, today, dayMinutes, t, formats],
  )
}
