import { addWorkingDays, type WorkingCalendar } from '../calendar/working-calendar.ts'
import { instantFrom, localDateOf, millisOf, type Instant, type LocalDate } from '../../kernel/instant.ts'
import { STILL_OPEN, type BoardFact, type DeliveryFact, type TaskFact } from './facts.ts'
import type { Period } from './period.ts'
import { waitingStepOf, waitingSteps, type WaitingStep } from './waiting.ts'
import { workingClock } from './working-clock.ts'

/** How a task stands at the end of the period that is looked at. */
export const taskStandings = ['onTime', 'late', 'running', 'overdue', 'stopped', 'noDeadline'] as const
export type TaskStanding = (typeof taskStandings)[number]

/** How a delivery stands; every delivery has exactly one. */
export const deliveryStandings = [
  'accepted',
  'acceptedLate',
  'awaited',
  'awaitedLate',
  'returned',
  'failed',
] as const
export type DeliveryStanding = (typeof deliveryStandings)[number]

/** Steps whose time is measured: of letters from arrival, of documents from the draft, of deliveries from issue. */
export const timedSteps = [
  'registered',
  'presented',
  'directed',
  'finished',
  'signed',
  'issued',
  'accepted',
] as const
export type TimedStep = (typeof timedSteps)[number]

const otherFigures = [
  'letters.arrived',
  'letters.signed',
  'letters.electronic',
  'documents.issued',
  'documents.signed',
  'documents.electronic',
  'delivery.all',
  'delivery.retried',
] as const

/** Every number of the boards is the length of the list of this name. In addresses of the boards. */
export type FigureId =
  | `tasks.${TaskStanding}`
  | `superior.${TaskStanding}`
  | `delivery.${DeliveryStanding}`
  | `waiting.${WaitingStep}`
  | `time.${TimedStep}`
  | (typeof otherFigures)[number]

/** All of them, in the order in which reports list them. */
export const figureIds: readonly FigureId[] = [
  ...taskStandings.map((one) => `tasks.${one}` as const),
  ...taskStandings.map((one) => `superior.${one}` as const),
  ...otherFigures,
  ...deliveryStandings.map((one) => `delivery.${one}` as const),
  ...timedSteps.map((one) => `time.${one}` as const),
  ...waitingSteps.map((one) => `waiting.${one}` as const),
]

/** What the figures are counted by. */
export interface BoardFrame {
  readonly period: Period
  readonly now: Instant
  readonly calendar: WorkingCalendar
}

/** The lists behind the figures, and what the steps took, in office minutes, in the order of the list of the step. */
export interface Board {
  readonly behind: ReadonlyMap<FigureId, readonly BoardFact[]>
  readonly minutes: ReadonlyMap<TimedStep, readonly number[]>
  /** Office minutes each thing that waits has waited, in the order of its list. */
  readonly waited: ReadonlyMap<WaitingStep, readonly number[]>
}

/**
 * One pass over the facts. Tasks count when they were open at some time of the period, letters when they arrived in it, documents when they
 * were issued in it, deliveries when they were sent in it, what waits: now.
 */
export function boardOf(facts: readonly BoardFact[], frame: BoardFrame): Board {
  const behind = new Map<FigureId, BoardFact[]>()
  const minutes = new Map<TimedStep, number[]>()
  const waited = new Map<WaitingStep, number[]>()
  const put = (figure: FigureId, fact: BoardFact): void => void listIn(behind, figure).push(fact)
  const first = facts.reduce((least, { since }) => (since < least ? since : least), frame.now)
  const clock = workingClock(frame.calendar, first, frame.now)
  const isLate = lateness(frame)
  const took = (step: TimedStep, fact: BoardFact, from: Instant, to: Instant | undefined): void => {
    if (to === undefined) return
    put(`time.${step}`, fact)
    listIn(minutes, step).push(clock(from, to))
  }
  for (const fact of facts) {
    const step = waitingStepOf(fact)
    if (step !== undefined) {
      put(`waiting.${step}`, fact)
      listIn(waited, step).push(clock(fact.at, frame.now))
    }
    switch (fact.what) {
      case 'task':
        countTask(fact, frame, put)
        break
      case 'letter':
        if (!isIn(fact.since, frame.period)) break
        put('letters.arrived', fact)
        if (fact.verdict !== 'unsigned') put('letters.signed', fact)
        if (fact.isPaper === 0) put('letters.electronic', fact)
        took('registered', fact, fact.since, fact.registeredAt)
        took('presented', fact, fact.since, fact.presentedAt)
        took('directed', fact, fact.since, fact.directedAt)
        took('finished', fact, fact.since, fact.finishedAt)
        break
      case 'document':
        if (fact.issuedAt === undefined || !isIn(fact.issuedAt, frame.period)) break
        put('documents.issued', fact)
        if (fact.isSigned === 1) put('documents.signed', fact)
        if (fact.isSigned === 1 && fact.recipients > 0) put('documents.electronic', fact)
        took('signed', fact, fact.since, fact.signedAt)
        took('issued', fact, fact.signedAt ?? fact.since, fact.issuedAt)
        break
      case 'delivery':
        if (!isIn(fact.since, frame.period)) break
        put('delivery.all', fact)
        put(`delivery.${standingOfDelivery(fact, isLate)}`, fact)
        if (fact.failures > 0) put('delivery.retried', fact)
        took('accepted', fact, fact.since, fact.acceptedAt)
    }
  }
  return { behind, minutes, waited }
}

/** How a task stood at the end of the period, or stands now when that is still to come; undefined when the period has nothing of it. */
export function standingOfTask(
  task: TaskFact,
  { period, now }: Omit<BoardFrame, 'calendar'>,
): TaskStanding | undefined {
  if (task.status === 'withdrawn' || localDateOf(task.since) > period.to || task.until < period.from)
    return undefined
  const today = localDateOf(now)
  const asOf = period.to < today ? period.to : today
  const isDone = task.until !== STILL_OPEN && task.until <= asOf
  if (task.deadline === undefined) return 'noDeadline'
  if (isDone) return task.until <= task.deadline ? 'onTime' : 'late'
  if (task.isStopped === 1) return 'stopped'
  return task.deadline < asOf ? 'overdue' : 'running'
}

function countTask(
  task: TaskFact,
  frame: BoardFrame,
  put: (figure: FigureId, fact: BoardFact) => void,
): void {
  const standing = standingOfTask(task, frame)
  if (standing === undefined) return
  put(`tasks.${standing}`, task)
  if (task.isSuperior === 1) put(`superior.${standing}`, task)
}

type Late = (delivery: DeliveryFact) => boolean

/** Received the same day or at the latest on the next working day (Decree 30 Art 4.2c); an answer behind that is late. */
function lateness({ calendar, now }: BoardFrame): Late {
  const limits = new Map<LocalDate, LocalDate>()
  const limitOf = (day: LocalDate): LocalDate => {
    const found = limits.get(day) ?? addWorkingDays(calendar, day, 1)
    limits.set(day, found)
    return found
  }
  return (delivery) =>
    localDateOf(delivery.acceptedAt ?? now) > limitOf(localDateOf(delivery.arrivedAt ?? delivery.since))
}

function standingOfDelivery(delivery: DeliveryFact, isLate: Late): DeliveryStanding {
  if (delivery.acceptedAt !== undefined) return isLate(delivery) ? 'acceptedLate' : 'accepted'
  if (delivery.state === 'failed' || delivery.state === '02')
    return delivery.state === '02' ? 'returned' : 'failed'
  return isLate(delivery) ? 'awaitedLate' : 'awaited'
}

/** By text alone: the bounds of a day in UTC, so that no date is made for each fact. */
const bounds = new WeakMap<Period, { readonly from: Instant; readonly to: Instant }>()
const DAY_MS = 86_400_000
const OFFSET_MS = 7 * 3_600_000

function isIn(at: Instant, period: Period): boolean {
  const known = bounds.get(period) ?? {
    from: instantFrom(millisOf(`${period.from}T00:00:00.000Z`) - OFFSET_MS),
    to: instantFrom(millisOf(`${period.to}T00:00:00.000Z`) - OFFSET_MS + DAY_MS),
  }
  bounds.set(period, known)
  return at >= known.from && at < known.to
}

function listIn<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const list = lists.get(key) ?? []
  if (list.length === 0) lists.set(key, list)
  return list
}
