import { useMemo, useState } from 'react'
import { atMinute } from '#shared/domain/calendar/working-calendar.ts'
import { isShortNotice } from '#shared/domain/meetings/short-notice.ts'
import type { DaysOffWay } from '#shared/domain/meetings/series/series.ts'
import { firstDayOf, plannedDates } from '#shared/exchange/calendar/series-days.ts'
import { localDateOf, type Instant, type LocalDate } from '#shared/kernel/instant.ts'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'
import { useToday } from '../../../workplace/today.ts'
import { endFromWords, patternOf, type RepeatKind, type SeriesPlan } from '../use-cases/series-plan.ts'

interface Choice {
  readonly kind: RepeatKind
  readonly end: string
  readonly daysOff: DaysOffWay
  readonly shortNotice: string
}

/** The dates that the choice gives. */
export type Planned = Omit<SeriesPlan, 'shortNotice'> & { readonly isCut: boolean }

/** How a meeting comes again, as it is being chosen. */
export interface Repeat {
  readonly choice: Choice
  readonly set: (part: Partial<Choice>) => void
  readonly planned: Planned | null
  /** The first date is so near that calling it asks for a reason. */
  readonly isShort: boolean
  /** Null: it does not come again, or cannot be called like this. */
  readonly plan: SeriesPlan | null
}

const USUAL_END = '12'

/** Keeps what is chosen of the series that begins with a meeting at this time. */
export function useRepeat(from: Instant | null): Repeat {
  const today = useToday()
  const calendar = useCalendar()
  const [choice, setChoice] = useState<Choice>({
    ...{ kind: 'none', end: USUAL_END, daysOff: 'skip', shortNotice: '' },
  })
  const day = from === null ? null : localDateOf(from)
  const planned = useMemo(() => planOf(choice, day, today, calendar), [choice, day, today, calendar])
  const first = planned?.dates.find((date) => date.day !== null)?.day
  const isShort = first != null && isShortNotice(calendar, today, { from: atMinute(first, 0) })
  const isReady = first != null && (!isShort || choice.shortNotice.trim() !== '')
  return {
    choice,
    set: (part) => setChoice({ ...choice, ...part }),
    planned,
    isShort,
    plan: planned !== null && isReady ? { ...planned, shortNotice: isShort ? choice.shortNotice : '' } : null,
  }
}

function planOf(
  { kind, end, daysOff }: Choice,
  day: LocalDate | null,
  today: LocalDate,
  calendar: Parameters<typeof plannedDates>[1],
): Planned | null {
  const bounds = endFromWords(end, today, calendar)
  if (kind === 'none' || day === null || bounds === undefined) return null
  const pattern = patternOf(kind, day)
  const rule = { pattern, first: firstDayOf(pattern, day), ...bounds, daysOff }
  return { rule, ...plannedDates(rule, calendar) }
}
