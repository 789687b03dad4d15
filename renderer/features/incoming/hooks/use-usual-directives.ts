import { useMemo } from 'react'
import { addWorkingDays, type WorkingCalendar } from '#shared/domain/calendar/working-calendar.ts'
import type { Directive, Letter } from '#shared/domain/correspondence/letter.ts'
import type { Urgency } from '#shared/domain/documents/document.ts'
import type { Post } from '#shared/domain/directory/directory.ts'
import { MOST_USUAL, type UsualDirective } from '#shared/domain/work/usual-directives-decider.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { useOwnDirectives, usePeople, useUnits } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { useSettings } from '../../../workplace/configuration/use-settings.ts'
import { useMe } from '../../../workplace/me.ts'
import { useToday } from '../../../workplace/today.ts'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'

/** A directive under one of the keys 1–9. */
export interface ReadyDirective {
  readonly label: string
  readonly directive: Directive
}

/** The own usual directives of this post, else one per person who may lead; due when the sender asks for it, else by working days. */
export function useUsualDirectives(letter: Letter): readonly ReadyDirective[] {
  const t = useT()
  const formats = useFormats()
  const today = useToday()
  const calendar = useCalendar()
  const people = usePeople()
  const templates = useTemplates(letter.content.urgency)
  const { dueDate } = letter.content
  return useMemo(
    () =>
      templates.map((one): ReadyDirective => {
        const lead = people?.find((post) => post.id === one.lead)
        const deadline = dueOn(one, dueDate, today, calendar)
        const text = one.text
          .replaceAll('{lead}', lead?.name ?? '')
          .replaceAll('{date}', deadline === null ? '' : formats.date(deadline))
        const { cooperating, inform } = one
        return {
          label:
            one.isOwn || lead === undefined
              ? text
              : t('incoming.directive.usualLabel', { name: lead.name, title: lead.title }),
          directive: { text, lead: one.lead, cooperating, inform, deadline },
        }
      }),
    [templates, people, dueDate, today, calendar, t, formats],
  )
}

type Template = UsualDirective & { readonly isOwn: boolean }
const NONE: readonly Template[] = []

/** The usual directives as they are kept: the own ones, else those that everyone begins with; none before it is known which. */
export function useTemplates(urgency: Urgency): readonly Template[] {
  const t = useT()
  const me = useMe()
  const people = usePeople()
  const units = useUnits()
  const { handling } = useSettings()
  const kept = useOwnDirectives(me?.id ?? '')
  return useMemo(() => {
    if (me === undefined || kept === undefined || people === undefined) return NONE
    const own = kept?.state.directives ?? []
    if (own.length > 0) return own.map((one) => ({ ...one, isOwn: true }))
    const heads = people.filter((post) => post.roles.includes('unit-head'))
    const drafters = people.filter((post) => post.roles.includes('drafter') && !heads.includes(post))
    return [...heads, ...drafters]
      .filter((post) => post.id !== me.id)
      .slice(0, MOST_USUAL)
      .map((post: Post) => ({
        text: t('incoming.directive.usualText', {
          unit: units?.find((unit) => unit.id === post.unit)?.name ?? '',
          name: '{lead}',
          date: '{date}',
        }),
        lead: post.id,
        cooperating: [],
        inform: [],
        workingDays: handling[urgency],
        isOwn: false,
      }))
  }, [kept, people, units, me, t, handling, urgency])
}

/** By working days; earlier when the sender asks for it earlier. */
function dueOn(
  { workingDays }: UsualDirective,
  asked: LocalDate | null,
  today: LocalDate,
  calendar: WorkingCalendar,
): LocalDate | null {
  if (workingDays === null) return null
  const usual = addWorkingDays(calendar, today, workingDays)
  return asked !== null && asked >= today && asked < usual ? asked : usual
}
