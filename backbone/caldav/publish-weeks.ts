import { weekOf, type WeekId } from '#shared/domain/schedule/iso-week.ts'
import { weekWords } from '#shared/domain/schedule/week-form.ts'
import { eventOf } from '#shared/exchange/calendar/event.ts'
import { componentsOf } from '#shared/exchange/calendar/jcal.ts'
import { readCalendar } from '#shared/exchange/calendar/read-calendar.ts'
import { calendarWith, eventsOfWeek, type LineEvent } from '#shared/exchange/calendar/week-calendar.ts'
import { writeCalendar } from '#shared/exchange/calendar/write-calendar.ts'
import { instantFrom, localDateOf } from '#shared/kernel/instant.ts'
import { publishedWeek } from '../calendars/published-weeks.ts'
import type { Engine } from '../engine/engine.port.ts'
import type { JobKind } from '../exchange/job-runner.ts'
import type { Clock } from '../ports.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { calDavClient, type CalDavClient } from './caldav-client.ts'
import type { CalendarServers } from './calendar-servers.ts'

export interface PublishWeeksDeps {
  readonly engine: Engine
  readonly clock: Clock
  readonly workspace: (id: string) => Promise<Workspace>
  readonly servers: Pick<CalendarServers, 'of'>
}

/** In all: a server that answers slowly keeps no place from other work for longer; the rest is laid there at the next try. */
const MOST_MS = 5 * 60 * 1000

/**
 * Makes the agency's calendar on its server what was published: this week, the coming ones and the one that was published just now. Looks at what lies
 * there each time, so that it may run again; never given up, however long the server is away.
 */
export function publishWeeksJob(deps: PublishWeeksDeps): JobKind {
  const run: JobKind['run'] = async (job) => {
    const server = await deps.servers.of(job.workspace)
    if (server === undefined) return
    const workspace = await deps.workspace(job.workspace)
    const { week: cause } = JSON.parse(job.payload) as { week: WeekId }
    const now = weekOf(localDateOf(instantFrom(deps.clock.now())))
    const all = await deps.engine.aggregates(job.workspace, 'week')
    const weeks = all.map(({ id }) => id).filter((id) => id >= now || id === cause)
    const client = calDavClient(server, AbortSignal.timeout(MOST_MS))
    const listed = await listedOrMade(client)
    for (const id of weeks.toSorted()) {
      const published = await publishedWeek(workspace, id, deps.clock.now())
      const wanted = published === undefined ? [] : eventsOfWeek(published)
      const here = listed.filter(({ name }) => name.startsWith(`${id}.`))
      await reconcile(client, wanted, new Map(here.map(({ name, etag }) => [name, etag])))
    }
  }
  return { run, giveUp: run }
}

async function listedOrMade(client: CalDavClient): Promise<readonly { name: string; etag: string }[]> {
  const listed = await client.list()
  if (listed !== undefined) return listed
  await client.make(weekWords.title)
  return []
}

async function reconcile(
  client: CalDavClient,
  wanted: readonly LineEvent[],
  here: ReadonlyMap<string, string>,
): Promise<void> {
  const names = new Set<string>()
  for (const event of wanted) {
    const name = `${event.uid}.ics`
    names.add(name)
    const found = here.has(name) ? await client.get(name) : undefined
    if (found !== undefined && saysTheSame(found.bytes, event)) continue
    await client.put(name, writeCalendar(calendarWith([event])), found?.etag)
  }
  for (const [name, etag] of here) if (!names.has(name)) await client.remove(name, etag)
}

/** Servers write an event in their own way: what it says is compared. */
function saysTheSame(bytes: Uint8Array, { component }: LineEvent): boolean {
  const read = readCalendar(bytes)
  const [found] = read.ok ? componentsOf(read.calendar, 'vevent') : []
  return found !== undefined && JSON.stringify(eventOf(found)) === JSON.stringify(eventOf(component))
}
