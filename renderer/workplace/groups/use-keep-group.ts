import { useCallback } from 'react'
import type { Group } from '#shared/domain/directory/groups.ts'
import { useUndoableAct } from '../use-undoable-act.ts'

/** Keeps or removes a group of an owner, with an undo; answers whether it was taken. */
export function useKeepGroup(): {
  readonly keep: (owner: string, group: Group, said: string) => Promise<boolean>
  readonly remove: (owner: string, group: string, said: string) => Promise<boolean>
} {
  const act = useUndoableAct()
  const keep = useCallback(
    async (owner: string, group: Group, text: string): Promise<boolean> => {
      const payload = { owner, group: { ...group, members: group.members.map((one) => ({ ...one })) } }
      return (await act({ kind: 'groups', id: owner }, 'groups.keep', payload, said(text))) !== undefined
    },
    [act],
  )
  const remove = useCallback(
    async (owner: string, group: string, text: string): Promise<boolean> =>
      (await act({ kind: 'groups', id: owner }, 'groups.remove', { owner, group }, said(text))) !== undefined,
    [act],
  )
  return { keep, remove }
}

const said = (text: string) => ({ icon: 'users-group', text }) as const
