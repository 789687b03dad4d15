import { useMemo } from 'react'
import { addDays } from '#shared/domain/calendar/days.ts'
import type { Treatment } from '#shared/domain/schedule/drawn-meeting.ts'
import { numberOfWeek, type WeekId } from '#shared/domain/schedule/iso-week.ts'
import type { WeekDraft } from '#shared/domain/schedule/week-draft.ts'
import type { WeekLine } from '#shared/domain/schedule/week-line.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useAct } from '../../../workplace/use-act.ts'
import { useUndoableAct } from '../../../workplace/use-undoable-act.ts'

/** What is done to a week; each but publishing answers whether it was. */
export interface WeekActs {
  readonly keep: (lines: readonly WeekLine[]) => Promise<boolean>
  readonly remove: (line: string) => Promise<boolean>
  readonly treat: (meeting: string, as: Treatment) => Promise<boolean>
  /** At once: a draft that is changed while an undo is waited for would no longer be what was published. */
  readonly publish: (draft: WeekDraft, version: number) => Promise<void>
  /** Takes over what was typed a week before, at the same hours. */
  readonly copy: (before: WeekDraft) => Promise<boolean>
  readonly newId: () => string
}

export function useWeekActs(week: WeekId): WeekActs {
  const t = useT()
  const desk = useDesk()
  const act = useAct()
  const toast = useToast()
  const undoable = useUndoableAct()
  return useMemo(() => {
    const draftRef = { kind: 'week-draft', id: week } as const
    const keep: WeekActs['keep'] = async (lines) =>
      (await act(draftRef, 'week-draft.keep', { week, lines })) !== undefined
    return {
      keep,
      remove: async (line) =>
        (await undoable(
          draftRef,
          'week-draft.remove',
          { week, line },
          { icon: 'trash', text: t('schedule.done.removed') },
        )) !== undefined,
      treat: async (meeting, as) =>
        (await act(draftRef, 'week-draft.treat', { week, meeting, as })) !== undefined,
      publish: async ({ revision }, version) => {
        const done = await act({ kind: 'week', id: week }, 'week.publish', { week, revision })
        if (done === undefined) return
        toast.show({
          icon: 'send',
          text: t('schedule.done.published', { week: numberOfWeek(week), version }),
        })
      },
      copy: (before) =>
        keep(before.lines.map((line) => ({ ...line, id: desk.newId(), day: addDays(line.day, 7) }))),
      newId: () => desk.newId(),
    }
  }, [week, t, desk, act, toast, undoable])
}
