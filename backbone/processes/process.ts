import type { AggregateRef, CommandBody } from '#shared/log/command.ts'
import type { ActorRef } from '#shared/domain/decision.ts'

/** An event of the log that something may follow from. */
export interface Cause<E = { readonly type: string }> {
  readonly workspace: string
  readonly aggregate: AggregateRef
  /** When the node wrote it down: the time of everything that follows. */
  readonly serverTime: string
  readonly event: E & { readonly id: string; readonly at: string; readonly by: ActorRef }
}

/** What follows: an act of the node in the same workspace, or work outside the log. Ids are derived from the event and the place in the list. */
export type Reaction =
  | {
      readonly kind: 'act'
      readonly aggregate: AggregateRef
      readonly type: string
      readonly payload: CommandBody['payload']
    }
  | {
      readonly kind: 'job'
      readonly job: string
      /** Jobs of one lane are done one after the other, in the order of their causes. */
      readonly lane: string
      readonly payload: Readonly<Record<string, unknown>>
    }
  /** Removes the bodies of an aggregate that the log says is erased, and files that nothing else names. Again changes nothing. */
  | { readonly kind: 'erase'; readonly aggregate: AggregateRef }

/** Reads the confirmed state of another aggregate of the same workspace. */
export type ReadState = (ref: AggregateRef) => Promise<unknown>
/** Every aggregate of a kind in the workspace. */
export type ListAggregates = (kind: AggregateRef['kind']) => Promise<readonly AggregateRef[]>

/**
 * Follows the log and says what follows from each event. Pure but for reading states, so that running it again changes nothing. `name` is
 * stored with its cursor and part of derived ids: never rename one.
 */
export interface Process {
  readonly name: string
  /** `kind.eventType` of what it looks at. */
  readonly follows: readonly `${AggregateRef['kind']}.${string}`[]
  readonly react: (
    cause: Cause,
    read: ReadState,
    list: ListAggregates,
  ) => Promise<readonly Reaction[]> | readonly Reaction[]
}
