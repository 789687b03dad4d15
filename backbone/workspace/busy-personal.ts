import type { Post } from '#shared/domain/directory/directory.ts'
import type { Span } from '#shared/domain/free/span.ts'
import type { PersonalCalendar } from '#shared/domain/schedule/personal/personal-calendar-decider.ts'
import { occurrencesIn } from '#shared/exchange/calendar/personal/personal-occurrences.ts'
import { instantFrom, millisOf } from '#shared/kernel/instant.ts'
import type { Workspace } from './workspace.ts'

/** What one calendar may cost at one question, in times of days looked at: entries that would never end make it no dearer. */
const MOST_EFFORT_EACH = 20_000

/** When the appointments of who holds a post take their time, within a stretch; of whole days and of what is kept free nothing. */
export async function busyByAppointments(
  workspace: Workspace,
  post: string,
  span: Span,
): Promise<readonly Span[]> {
  const { person } = ((await workspace.state({ kind: 'post', id: post })) ?? {}) as Partial<Post>
  if (person === undefined || person === '') return []
  const ref = { kind: 'personal-calendar', id: person } as const
  const calendar = (await workspace.state(ref)) as PersonalCalendar | undefined
  if (calendar === undefined) return []
  const asked = `${span.from} ${span.until}`
  const before = lastAsked.get(calendar)
  if (before?.asked === asked) return before.spans
  const spans = taken(calendar, span)
  lastAsked.set(calendar, { asked, spans })
  return spans
}

/** A calendar that did not change is not read again for the same question, which every keystroke of whoever looks for a time asks. */
const lastAsked = new WeakMap<PersonalCalendar, { readonly asked: string; readonly spans: readonly Span[] }>()

function taken(calendar: PersonalCalendar, span: Span): readonly Span[] {
  const window = { fromMs: millisOf(span.from), toMs: millisOf(span.until) }
  const effort = { timesLeft: MOST_EFFORT_EACH }
  return occurrencesIn(Object.values(calendar.entries), window, effort)
    .occurrences.filter(({ isFree, days, startMs, endMs }) => !isFree && days === null && endMs > startMs)
    .map(({ startMs, endMs }) => ({ from: instantFrom(startMs), until: instantFrom(endMs) }))
}
