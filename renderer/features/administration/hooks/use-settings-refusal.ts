import { useMemo } from 'react'
import { whyNotFlowPosts } from '#shared/domain/configuration/flows.ts'
import { whyNotLawful } from '#shared/domain/configuration/lawful-settings.ts'
import type { AgencySettings } from '#shared/domain/configuration/settings.ts'
import type { Look, Refusal } from '#shared/domain/decision.ts'
import { usePeople } from '../../../database/use-live.ts'

/** The posts of the agency as a decider sees them; undefined while they are read. */
export function usePostLook(): Look | undefined {
  const people = usePeople()
  return useMemo(() => {
    if (people === undefined) return undefined
    const posts = new Map(people.map((post) => [post.id, post]))
    return (kind, id) => (kind === 'post' ? posts.get(id) : undefined)
  }, [people])
}

/** The rule by which settings may not be published, as the log will judge them. */
export function useSettingsRefusal(settings: AgencySettings): Refusal | undefined {
  const look = usePostLook()
  return useMemo(() => whyNotLawful(settings) ?? (look && whyNotFlowPosts(settings, look)), [settings, look])
}
