import { useMemo } from 'react'
import { settingsOn } from '#shared/domain/configuration/effective.ts'
import type { AgencySettings } from '#shared/domain/configuration/settings.ts'
import type { LimitFrame } from '#shared/domain/law/limits.ts'
import { useCalendar } from '../tasks/use-calendar.ts'
import { useToday } from '../today.ts'
import { useConfigured } from './use-configured.ts'

/** What the agency set, as it holds today. */
export function useSettings(): AgencySettings {
  const of = useConfigured()
  const today = useToday()
  return useMemo(() => settingsOn(of, today), [of, today])
}

/** What limits of the law and of the agency are counted by. */
export function useLimitFrame(): LimitFrame {
  const calendar = useCalendar()
  const { limits: own } = useSettings()
  return useMemo(() => ({ calendar, own }), [calendar, own])
}
