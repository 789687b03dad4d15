import type { AggregateRef } from '#shared/log/command.ts'
import type { Engine } from '../engine/engine.port.ts'

/**
 * Removes the bodies of all entries of an aggregate up to `upTo`, as the law has it (recalled documents, expired records). Leaves stay, so
 * that every head stays provable; the feed shows the places as skipped. Answers how many bodies went.
 */
export async function eraseBodies(
  engine: Engine,
  workspace: string,
  aggregate: AggregateRef,
  upTo: number,
): Promise<number> {
  const entries = await engine.history(workspace, aggregate, 0, upTo)
  const seqs = entries.filter((one) => !one.erased).map((one) => one.entry.seq)
  await engine.erase(workspace, aggregate, seqs)
  return seqs.length
}
