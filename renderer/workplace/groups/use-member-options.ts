import { useMemo } from 'react'
import type { GroupKind, GroupMember } from '#shared/domain/directory/groups.ts'
import { usePeople, useUnits } from '../../database/use-live.ts'
import { useT } from '../../i18n/language-provider.tsx'
import type { PickerOption } from '../../ui/picker-search.ts'
import { useAgencyOptions } from '../agency-options.ts'
import { hasRole } from '../me.ts'

/** Who can be put in a group of this kind, and its members that are no longer in the directory, said to be so. */
export function useMemberOptions(of: GroupKind, members: readonly GroupMember[]): readonly PickerOption[] {
  const t = useT()
  const agencies = useAgencyOptions()
  const people = usePeople()
  const units = useUnits()
  return useMemo(() => {
    const persons = (people ?? [])
      .filter((post) => !hasRole(post, 'administrator'))
      .map(({ id, name, title, unit }): PickerOption => {
        const place = units?.find((one) => one.id === unit)?.name ?? ''
        return { id, name, detail: [title, place].join(' · ') }
      })
    const known = of === 'people' ? persons : agencies
    const ids = new Set(known.map((one) => one.id))
    const isRead = people !== undefined && known.length > 0
    const gone = members
      .filter((one) => isRead && !ids.has(one.id))
      .map(({ id, name }) => ({ id, name, note: t('common.groups.gone'), noteTone: 'over' as const }))
    return [...known, ...gone]
  }, [of, members, agencies, people, units, t])
}
