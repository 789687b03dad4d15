import { z } from 'zod'
import { events, refuse, type Decider, type Happened } from '../decision.ts'

/** Keys 1–9. */
export const MOST_USUAL = 9

const usual = z.strictObject({
  /** The sentence; `{lead}` and `{date}` stand for the person and the day. */
  text: z.string().min(1).max(2000),
  lead: z.string().min(1).max(64).nullable(),
  cooperating: z.array(z.string().min(1).max(64)).max(50),
  inform: z.array(z.string().min(1).max(64)).max(200),
  /** Due in so many working days unless the sender asks for it earlier; null: no deadline. */
  workingDays: z.int().min(0).max(250).nullable(),
})
export type UsualDirective = z.infer<typeof usual>

const set = z.strictObject({ post: z.string().min(1).max(64), directives: z.array(usual).max(MOST_USUAL) })

/** The usual directives (mẫu ý kiến thường dùng) of one post, under its keys 1–9. Id = the post's. */
export interface UsualDirectives {
  readonly id: string
  readonly directives: readonly UsualDirective[]
}
interface UsualSet extends Happened {
  readonly type: 'set'
  readonly post: string
  readonly directives: readonly UsualDirective[]
}

/** Everyone keeps their own; nobody else sees them. */
export const usualDirectivesDecider: Decider<
  UsualDirectives,
  { readonly type: 'usual-directives.set' } & z.infer<typeof set>,
  UsualSet
> = {
  kind: 'usual-directives',
  parse: (type, payload) => {
    if (type !== 'usual-directives.set') throw new z.ZodError([])
    return { type, ...set.parse(payload) }
  },
  decide: (state, { post, directives }, { actor, at }) =>
    actor.post !== post || (state !== undefined && state.id !== post)
      ? refuse('own-directives-only')
      : events({ type: 'set', post, directives, at, by: { person: actor.person, post: actor.post } }),
  /** Set under another name they count for nobody. */
  evolve: (_state, event, id) => ({ id, directives: event.post === id ? event.directives : [] }),
  audienceOf: (state) => [`post:${state.id}`],
  eventTypes: ['set'],
}
