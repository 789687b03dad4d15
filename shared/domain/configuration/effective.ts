import { CALENDAR_ID, type AgencyCalendar } from '../calendar/calendar-decider.ts'
import { workingCalendar } from '../calendar/vietnam-calendar.ts'
import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { Look } from '../decision.ts'
import type { LocalDate } from '../../kernel/instant.ts'
import { CONFIGURATION_ID, type Configuration, type ConfigurationVersion } from './configuration.ts'
import { profileSettings, type AgencySettings } from './settings.ts'

/** All that says how an agency is set: its versions, and the calendar it set before there were versions. */
export interface Configured {
  readonly versions: readonly Pick<ConfigurationVersion, 'from' | 'settings'>[]
  readonly calendar: Pick<AgencyCalendar, 'holidays' | 'makeUpDays' | 'hours'> | null
}

/** Puts the two aggregates together; either may not be there. */
export const configured = (
  configuration: Configuration | null | undefined,
  calendar: AgencyCalendar | null | undefined,
): Configured => ({ versions: configuration?.versions ?? [], calendar: calendar ?? null })

/** As a decider sees it. */
export const configuredSeen = (look: Look): Configured =>
  configured(
    look('configuration', CONFIGURATION_ID) as Configuration | undefined,
    look('calendar', CALENDAR_ID) as AgencyCalendar | undefined,
  )

/** What holds on a day: the newest version that begins on it or earlier; before the first one, the calendar of before over the profile. */
export function settingsOn(of: Configured, day: LocalDate): AgencySettings {
  return of.versions.findLast(({ from }) => from <= day)?.settings ?? settingsBefore(of)
}

/** What held before the first version. */
function settingsBefore({ calendar }: Configured): AgencySettings {
  if (calendar === null) return profileSettings
  const hours = calendar.hours.length === 0 ? profileSettings.hours : calendar.hours
  return {
    ...profileSettings,
    holidays: [...calendar.holidays],
    makeUpDays: [...calendar.makeUpDays],
    hours: hours.map(({ from, to }) => ({ from, to })),
  }
}

/**
 * The calendar to count by on `today`: whether a day is worked says the version that holds on that very day, so that a new version changes no
 * day of before; the hours are those of `today`.
 */
export function workingCalendarOn(of: Configured, today: LocalDate): WorkingCalendar {
  const all = [settingsBefore(of), ...of.versions.map(({ settings }) => settings)]
  const held = (list: 'holidays' | 'makeUpDays'): LocalDate[] => {
    const days = new Set(all.flatMap((settings) => settings[list]))
    return [...days].filter((day) => settingsOn(of, day)[list].includes(day)).sort()
  }
  const { hours } = settingsOn(of, today)
  return workingCalendar({ holidays: held('holidays'), makeUpDays: held('makeUpDays'), hours }, today)
}

/** The calendar to count by, as a decider sees it. */
export const calendarSeen = (look: Look, today: LocalDate): WorkingCalendar =>
  workingCalendarOn(configuredSeen(look), today)
