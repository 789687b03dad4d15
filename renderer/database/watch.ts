import { liveQuery } from 'dexie'
import type { Office } from './office.ts'
import type { AggregateRecord } from './repositories/aggregates-repository.ts'

/** Calls `notice` with the aggregate now and after each change, of this window or another; the answer stops it. */
export function watchAggregate(
  office: Office,
  key: string,
  notice: (record: AggregateRecord | undefined) => void,
  fail: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(async () => await office.aggregates.get(key)).subscribe(notice, fail)
  return () => subscription.unsubscribe()
}
