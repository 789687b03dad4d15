import type { Task, TaskRole } from '#shared/domain/work/task.ts'
import type { MessageKey } from '../../i18n/messages.ts'
import type { Tone } from '../../ui/chip.tsx'
import type { IconName } from '../../ui/icons.ts'

/** How a part in a matter looks. */
export const partLook: Record<
  TaskRole,
  { readonly words: MessageKey; readonly tone: Tone; readonly icon: IconName }
> = {
  lead: { words: 'states.part.lead', tone: 'info', icon: 'user-check' },
  cooperating: { words: 'states.part.support', tone: 'shared', icon: 'users' },
  inform: { words: 'states.part.inform', tone: 'done', icon: 'eye' },
}

/** How far a task is, in words. */
export function statusKey(task: {
  readonly status: Task['status']
  readonly role: TaskRole
  readonly readAt: string | null
}): MessageKey {
  if (task.role === 'inform') return task.status === 'finished' ? 'tasks.status.read' : 'tasks.status.unread'
  return `tasks.status.${task.status}`
}
