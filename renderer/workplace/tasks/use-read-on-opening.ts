import { useEffect, useRef } from 'react'
import { isOpen, type Task } from '#shared/domain/work/task.ts'
import { useAct } from '../use-act.ts'

/** Opening a letter is reading it: what came for information leaves the list, other tasks keep when they were read. Once per task. */
export function useReadOnOpening(task: Task | undefined): void {
  const act = useAct()
  const said = useRef<string | null>(null)
  const unread = task !== undefined && isOpen(task) && task.readAt === null ? task.id : null
  useEffect(() => {
    if (unread === null || said.current === unread) return
    said.current = unread
    void act({ kind: 'task', id: unread }, 'task.read', {})
  }, [unread, act])
}
