import type { SealedFiles } from '../sealing/sealed-files.ts'
import { calendarServers, type CalendarServers } from './calendar-servers.ts'
import { ownAccounts, type OwnAccounts } from './own-accounts.ts'
import { peopleServers, type PeopleServers } from './people-servers.ts'
import { publicationStates, type PublicationStates } from './publication-states.ts'

/** Where the node publishes calendars, and what it knows of that. */
export interface CalendarOutlets {
  /** Of agencies, for their weekly schedules. */
  readonly weeks: Pick<CalendarServers, 'of'>
  /** For the calendars of their people. */
  readonly people: Pick<PeopleServers, 'of'>
  readonly accounts: OwnAccounts
  readonly states: PublicationStates
}

export const calendarOutlets = (files: SealedFiles): CalendarOutlets => ({
  weeks: calendarServers(files),
  people: peopleServers(files),
  accounts: ownAccounts(files),
  states: publicationStates(files),
})
