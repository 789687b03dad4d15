import { z } from 'zod'
import { events, refuse, type Decider, type Happened } from '../decision.ts'
import type { Look } from '../decision.ts'
import type { LocalDate } from '../../kernel/instant.ts'
import { workingCalendar, type CalendarSettings } from './vietnam-calendar.ts'
import type { WorkingCalendar } from './working-calendar.ts'

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

/** The administrator sets holidays, make-up days and hours as the notice of the year has them; everyone counts by it. */
export const calendarDecider: Decider<AgencyCalendar, CalendarCommand, CalendarSet> = {
  kind: 'calendar',
  parse: (type, payload) => {
    if (type !== 'calendar.set') throw new z.ZodError([])
    return { type, settings: settings.parse(payload) }
  },
  decide: (_state, command, { actor, at }) => {
    if (!actor.roles.some((role) => role === 'node' || role === 'administrator'))
      return refuse('administrator-only')
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

/** The calendar to count by, as a decider sees it. */
export function calendarSeen(look: Look, today: LocalDate): WorkingCalendar {
  return workingCalendar(look('calendar', CALENDAR_ID) as AgencyCalendar | undefined, today)
}
