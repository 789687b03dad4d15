import type { AggregateKind } from '../log/command.ts'
import type { Instant, LocalDate } from '../kernel/instant.ts'
import type { RuleId } from './law/rules.ts'

/** Why an act may not be done: a rule (article, words and remedy in `law`), and the facts its words need. */
export interface Refusal {
  readonly rule: RuleId
  readonly facts: Readonly<Record<string, string | number>>
}

/** Every event says who did it and when; `at` is the command's `claimedAt`. */
export interface Happened {
  readonly at: Instant
  readonly by: ActorRef
}

export interface ActorRef {
  readonly person: string
  readonly post: string
}

/**
 * What a decider answers. `awaitsNode`: the act is lawful, but its result (a number) may not be guessed on this desk; it waits in the
 * outbox for the node (design 3, Nothing guessed is sealed into bytes).
 */
export type Decision<E> =
  | { readonly kind: 'events'; readonly events: readonly E[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'awaitsNode'; readonly reason: RuleId }

/** Roles by law (I6). `node` is the backbone node acting by itself; `administrator` has no read right to content (E9). */
export const roles = [
  'drafter',
  'unit-head',
  'leader',
  'clerk',
  'archivist',
  'form-checker',
  'administrator',
  'node',
] as const
export type Role = (typeof roles)[number]

/** Who acts, as known to the decider. Filled on the desk from the session, on the node from the confirmed post of the command. */
export interface Actor extends ActorRef {
  readonly name: string
  readonly title: string
  readonly unit: string
  readonly roles: readonly Role[]
  /** Device key the command is signed with. */
  readonly device: string
}

/** Reads the state of another aggregate: on the desk what is shown (undefined when not visible here), on the node what is confirmed. */
export type Look = (kind: AggregateKind, id: string) => unknown

/** Everything a decider may know beside state and command. No clock, no randomness. */
export interface DecisionContext {
  /** On the desk numbers may only come from a pen held here. */
  readonly side: 'desk' | 'node'
  /** Of the aggregate that the command is about: what belongs to one person or date lies under its own id alone. */
  readonly id: string
  /** `claimedAt` of the command. */
  readonly at: Instant
  /** When the node took the command, by its own clock; absent on the desk. */
  readonly receivedAt?: Instant
  /** The day of `at` on the agency's calendar. */
  readonly today: LocalDate
  readonly actor: Actor
  readonly look: Look
}

export const events = <E>(...list: readonly E[]): Decision<E> => ({ kind: 'events', events: list })
export const refuse = (
  rule: RuleId,
  facts: Refusal['facts'] = {},
): { kind: 'refused'; refusal: Refusal } => ({ kind: 'refused', refusal: { rule, facts } })
export const awaitNode = (reason: RuleId): { kind: 'awaitsNode'; reason: RuleId } => ({
  kind: 'awaitsNode',
  reason,
})

/** `agency` = everyone in the workspace. An aggregate is visible whole to whoever holds one of its principals, or not at all. */
export type Principal = 'agency' | `person:${string}` | `post:${string}` | `unit:${string}` | `role:${Role}`
export type Audience = readonly Principal[]

/** One kind of aggregate: the same pure functions run on desk and node. `evolve` never refuses. */
export interface Decider<S, C, E extends { readonly type: string }> {
  readonly kind: AggregateKind
  /** Parses type and payload of a command of this kind; throws ZodError on anything else. */
  readonly parse: (type: string, payload: unknown) => C
  readonly decide: (state: S | undefined, command: C, context: DecisionContext) => Decision<E>
  readonly evolve: (state: S | undefined, event: E, aggregateId: string) => S
  readonly audienceOf: (state: S) => Audience
  /** Unknown event types make an aggregate read-only on this desk. */
  readonly eventTypes: readonly E['type'][]
}
