import { z } from 'zod'
import { events, refuse, type Decider, type Happened } from '../decision.ts'
import { CONFIGURATION_ID } from '../configuration/configuration.ts'
import type { CalendarSettings } from './vietnam-calendar.ts'

/** The one calendar of an agency. */
export const CALENDAR_ID = 'working'

const span = z.strictObject({ from: z.int().min(0).max(1440), to: z.int().min(0).max(1440) })
const settings = z.strictObject({
  holidays: z.array(z.iso.date()).max(400),
  makeUpDays: z.array(z.iso.date()).max(400),
  hours: z.array(span).max(4),
})

/** The working calendar (lịch làm việc) as the agency set it; the profile stands behind it. */
export interface AgencyCalendar extends CalendarSettings {
  readonly id: string
}

interface CalendarCommand {
  readonly type: 'calendar.set'
  readonly settings: z.infer<typeof settings>
}
interface CalendarSet extends Happened {
  readonly type: 'set'
  readonly settings: z.infer<typeof settings>
}

/** The calendar as it was set before there were versions of a configuration: it holds for the days before the first of them. */
export const calendarDecider: Decider<AgencyCalendar, CalendarCommand, CalendarSet> = {
  kind: 'calendar',
  parse: (type, payload) => {
    if (type !== 'calendar.set') throw new z.ZodError([])
    return { type, settings: settings.parse(payload) }
  },
  decide: (_state, command, { actor, at, look }) => {
    if (!actor.roles.some((role) => role === 'node' || role === 'administrator'))
      return refuse('administrator-only')
    if (look('configuration', CONFIGURATION_ID) !== undefined) return refuse('calendar-by-version')
    if (command.settings.hours.some(({ from, to }) => to <= from)) return refuse('hours-reversed')
    return events({
      type: 'set',
      settings: command.settings,
      at,
      by: { person: actor.person, post: actor.post },
    })
  },
  evolve: (_state, event, id) => ({ id, ...event.settings }),
  audienceOf: () => ['agency'],
  eventTypes: ['set'],
}
