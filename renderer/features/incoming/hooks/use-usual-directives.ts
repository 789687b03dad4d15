import { useMemo } from 'react'
import type { Directive, Letter } from '#shared/domain/correspondence/letter.ts'
import type { Post } from '#shared/domain/directory/directory.ts'
import { workingCalendar } from '#shared/domain/calendar/vietnam-calendar.ts'
import { addWorkingDays } from '#shared/domain/calendar/working-calendar.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { usePeople, useUnits } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { useMe } from '../../../workplace/me.ts'

/** A directive under one of the keys 1–9. */
export interface ReadyDirective {
  readonly names: { readonly name: string; readonly title: string }
  readonly directive: Directive
}

const USUAL_DAYS = 5
const MOST_USUAL = 9

/** One per person who may lead, heads of units first; due when the sender asks for it, else in five working days. */
export function useUsualDirectives(letter: Letter, today: LocalDate): readonly ReadyDirective[] {
  const t = useT()
  const formats = useFormats()
  const me = useMe()
  const people = usePeople()
  const units = useUnits()
  const { dueDate } = letter.content
  return useMemo(() => {
    const deadline =
      dueDate !== null && dueDate >= today
        ? dueDate
        : addWorkingDays(workingCalendar(undefined, today), today, USUAL_DAYS)
    const heads = (people ?? []).filter((post) => post.roles.includes('unit-head'))
    const drafters = (people ?? []).filter((post) => post.roles.includes('drafter') && !heads.includes(post))
    return [...heads, ...drafters]
      .filter((post) => post.id !== me?.id)
      .slice(0, MOST_USUAL)
      .map((post: Post): ReadyDirective => ({
        names: { name: post.name, title: post.title },
        directive: {
          text: t('incoming.directive.usualText', {
            name: post.name,
            unit: units?.find((unit) => unit.id === post.unit)?.name ?? '',
            date: formats.date(deadline),
          }),
          lead: post.id,
          cooperating: [],
          inform: [],
          deadline,
        },
      }))
  }, [people, units, me, dueDate, today, t, formats])
}
