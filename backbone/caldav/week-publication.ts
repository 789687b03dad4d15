import { weekOf } from '#shared/domain/schedule/iso-week.ts'
import { weekWords } from '#shared/domain/schedule/week-form.ts'
import { calendarWith, eventsOfWeek, type LineEvent } from '#shared/exchange/calendar/week-calendar.ts'
import { instantFrom, localDateOf, millisOf } from '#shared/kernel/instant.ts'
import { publishedWeek } from '../calendars/published-weeks.ts'
import type { Engine } from '../engine/engine.port.ts'
import type { Clock } from '../ports.ts'
import type { Workspace } from '../workspace/workspace.ts'
import type { CalendarServer } from './calendar-request.ts'
import type { Publication } from './publish-once.ts'

/** A week that is over is corrected on the server too, when that is done soon. */
const CORRECTED_MS = 30 * 86_400_000

export const weeksKey = (workspace: string): string => `weeks/${workspace}`

/** The agency's weekly schedule as it was published: this week, the coming ones and those published lately. Other weeks stay as they lie there. */
export function weekPublication(
  workspace: Workspace,
  server: CalendarServer,
  { engine, clock }: { readonly engine: Engine; readonly clock: Clock },
): Publication {
  return {
    key: weeksKey(workspace.id),
    server,
    title: weekWords.title,
    look: async () => {
      const nowMs = clock.now()
      const now = weekOf(localDateOf(instantFrom(nowMs)))
      const shown = new Set<string>()
      const wanted: LineEvent[] = []
      for (const { id } of await engine.aggregates(workspace.id, 'week')) {
        const published = await publishedWeek(workspace, id, nowMs)
        const last = published?.versions.at(-1)
        if (published === undefined || last === undefined) continue
        if (id < now && millisOf(last.at) < nowMs - CORRECTED_MS) continue
        shown.add(id)
        wanted.push(...eventsOfWeek(published))
      }
      return {
        wanted: wanted.map((event) => ({ name: `${event.uid}.ics`, calendar: calendarWith([event]) })),
        // Another agency may publish its weeks in the same collection.
        isOurs: (name) =>
          name.endsWith(`@${workspace.id}.congso.ics`) && shown.has(name.slice(0, name.indexOf('.'))),
      }
    },
  }
}
