import { useMemo } from 'react'
import { rankByRisk, type RiskReason } from '#shared/domain/work/legal-risk.ts'
import { useMyWork } from '../../../database/use-live.ts'
import { isToDo, type WorkReason, type WorkRow } from '../../../projections/work.ts'
import { useToday } from '../../../workplace/today.ts'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'

/** A piece of work with the reason why it stands where it does. */
export interface RankedWork {
  readonly row: WorkRow
  readonly risk: RiskReason
}

const AWAITED: ReadonlySet<WorkReason> = new Set([
  'review',
  'checkForm',
  'sign',
  'direct',
  'extension',
  'taskReturned',
  'ballot',
])
const RETURNED: ReadonlySet<WorkReason> = new Set(['returned', 'taskReturned'])

/** Everything this post has to do, gravest first; undefined while it is read. */
export function useRankedWork(): readonly RankedWork[] | undefined {
  const work = useMyWork()
  const today = useToday()
  const calendar = useCalendar()
  return useMemo(() => {
    if (work === undefined) return undefined
    const facts = work
      .filter((row) => isToDo(row.reason))
      .map((row) => ({
        ...row,
        row,
        isReturned: RETURNED.has(row.reason),
        isAwaited: AWAITED.has(row.reason),
      }))
    return rankByRisk(facts, today, calendar).map(([{ row }, risk]) => ({ row, risk }))
  }, [work, today, calendar])
}
