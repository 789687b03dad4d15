import { useCallback, useMemo } from 'react'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import type { MeetingCommand } from '#shared/domain/meetings/commands.ts'
import type { MotionOutcome } from '#shared/domain/meetings/motion.ts'
import type { ToastView } from '../../../ui/toast.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { useAct } from '../../../workplace/use-act.ts'
import { useUndoableAct } from '../../../workplace/use-undoable-act.ts'

type Payload<T extends MeetingCommand['type']> = Extract<MeetingCommand, { type: T }>['payload']

/** Does acts on one meeting; those with words can be undone for ten seconds. Refusals are shown with their rule. */
export interface MeetingActs {
  readonly act: <T extends MeetingCommand['type']>(type: T, payload: Payload<T>) => Promise<boolean>
  readonly undoable: <T extends MeetingCommand['type']>(
    type: T,
    payload: Payload<T>,
    said: Omit<ToastView, 'undo' | 'seconds'>,
  ) => Promise<boolean>
}

export function useMeetingActs(id: string): MeetingActs {
  const plain = useAct()
  const held = useUndoableAct()
  return useMemo(() => {
    const ref = { kind: 'meeting', id } as const
    return {
      act: async (type, payload) => (await plain(ref, type, payload)) !== undefined,
      undoable: async (type, payload, said) => (await held(ref, type, payload, said)) !== undefined,
    }
  }, [plain, held, id])
}

/** What the post at this desk is to a meeting. */
export interface OwnPart {
  /** Secretary or chair. */
  readonly runs: boolean
  readonly member: Meeting['members'][number] | undefined
}

export function useOwnPart(meeting: Meeting): OwnPart {
  const { post } = useDesk()
  return {
    runs: meeting.secretary === post || meeting.chair === post,
    member: meeting.members.find((one) => one.post === post),
  }
}

/** A new id for a meeting, an item, a question or a paper. */
export function useNewId(): () => string {
  const desk = useDesk()
  return useCallback(() => desk.newId(), [desk])
}

/** How an outcome is told. */
export const outcomeLooks = {
  carried: { tone: 'ok', icon: 'circle-check' },
  lost: { tone: 'over', icon: 'circle-x' },
} as const satisfies Record<MotionOutcome, object>
