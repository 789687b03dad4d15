import { daysBetween } from '#shared/domain/calendar/days.ts'
import type { WorkingCalendar } from '#shared/domain/calendar/working-calendar.ts'
import { deadlineStanding } from '#shared/domain/work/deadline.ts'
import type { Urgency } from '#shared/domain/documents/document.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import type { DeadlineView } from './deadline.types.ts'
import type { Urgency as StampUrgency } from './urgency-stamp.tsx'

interface DeadlineFacts {
  readonly deadline: LocalDate | null
  readonly urgency: Urgency
  /** Cooperating, not leading. */
  readonly isShared?: boolean
  readonly doneOn?: string
}

/** What the chip says; undefined when there is no deadline to show. */
export function deadlineView(
  { deadline, urgency, isShared = false, doneOn }: DeadlineFacts,
  today: LocalDate,
  calendar: WorkingCalendar,
): DeadlineView | undefined {
  if (doneOn !== undefined) return { kind: 'done', date: doneOn }
  if (urgency === 'express') return { kind: 'flash' }
  if (deadline === null) return undefined
  if (isShared) return { kind: 'shared', days: daysBetween(today, deadline) }
  const standing = deadlineStanding(calendar, deadline, today, urgency)
  switch (standing.kind) {
    case 'none':
      return undefined
    case 'today':
      return { kind: 'today' }
    case 'soon':
      return { kind: 'due', days: standing.days }
    case 'inTime':
    case 'overdue':
      return { kind: standing.kind, days: standing.days }
  }
}

const stamps: Record<Urgency, StampUrgency | undefined> = {
  normal: undefined,
  urgent: 'urgent',
  'very-urgent': 'veryUrgent',
  express: undefined,
}

/** The stamp beside the number; express is said by the chip already. */
export const stampOf = (urgency: Urgency): StampUrgency | undefined => stamps[urgency]
