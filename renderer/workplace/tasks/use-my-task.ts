import { isOpen, type Task } from '#shared/domain/work/task.ts'
import { useTask, useTasksOf } from '../../database/use-live.ts'
import { useDesk } from '../../sync/desk-context.tsx'

/** The part that the post at this desk has in a letter: the open one, else the last one; undefined when it has none. */
export function useMyTask(letter: string): Task | undefined {
  const { post } = useDesk()
  const mine = (useTasksOf(letter) ?? []).filter((one) => one.holder === post && one.assignee === post)
  const row = mine.find((one) => isOpen(one)) ?? mine.at(-1)
  return useTask(row?.id ?? '')?.state
}
