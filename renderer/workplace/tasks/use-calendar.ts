import { useMemo } from 'react'
import { workingCalendar } from '#shared/domain/calendar/vietnam-calendar.ts'
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar.ts'
import { useCalendarSettings } from '../../database/use-live.ts'
import { useToday } from '../today.ts'

/** The calendar to count by: the profile with what the agency set over it. */
export function useCalendar(): WorkingCalendar {
  const today = useToday()
  const settings = useCalendarSettings()?.state
  return useMemo(() => workingCalendar(settings, today), [settings, today])
}
