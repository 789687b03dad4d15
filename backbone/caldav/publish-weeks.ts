import { workingCalendarOn, configured } from '#shared/domain/configuration/effective.ts'
import { CONFIGURATION_ID, type Configuration } from '#shared/domain/configuration/configuration.ts'
import { CALENDAR_ID, type AgencyCalendar } from '#shared/domain/calendar/calendar-decider.ts'
import type { Post } from '#shared/domain/directory/directory.ts'
import { weekOf, type WeekId } from '#shared/domain/schedule/iso-week.ts'
import type { Week } from '#shared/domain/schedule/week-decider.ts'
import { weekWords } from '#shared/domain/schedule/week-form.ts'
import { halves } from '#shared/domain/schedule/week-line.ts'
import { eventOf } from '#shared/exchange/calendar/event.ts'
import { componentsOf } from '#shared/exchange/calendar/jcal.ts'
import { readCalendar } from '#shared/exchange/calendar/read-calendar.ts'
import { calendarWith, eventsOfWeek, type LineEvent } from '#shared/exchange/calendar/week-calendar.ts'
import { writeCalendar } from '#shared/exchange/calendar/write-calendar.ts'
import { instantFrom, localDateOf } from '#shared/kernel/instant.ts'
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
      const wanted = await eventsIn(workspace, id, deps.clock)
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

async function eventsIn(workspace: Workspace, id: WeekId, clock: Clock): Promise<readonly LineEvent[]> {
  const week = (await workspace.state({ kind: 'week', id })) as Week | undefined
  if (week === undefined) return []
  const posts = new Set(week.versions.at(-1)?.lines.flatMap(({ leaders }) => leaders))
  const names = new Map<string, string>()
  for (const post of posts)
    names.set(post, ((await workspace.state({ kind: 'post', id: post })) as Post | undefined)?.name ?? '')
  const of = configured(
    (await workspace.state({ kind: 'configuration', id: CONFIGURATION_ID })) as Configuration | undefined,
    (await workspace.state({ kind: 'calendar', id: CALENDAR_ID })) as AgencyCalendar | undefined,
  )
  const { hours } = workingCalendarOn(of, localDateOf(instantFrom(clock.now())))
  const office = { from: 8 * 60, to: 17 * 60 }
  return eventsOfWeek({
    week: id,
    versions: week.versions,
    workspace: workspace.id,
    nameOf: (post) => names.get(post) ?? '',
    hoursOf: (half) => hours[halves.indexOf(half)] ?? office,
  })
}
