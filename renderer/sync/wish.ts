import type { AggregateRef } from '#shared/log/command.ts'

/** What someone wants done. */
export interface Wish {
  readonly aggregate: AggregateRef
  readonly type: string
  readonly payload: Readonly<Record<string, unknown>>
  /** Kept from the node so long, that it can be undone. */
  readonly holdMs?: number | undefined
}
