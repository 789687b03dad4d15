import type { Post } from '#shared/domain/directory/directory.ts'
import type { Role } from '#shared/domain/decision.ts'
import { usePeople } from '../database/use-live.ts'
import { useDesk } from '../sync/desk-context.tsx'

/** The post that works at this desk; undefined until the directory was read. */
export function useMe(): Post | undefined {
  const { post } = useDesk()
  return usePeople()?.find((one) => one.id === post)
}

/** Whether the post at this desk holds a role. */
export const hasRole = (me: Post | undefined, role: Role): boolean => me?.roles.includes(role) ?? false

/** Finds names of posts; an unknown post reads as its id never: as an empty text. */
export function usePostNames(): (post: string | null) => string {
  const people = usePeople() ?? []
  return (post) => people.find((one) => one.id === post)?.name ?? ''
}
