import { useCallback, useEffect, useMemo, useRef } from 'react'
import {
  expand,
  ownerOf,
  type Expansion,
  type GroupKind,
  type GroupOwner,
} from '#shared/domain/directory/groups.ts'
import { useGroups } from '../../database/use-live.ts'
import { useT } from '../../i18n/language-provider.tsx'
import type { MessageKey } from '../../i18n/messages.ts'
import type { IconName } from '../../ui/icons.ts'
import type { Grouping, PickerOption } from '../../ui/picker-search.ts'
import { useToast } from '../../ui/toast.tsx'
import { useMe } from '../me.ts'
import { useKnown } from './use-known.ts'

interface Choosing {
  /** Ids of whoever is chosen, here or in a place that keeps them from being chosen here too. */
  readonly chosen: readonly string[]
  /** What can be chosen here one by one. */
  readonly options: readonly PickerOption[]
  /** Takes out again what a group has put in. */
  readonly onTakeOut: (ids: readonly string[]) => void
}

const parts = {
  added: 'plus',
  already: 'check',
  barred: 'circle-x',
  gone: 'alert-circle',
} as const satisfies Record<keyof Expansion, IconName>
const partNames = Object.keys(parts) as (keyof Expansion)[]

/** Groups as a picker offers them, each with whom it adds, who is there already and who is left out; one undo takes all of them back out. */
export function useGroupOptions(of: GroupKind, { chosen, options, onTakeOut }: Choosing): Grouping {
  const t = useT()
  const toast = useToast()
  const owners = useGroups(useMe())
  const known = useKnown(of)
  const takeOut = useRef(onTakeOut)
  useEffect(() => {
    takeOut.current = onTakeOut
  }, [onTakeOut])

  const groups = useMemo(() => {
    if (owners === undefined || known === undefined) return []
    const can = new Set(options.map((one) => one.id))
    const now = { known, chosen: new Set(chosen), canChoose: (id: string) => can.has(id) }
    return owners.flatMap(({ id: ownerId, groups: kept }) => {
      const owner = ownerOf(ownerId)
      const offered = owner === undefined ? [] : kept.filter((group) => group.of === of)
      return offered.map((group): PickerOption => {
        const expansion = expand(group, now)
        const words = t(ownerWords(owner))
        return {
          id: `group:${group.id}`,
          name: group.name,
          detail: t(`common.groups.marked.${of}`, { owner: words, count: group.members.length }),
          group: {
            adds: expansion.added.map((one) => one.id),
            preview: partNames.flatMap((part) => {
              const { length: count } = expansion[part]
              const names = expansion[part].map((one) => one.name).join(', ')
              const text = t(`common.groups.preview.${part}`, { count, names })
              return count === 0 ? [] : [{ id: part, icon: parts[part], text }]
            }),
          },
        }
      })
    })
  }, [owners, known, options, chosen, of, t])

  const onGroup = useCallback(
    ({ name, group }: PickerOption) => {
      const { adds = [], preview = [] } = group ?? {}
      const left = preview.filter((one) => one.id === 'gone' || one.id === 'barred').map((one) => one.text)
      toast.show({
        icon: 'users-group',
        text: [t('common.groups.added', { count: adds.length, name }), ...left].join(' · '),
        undo: () => takeOut.current(adds),
      })
    },
    [t, toast],
  )
  return useMemo(() => ({ groups, onGroup, onUndo: toast.undo }), [groups, onGroup, toast])
}

/** Whose group it is, to whoever sees it. */
const ownerWords = (owner: GroupOwner | undefined): MessageKey =>
  `common.groups.owner.${owner?.kind ?? 'post'}`
