import { useMemo } from 'react'
import type { WeekDraft } from '#shared/domain/schedule/week-draft.ts'
import type { WeekLine } from '#shared/domain/schedule/week-line.ts'
import type { Command } from '../../../commands/command.ts'
import type { Verb } from '../../../ui/verb-bar.tsx'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import type { WeekActs } from './use-week-acts.ts'
import type { WeekFiles } from './use-week-files.ts'
import type { WeekBox, WeekView } from './use-week-view.ts'

interface WeekVerbs {
  readonly box: WeekBox
  readonly view: WeekView | undefined
  /** The draft of the week before. */
  readonly before: WeekDraft | null | undefined
  readonly acts: WeekActs
  readonly files: WeekFiles
  readonly isAsking: boolean
  readonly mayPublish: boolean
  /** A line that was typed and may be taken out here. */
  readonly line: WeekLine | undefined
  /** The leader in whose column one is. */
  readonly leader: { readonly id: string; readonly name: string } | undefined
  readonly mayAdd: boolean
  readonly ask: (what: { readonly what: 'add' | 'compare' | 'address' }) => void
}

/** What is done with the week on screen; publishing is one act. */
export function useWeekVerbs(of: WeekVerbs): readonly Verb[] {
  const { box, view, before, acts, files, isAsking, mayPublish, line, leader, mayAdd, ask } = of
  const commands = useMemo((): readonly Command[] => {
    if (isAsking || view === undefined) return []
    const { draft, latest, unpublished } = view
    const publish = verb(
      'schedule.publish',
      'schedule.verbs.publish',
      () => (draft === null ? undefined : acts.publish(draft, (latest?.number ?? 0) + 1)),
      {
        icon: 'send',
        shortcut: 'Control+Enter',
        ...(unpublished.length === 0 ? { rule: 'week-unchanged' as const } : {}),
      },
    )
    const remove =
      line &&
      verb('schedule.remove', 'schedule.verbs.remove', () => acts.remove(line.id), { shortcut: 'Delete' })
    const isEmpty = draft === null || draft.lines.length === 0
    const copy =
      before != null && before.lines.length > 0 && isEmpty
        ? verb('schedule.copy', 'schedule.verbs.copy', () => acts.copy(before), { icon: 'repeat' })
        : undefined
    const isPublished = latest !== undefined
    const drafting = [
      ...(mayPublish ? [publish] : []),
      ...(mayAdd
        ? [
            verb('schedule.add', 'schedule.verbs.add', () => ask({ what: 'add' }), {
              icon: 'plus',
              shortcut: 'KeyM',
            }),
          ]
        : []),
      ...(remove === undefined ? [] : [remove]),
      ...(mayPublish && copy !== undefined ? [copy] : []),
    ]
    return [
      ...(box === 'draft' ? drafting : []),
      ...(isPublished || box === 'draft'
        ? [
            verb('schedule.print', 'schedule.verbs.print', files.print, {
              icon: 'printer',
              shortcut: 'Control+KeyP',
            }),
            verb('schedule.compare', 'schedule.verbs.compare', () => ask({ what: 'compare' }), {
              icon: 'git-compare',
              shortcut: 'KeyV',
            }),
          ]
        : []),
      ...(isPublished
        ? [
            verb('schedule.ics', 'schedule.verbs.ics', () => files.ics(), { icon: 'download' }),
            ...(leader === undefined
              ? []
              : [
                  verb('schedule.icsOf', 'schedule.verbs.icsOf', () => files.ics(leader.id), {
                    icon: 'download',
                    values: { name: leader.name },
                  }),
                ]),
          ]
        : []),
      verb('schedule.address', 'schedule.verbs.address', () => ask({ what: 'address' }), {
        icon: 'link',
        shortcut: 'KeyE',
      }),
    ]
  }, [box, view, before, acts, files, isAsking, mayPublish, line, leader, mayAdd, ask])
  return useVerbs(commands)
}
