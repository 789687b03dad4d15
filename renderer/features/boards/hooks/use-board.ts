import { useDeferredValue, useMemo } from 'react'
import { boardOf, type Board } from '#shared/domain/boards/figures.ts'
import type { UnitOf } from '#shared/domain/boards/narrow.ts'
import type { Period } from '#shared/domain/boards/period.ts'
import { useBoardFacts, usePeople } from '../../../database/use-live.ts'
import { useNow } from '../../../workplace/today.ts'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'

/** The figures of a period over everything this desk may see; undefined while they are counted for the first time. */
export function useBoard(period: Period): Board | undefined {
  const facts = useDeferredValue(useBoardFacts(period.from))
  const calendar = useCalendar()
  const now = useNow()
  return useMemo(
    () => (facts === undefined ? undefined : boardOf(facts, { period, calendar, now })),
    [facts, period, calendar, now],
  )
}

/** Unit of a post by the directory. */
export function useUnitOf(): UnitOf {
  const people = usePeople()
  return useMemo(() => {
    const units = new Map((people ?? []).map((post) => [post.id, post.unit]))
    return (post) => units.get(post) ?? ''
  }, [people])
}
