import { isHeadOf, type Post } from '#shared/domain/directory/directory.ts'
import type { Role } from '#shared/domain/decision.ts'
import { useAgency, usePeople } from '../database/use-live.ts'
import { useDesk } from '../sync/desk-context.tsx'

/** The post that works at this desk; undefined until the directory was read. */
export function useMe(): Post | undefined {
  const { post } = useDesk()
  const people = usePeople()
  return people && byId(people).get(post)
}

/** Whether the post at this desk holds a role. */
export const hasRole = (me: Post | undefined, role: Role): boolean => me?.roles.includes(role) ?? false

/** Whether the post at this desk is that of the head of the agency. */
export function useIsHead(): boolean {
  const me = useMe()
  const agency = useAgency()
  return me !== undefined && agency != null && isHeadOf(me, agency.state)
}

/** Finds names of posts; an unknown post reads as its id never: as an empty text. */
export function usePostNames(): (post: string | null) => string {
  const posts = byId(usePeople() ?? NOBODY)
  return (post) => (post === null ? undefined : posts.get(post)?.name) ?? ''
}

const NOBODY: readonly Post[] = []
/** Every line of a list asks for names. */
const postsOf = new WeakMap<readonly Post[], ReadonlyMap<string, Post>>()

function byId(people: readonly Post[]): ReadonlyMap<string, Post> {
  const posts = postsOf.get(people) ?? new Map(people.map((one) => [one.id, one]))
  postsOf.set(people, posts)
  return posts
}
