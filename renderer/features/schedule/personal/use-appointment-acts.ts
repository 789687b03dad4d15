import { useMemo } from 'react'
import type { CalendarEntry } from '#shared/domain/schedule/personal/calendar-entry.ts'
import type { Done } from '../../../sync/desk-api.ts'
import type { IconName } from '../../../ui/icons.ts'
import { useAct } from '../../../workplace/use-act.ts'
import { useUndoableAct } from '../../../workplace/use-undoable-act.ts'

/** What is done to one's calendar: at once, and taken back for ten seconds. */
export interface AppointmentActs {
  readonly keep: (entry: CalendarEntry, said: Said) => Promise<Done | undefined>
  readonly remove: (uid: string, said: Said) => Promise<Done | undefined>
  readonly answerAs: (addresses: readonly string[]) => Promise<Done | undefined>
}

interface Said {
  readonly icon: IconName
  readonly text: string
}

export function useAppointmentActs(owner: string): AppointmentActs {
  const undoable = useUndoableAct()
  const act = useAct()
  return useMemo(() => {
    const ref = { kind: 'personal-calendar', id: owner } as const
    return {
      keep: (entry, said) => undoable(ref, 'personal-calendar.keep', { owner, entries: [entry] }, said),
      remove: (uid, said) => undoable(ref, 'personal-calendar.remove', { owner, uids: [uid] }, said),
      answerAs: (addresses) => act(ref, 'personal-calendar.answerAs', { owner, addresses }),
    }
  }, [owner, undoable, act])
}
