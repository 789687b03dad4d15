import { useCallback, useMemo, useState, type ReactNode } from 'react'
import type { ReadTask } from '#shared/domain/work/read-directive.ts'
import { isOpen, originOf, type Task } from '#shared/domain/work/task.ts'
import type { Command } from '../../commands/command.ts'
import { useTasksOf } from '../../database/use-live.ts'
import { useMe } from '../me.ts'
import { useToday } from '../today.ts'
import { TaskAsking, type Asking } from './task-asking.tsx'
import { taskVerbs } from './task-verbs.ts'
import { useTaskActs } from './use-task-acts.ts'

interface TaskWork {
  /** What the post at this desk can do with the task now; nothing while a box asks. */
  readonly commands: readonly Command[]
  /** The box that asks for what a verb needs; null while none is open. */
  readonly asking: ReactNode
  /** Opens the box to pass on, filled with what a directive was read as. */
  readonly propose: (proposal: ReadTask) => void
}

const NONE: readonly Command[] = []

/** Work on one task: its verbs, and the boxes that they open. */
export function useTaskWork(task: Task | undefined): TaskWork {
  const me = useMe()
  const today = useToday()
  const acts = useTaskActs()
  const beside = useTasksOf(task === undefined ? '' : originOf(task).id)
  const [asked, setAsked] = useState<{ readonly of: string; readonly now: Asking } | null>(null)
  const id = task?.id ?? ''
  const ask = useCallback((now: Asking) => setAsked({ of: id, now }), [id])
  const close = useCallback(() => setAsked(null), [])
  const propose = useCallback((proposal: ReadTask) => ask({ what: 'passOn', proposal }), [ask])
  const child = useMemo(
    () => (beside ?? []).find((one) => one.parent === id && one.role === 'lead' && isOpen(one)),
    [beside, id],
  )
  const commands = useMemo(
    () => (task === undefined || me === undefined ? NONE : taskVerbs(task, child, { me, today, acts, ask })),
    [task, child, me, today, acts, ask],
  )
  const now = asked !== null && asked.of === task?.id ? asked.now : null
  return {
    commands: now === null ? commands : NONE,
    asking: task === undefined || now === null ? null : <TaskAsking task={task} now={now} onClose={close} />,
    propose,
  }
}
