import { useMemo } from 'react'
import type { Post } from '#shared/domain/directory/directory.ts'
import { useAgency, usePeople } from '../../../database/use-live.ts'
import { leaderOf } from '../components/proposal.ts'

/** Whom a letter can be presented to, the head first, and who it goes to: the chosen one, else the head; undefined until that is known, or nobody leads. */
export function useLeaders(chosen: string | null): {
  readonly leaders: readonly Post[]
  readonly leader: Post | undefined
} {
  const people = usePeople()
  const agency = useAgency()
  return useMemo(() => {
    const all = (people ?? []).filter((post) => post.roles.includes('leader'))
    const isKnown = people !== undefined && agency !== undefined
    const head = isKnown ? leaderOf(all, agency?.state.headTitle ?? '') : undefined
    const leaders = head === undefined ? all : [head, ...all.filter((post) => post !== head)]
    return { leaders, leader: leaders.find((post) => post.id === chosen) ?? head }
  }, [people, agency, chosen])
}
