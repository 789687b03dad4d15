import { blobsNamedBy } from '#shared/domain/blob-names.ts'
import { aggregateKey } from '#shared/log/workspace-state.ts'
import type { AggregateRef } from '#shared/log/command.ts'
import { allProjections } from '../projections/all-projections.ts'
import type { ProjectedRow, Projection } from '../projections/projection.ts'
import type { KnownState } from '../projections/states.ts'
import type { Changes } from './changes.ts'

/** What is shown of an aggregate; undefined state: nothing. */
export interface Shown {
  readonly state: unknown
  readonly pending: boolean
}

/** Replaces the rows of an aggregate: writes those that differ, deletes those that are gone, and moves the counters by the difference. */
export function replaceRows(
  changes: Changes,
  of: AggregateRef,
  before: Shown | undefined,
  after: Shown | undefined,
): void {
  for (const projection of allProjections) {
    const old = rowsOf(projection, of, before)
    const now = rowsOf(projection, of, after)
    for (const [id, row] of now) {
      const had = old.get(id)
      if (had !== undefined && isSame(had, row)) continue
      changes.putProjected(projection.table, { ...row.index, id }, row.content)
      had?.counts.forEach((name) => changes.count(name, -1))
      row.counts.forEach((name) => changes.count(name, 1))
    }
    for (const [id, row] of old) {
      if (now.has(id)) continue
      changes.delete(projection.table, id)
      row.counts.forEach((name) => changes.count(name, -1))
    }
  }
  replaceBlobs(changes, aggregateKey(of), before, after)
}

function rowsOf(
  projection: Projection,
  { kind }: AggregateRef,
  shown: Shown | undefined,
): ReadonlyMap<string, ProjectedRow> {
  if (shown?.state === undefined || shown.state === null) return new Map()
  const rows = projection.rowsOf({ kind, state: shown.state } as KnownState, { pending: shown.pending })
  return new Map(rows.map((row) => [row.id, row]))
}

/** Both come from the same code in the same order of keys. */
const isSame = (a: ProjectedRow, b: ProjectedRow): boolean => JSON.stringify(a) === JSON.stringify(b)

function replaceBlobs(
  changes: Changes,
  aggregate: string,
  before: Shown | undefined,
  after: Shown | undefined,
): void {
  const old = hashesIn(before)
  const now = hashesIn(after)
  for (const hash of now) if (!old.has(hash)) changes.putBlob({ id: `${aggregate}#${hash}`, aggregate, hash })
  for (const hash of old) if (!now.has(hash)) changes.delete('blobs', `${aggregate}#${hash}`)
}

const hashesIn = (shown: Shown | undefined): ReadonlySet<string> =>
  new Set(blobsNamedBy(shown?.state).map((blob) => blob.sha256))
