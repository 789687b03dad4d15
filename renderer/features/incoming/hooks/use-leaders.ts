import { useMemo } from 'react'
import { useAgency, usePeople } from '../../../database/use-live.ts'
import { leaderOf } from '../components/proposal.ts'

interface Leader {
  readonly id: string
  readonly name: string
  readonly title: string
}

/** Whom a letter can be presented to, and who it goes to: the chosen one, else the head. */
export function useLeaders(chosen: string | null): {
  readonly leaders: readonly Leader[]
  readonly leader: Leader
} {
  const people = usePeople()
  const headTitle = useAgency()?.state.headTitle ?? ''
  return useMemo(() => {
    const leaders = (people ?? []).filter((post) => post.roles.includes('leader'))
    const leader = leaders.find((post) => post.id === chosen) ?? leaderOf(leaders, headTitle)
    return { leaders, leader: leader ?? { id: '', name: '', title: '' } }
  }, [people, headTitle, chosen])
}
