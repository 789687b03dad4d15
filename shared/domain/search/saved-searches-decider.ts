import { z } from 'zod'
import { events, refuse, type Decider, type Happened } from '../decision.ts'

export const MOST_SAVED_SEARCHES = 30

const savedSearch = z.strictObject({
  id: z.uuid(),
  name: z.string().min(1).max(80),
  /** As it was typed. */
  text: z.string().max(500),
  /** Chosen values by facet. */
  filters: z.record(z.string().max(40), z.array(z.string().max(500)).max(50)),
})
export type SavedSearch = z.infer<typeof savedSearch>

const set = z.strictObject({
  post: z.string().min(1).max(64),
  searches: z.array(savedSearch).max(MOST_SAVED_SEARCHES),
})

/** The searches that one post keeps as boxes of its own. Id = the post's. */
export interface SavedSearches {
  readonly id: string
  readonly searches: readonly SavedSearch[]
}
interface SearchesSet extends Happened {
  readonly type: 'set'
  readonly post: string
  readonly searches: readonly SavedSearch[]
}

/** Everyone keeps their own; nobody else sees them. */
export const savedSearchesDecider: Decider<
  SavedSearches,
  { readonly type: 'saved-searches.set' } & z.infer<typeof set>,
  SearchesSet
> = {
  kind: 'saved-searches',
  parse: (type, payload) => {
    if (type !== 'saved-searches.set') throw new z.ZodError([])
    return { type, ...set.parse(payload) }
  },
  decide: (state, { post, searches }, { actor, at }) =>
    actor.post !== post || (state !== undefined && state.id !== post)
      ? refuse('own-searches-only')
      : events({ type: 'set', post, searches, at, by: { person: actor.person, post: actor.post } }),
  /** Set under another name they count for nobody. */
  evolve: (_state, event, id) => ({ id, searches: event.post === id ? event.searches : [] }),
  audienceOf: (state) => [`post:${state.id}`],
  eventTypes: ['set'],
}
