import { useCallback } from 'react'
import type { CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import { MOST_AT_ONCE } from '#shared/domain/schedule/personal/personal-calendar-decider.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { UNDO_SECONDS, useToast } from '../../../ui/toast.tsx'
import { ruleNotice, useNotice, useRefusal } from '../../../workplace/refusal-notice.tsx'
import { holdFor } from '../../../workplace/use-undoable-act.ts'

/** Of the text of one act. */
const MOST_UNITS = 1_000_000

/** Keeps many entries at once, with one undo for all. Answers whether all were kept. */
export function useKeepMany(owner: string): (entries: readonly CalendarEntry[]) => Promise<boolean> {
  const t = useT()
  const desk = useDesk()
  const toast = useToast()
  const refuse = useRefusal()
  const notice = useNotice()
  return useCallback(
    async (entries) => {
      const ref = { kind: 'personal-calendar', id: owner } as const
      const commands: string[] = []
      const undo = async (): Promise<void> => {
        const isUndone: boolean[] = []
        for (const command of commands.toReversed()) isUndone.push(await desk.discard(command))
        if (isUndone.every(Boolean)) toast.show({ icon: 'arrow-back-up', text: t('common.undone') })
        else notice(ruleNotice(t, 'undo-too-late'))
      }
      for (const some of portions(entries)) {
        const payload = { owner, entries: some }
        const done = await desk.act(ref, 'personal-calendar.keep', payload, holdFor(UNDO_SECONDS))
        if (!done.ok) {
          refuse(done.error)
          return false
        }
        commands.push(done.value.command)
      }
      const text = t('schedule.mine.file.done', { count: entries.length })
      toast.show({ icon: 'calendar', text, undo: () => void undo() })
      return true
    },
    [owner, t, desk, toast, refuse, notice],
  )
}

/** As many as one act may carry. */
function portions(entries: readonly CalendarEntry[]): readonly (readonly CalendarEntry[])[] {
  const all: CalendarEntry[][] = []
  let units = Infinity
  for (const entry of entries) {
    const size = JSON.stringify(entry).length
    const last = all.at(-1)
    if (last === undefined || last.length === MOST_AT_ONCE || units + size > MOST_UNITS) {
      all.push([entry])
      units = size
    } else {
      last.push(entry)
      units += size
    }
  }
  return all
}
