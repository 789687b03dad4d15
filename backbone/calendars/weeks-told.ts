import { weekFrom, weekOf } from '#shared/domain/schedule/iso-week.ts'
import { weekWords } from '#shared/domain/schedule/week-form.ts'
import { calendarWith, eventsOfWeek, type LineEvent } from '#shared/exchange/calendar/week-calendar.ts'
import { writeCalendar } from '#shared/exchange/calendar/write-calendar.ts'
import { instantFrom, localDateOf } from '#shared/kernel/instant.ts'
import type { Engine } from '../engine/engine.port.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { nameOfPost, publishedWeek } from './published-weeks.ts'

const WEEKS_BEFORE = 4
/** Of the coming ones; an office publishes a few of them. */
const MOST_WEEKS = 60

/**
 * The weekly schedule that an address tells: of four weeks ago and all that came after, of each week the version that counts, for all leaders or for one. The same bytes as long
 * as nothing was published and no week went by.
 */
export async function weeksTold(
  workspace: Workspace,
  leader: string | undefined,
  engine: Pick<Engine, 'aggregates'>,
): Promise<Uint8Array> {
  const { nowMs } = workspace.head()
  const first = weekFrom(weekOf(localDateOf(instantFrom(nowMs))), -WEEKS_BEFORE)
  const all = (await engine.aggregates(workspace.id, 'week')).map(({ id }) => id).filter((id) => id >= first)
  const events: LineEvent[] = []
  for (const id of all.toSorted().slice(0, MOST_WEEKS)) {
    const published = await publishedWeek(workspace, id, nowMs)
    if (published !== undefined) events.push(...eventsOfWeek(published, leader))
  }
  const name = leader === undefined ? '' : await nameOfPost(workspace, leader)
  const title = name === '' ? weekWords.title : `${weekWords.title}: ${name}`
  return writeCalendar(calendarWith(events, title))
}
