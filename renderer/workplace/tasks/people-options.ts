import { useMemo } from 'react'
import { absenceOn } from '#shared/domain/directory/absence-decider.ts'
import type { Post, Unit } from '#shared/domain/directory/directory.ts'
import { useAbsences, usePeople, useUnits } from '../../database/use-live.ts'
import { useT } from '../../i18n/language-provider.tsx'
import type { PickerOption } from '../../ui/picker-search.ts'
import { hasRole, useMe } from '../me.ts'
import { useToday } from '../today.ts'

const UNIT = 'unit:'

/** Everyone a task may be given to, own unit first, then units by their head; who is away says who stands in. */
export function usePeopleOptions(): readonly PickerOption[] {
  const t = useT()
  const me = useMe()
  const today = useToday()
  const people = usePeople()
  const units = useUnits()
  const absences = useAbsences()
  return useMemo(() => {
    const all = people ?? []
    const nameOf = (post: string): string => all.find((one) => one.id === post)?.name ?? ''
    const mayLeaders = hasRole(me, 'leader')
    const candidates = all.filter(
      (post) =>
        post.id !== me?.id &&
        !post.roles.includes('administrator') &&
        (mayLeaders || !post.roles.includes('leader')),
    )
    const isNear = (post: Post): number => (post.unit === me?.unit ? 0 : 1)
    const persons = candidates
      .toSorted((a, b) => isNear(a) - isNear(b))
      .map((post): PickerOption => {
        const away = absenceOn(
          absences?.find((one) => one.id === post.id),
          today,
        )
        return {
          id: post.id,
          name: post.name,
          detail: [post.title, units?.find((one) => one.id === post.unit)?.name ?? ''].join(' · '),
          keywords: [initialsOf(post.name)],
          ...(away === undefined
            ? {}
            : { note: t('common.picker.deputy', { name: nameOf(away.deputy) }), noteTone: 'soon' as const }),
        }
      })
    const byUnit = (units ?? []).flatMap((unit): PickerOption[] => {
      const head = headOf(candidates, unit)
      return head === undefined
        ? []
        : [{ id: `${UNIT}${head.id}`, name: unit.name, detail: head.name, keywords: [unit.abbreviation] }]
    })
    return [...persons, ...byUnit]
  }, [people, units, absences, me, today, t])
}

/** The post behind an option: a unit stands for its head. */
export const postOf = (option: string): string =>
  option.startsWith(UNIT) ? option.slice(UNIT.length) : option

const headOf = (people: readonly Post[], unit: Unit): Post | undefined =>
  people.find((post) => post.unit === unit.id && post.roles.includes('unit-head'))

const initialsOf = (name: string): string =>
  name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')
