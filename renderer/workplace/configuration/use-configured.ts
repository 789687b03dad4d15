import { useMemo } from 'react'
import { configured, type Configured } from '#shared/domain/configuration/effective.ts'
import { useCalendarSettings, useConfiguration } from '../../database/use-live.ts'

/** Every version that was published, over the calendar that was set before there were any. */
export function useConfigured(): Configured {
  const configuration = useConfiguration()?.state
  const calendar = useCalendarSettings()?.state
  return useMemo(() => configured(configuration, calendar), [configuration, calendar])
}
