import { CALENDAR_ID, type AgencyCalendar } from '#shared/domain/calendar/calendar-decider.ts'
import { CONFIGURATION_ID, type Configuration } from '#shared/domain/configuration/configuration.ts'
import { configured, workingCalendarOn } from '#shared/domain/configuration/effective.ts'
import type { Post } from '#shared/domain/directory/directory.ts'
import type { WeekId } from '#shared/domain/schedule/iso-week.ts'
import { latestOf, type Week } from '#shared/domain/schedule/week-decider.ts'
import { halves } from '#shared/domain/schedule/week-line.ts'
import type { PublishedWeek } from '#shared/exchange/calendar/week-calendar.ts'
import { instantFrom, localDateOf } from '#shared/kernel/instant.ts'
import type { Workspace } from '../workspace/workspace.ts'

const OFFICE = { from: 8 * 60, to: 17 * 60 }

/** What was published of a week, with the names of its leaders and the office hours of now; undefined when nothing was. */
export async function publishedWeek(
  workspace: Workspace,
  id: WeekId,
  nowMs: number,
): Promise<PublishedWeek | undefined> {
  const week = (await workspace.state({ kind: 'week', id })) as Week | undefined
  if (week === undefined) return undefined
  const names = new Map<string, string>()
  for (const post of new Set(latestOf(week)?.lines.flatMap(({ leaders }) => leaders)))
    names.set(post, await nameOfPost(workspace, post))
  const of = configured(
    (await workspace.state({ kind: 'configuration', id: CONFIGURATION_ID })) as Configuration | undefined,
    (await workspace.state({ kind: 'calendar', id: CALENDAR_ID })) as AgencyCalendar | undefined,
  )
  const { hours } = workingCalendarOn(of, localDateOf(instantFrom(nowMs)))
  return {
    week: id,
    versions: week.versions,
    workspace: workspace.id,
    nameOf: (post) => names.get(post) ?? '',
    hoursOf: (half) => hours[halves.indexOf(half)] ?? OFFICE,
  }
}

/** Who holds a post; empty for a post that nobody knows. */
export async function nameOfPost(workspace: Workspace, post: string): Promise<string> {
  return ((await workspace.state({ kind: 'post', id: post })) as Post | undefined)?.name ?? ''
}
