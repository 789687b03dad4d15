import { z } from 'zod'
import { refuse, type Audience, type Decider, type Happened } from './decision.ts'

/** On what ground a body was removed: the decision on a disposal, or the sender's request to recall it, by its id. */
const erasureBasis = z.strictObject({
  kind: z.enum(['disposal', 'recall']),
  id: z.string().min(1).max(64),
})
type ErasureBasis = z.infer<typeof erasureBasis>

const erase = z.strictObject({
  basis: erasureBasis,
  /** Who decided. */
  by: z.strictObject({ person: z.string().min(1).max(64), post: z.string().min(1).max(64) }),
})

/** Type of the event that tells every desk that the content of its aggregate is gone for good. */
export const ERASED = 'aggregate.erased'

/** Says on what ground and by whose decision; nothing of the content. */
export interface ErasedEvent extends Happened {
  readonly type: typeof ERASED
  readonly basis: ErasureBasis
}
export interface EraseCommand extends z.infer<typeof erase> {
  readonly type: 'erase'
}

/** What is left of an aggregate: who saw it, so that they are told; nothing else. */
export interface Erased {
  readonly erased: { readonly basis: ErasureBasis; readonly audience: Audience }
}

export const isErased = (state: unknown): state is Erased =>
  typeof state === 'object' && state !== null && 'erased' in state

/** Only for what the log says; a state that is gone reads as none. */
export const unlessErased = (state: unknown): unknown => (isErased(state) ? undefined : state)

/**
 * Gives a kind of aggregate `<kind>.erase`, done by the node alone on a decision. Afterwards every act on it is refused, and what is looked at
 * from elsewhere is not there.
 */
export function erasable<S, C, E extends { readonly type: string }>(
  decider: Decider<S, C, E>,
): Decider<S | Erased, C | EraseCommand, E | ErasedEvent> {
  const isErasing = (command: C | EraseCommand): command is EraseCommand =>
    typeof command === 'object' && command !== null && 'basis' in command && 'by' in command
  return {
    kind: decider.kind,
    parse: (type, payload) =>
      type === `${decider.kind}.erase`
        ? { type: 'erase', ...erase.parse(payload) }
        : decider.parse(type, payload),
    decide: (state, command, context) => {
      if (isErased(state)) return refuse('erased-by-law')
      if (!isErasing(command)) return decider.decide(state, command, context)
      if (!context.actor.roles.includes('node')) return refuse('node-only')
      if (state === undefined) return refuse('unknown-object')
      const { basis, by } = command
      return { kind: 'events', events: [{ type: ERASED, basis, by, at: context.at }] }
    },
    evolve: (state, event, id) => {
      if (event.type !== ERASED) return decider.evolve(state as S | undefined, event as E, id)
      const audience =
        state === undefined ? [] : isErased(state) ? state.erased.audience : decider.audienceOf(state)
      return { erased: { basis: (event as ErasedEvent).basis, audience } }
    },
    audienceOf: (state) => (isErased(state) ? state.erased.audience : decider.audienceOf(state)),
    eventTypes: [...decider.eventTypes, ERASED] as unknown as readonly (E | ErasedEvent)['type'][],
  }
}
