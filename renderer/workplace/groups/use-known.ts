import { useMemo } from 'react'
import type { GroupKind } from '#shared/domain/directory/groups.ts'
import { useCorrespondents, usePeople } from '../../database/use-live.ts'

/** Who may stand in a group of this kind now, by id; undefined until the directory was read. */
export function useKnown(of: GroupKind): ReadonlyMap<string, string> | undefined {
  const people = usePeople()
  const correspondents = useCorrespondents()
  return useMemo(() => {
    if (of === 'people') return people && new Map(people.map((one) => [one.id, one.name]))
    return correspondents && new Map(correspondents.map((one) => [one.code, one.name]))
  }, [of, people, correspondents])
}
