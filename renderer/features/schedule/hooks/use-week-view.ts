import { useMemo } from 'react'
import { addDays, weekdayOf } from '#shared/domain/calendar/days.ts'
import { isHeadOf, type Post } from '#shared/domain/directory/directory.ts'
import { weekOf, type WeekId } from '#shared/domain/schedule/iso-week.ts'
import { weekChanges, type WeekChange } from '#shared/domain/schedule/week-changes.ts'
import { latestOf, type Week, type WeekVersion } from '#shared/domain/schedule/week-decider.ts'
import { linesOfDraft, type WeekDraft } from '#shared/domain/schedule/week-draft.ts'
import type { WeekLine } from '#shared/domain/schedule/week-line.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { useAgency, usePeople } from '../../../database/use-live.ts'
import { useWeek, useWeekDraft } from '../../../database/use-live-meetings.ts'

/** What of a week is looked at. */
export type WeekBox = 'draft' | 'published'

/** A week as the screen shows it. */
export interface WeekView {
  readonly draft: WeekDraft | null
  readonly week: Week | null
  readonly latest: WeekVersion | undefined
  readonly lines: readonly WeekLine[]
  /** What the draft has that the latest version has not. */
  readonly unpublished: readonly WeekChange[]
}

/** Undefined while it is read. */
export function useWeekView(id: WeekId, box: WeekBox): WeekView | undefined {
  const seenDraft = useWeekDraft(id)
  const seenWeek = useWeek(id)
  return useMemo(() => {
    if (seenDraft === undefined || seenWeek === undefined) return undefined
    const draft = seenDraft?.state ?? null
    const week = seenWeek?.state ?? null
    const latest = latestOf(week ?? undefined)
    const drafted = draft === null ? [] : linesOfDraft(draft)
    const published = latest?.lines ?? []
    return {
      draft,
      week,
      latest,
      lines: box === 'draft' ? drafted : published,
      unpublished: draft === null ? [] : weekChanges(published, drafted),
    }
  }, [seenDraft, seenWeek, box])
}

/** Leaders in the order of the schedule: the head of the agency first; with them whoever stands in a line and leads no more. */
export function useLeaders(lines: readonly WeekLine[]): readonly Post[] {
  const people = usePeople()
  const agency = useAgency()?.state
  return useMemo(() => {
    const all = people ?? []
    const inLines = new Set(lines.flatMap(({ leaders }) => leaders))
    const shown = all.filter(({ id, roles }) => roles.includes('leader') || inLines.has(id))
    const rank = (post: Post): number => (agency !== undefined && isHeadOf(post, agency) ? 0 : 1)
    return shown.toSorted((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title, 'vi'))
  }, [people, agency, lines])
}

const THURSDAY = 4

/** The week one means when one comes: on its last days the office prepares the next one, and at the weekend everybody looks at it. */
export function firstWeek(today: LocalDate, prepares: boolean): WeekId {
  const weekday = (weekdayOf(today) + 6) % 7
  const isNext = weekday >= (prepares ? THURSDAY - 1 : 5)
  return weekOf(isNext ? addDays(today, 7) : today)
}

/** Lines of the draft that the latest version has otherwise or not at all; none before the first version. */
export function changedLines(view: WeekView | undefined, box: WeekBox): ReadonlySet<string> {
  if (view?.latest === undefined || box === 'published') return new Set()
  return new Set(
    view.unpublished.flatMap((one) =>
      one.kind === 'removed' ? [] : [(one.kind === 'changed' ? one.after : one.line).id],
    ),
  )
}
