import type { AggregateRef } from './command.ts'

/** Key of an aggregate in maps and tables. */
export function aggregateKey(ref: AggregateRef): string {
  return `${ref.kind}/${ref.id}`
}
