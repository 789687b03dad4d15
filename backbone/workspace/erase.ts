import { blobsNamedBy } from '#shared/domain/blob-names.ts'
import { ERASED } from '#shared/domain/erasure.ts'
import type { AggregateRef } from '#shared/log/command.ts'
import { entryEvents } from '#shared/log/entry.ts'
import type { Engine, StoredEntry } from '../engine/engine.port.ts'

/**
 * Removes the bodies of all entries of an aggregate that came before the event which says that it was erased. Leaves stay, so that every head
 * stays provable; the feed shows the places as skipped. Answers the files that only the removed bodies may have named; nothing is removed
 * and none answered when there is no such event.
 */
export async function eraseBodies(
  engine: Engine,
  workspace: string,
  aggregate: AggregateRef,
  { upTo, left }: { readonly upTo: number; readonly left: unknown },
): Promise<readonly string[]> {
  const entries = await engine.history(workspace, aggregate, 0, upTo)
  const at = entries.findIndex(saysErased)
  if (at < 0) return []
  const bodies = entries.slice(0, at).filter((one) => !one.erased)
  const files = bodies.flatMap(({ entry }) => blobsNamedBy(JSON.parse(entry.events)))
  await engine.erase(
    workspace,
    aggregate,
    bodies.map((one) => one.entry.seq),
    JSON.stringify(left),
  )
  return [...new Set(files.map((one) => one.sha256))]
}

function saysErased({ entry, erased }: StoredEntry): boolean {
  if (erased) return false
  return entryEvents.parse(JSON.parse(entry.events)).events.some((event) => event.type === ERASED)
}
