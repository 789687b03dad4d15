import { useMemo } from 'react'
import { workingCalendarOn } from '#shared/domain/configuration/effective.ts'
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar.ts'
import { useConfigured } from '../configuration/use-configured.ts'
import { useToday } from '../today.ts'

/** The calendar to count by: the profile with what the agency set over it. */
export function useCalendar(): WorkingCalendar {
  const today = useToday()
  const of = useConfigured()
  return useMemo(() => workingCalendarOn(of, today), [of, today])
}
