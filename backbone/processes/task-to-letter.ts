import type { Task, TaskEvent } from '#shared/domain/work/task-decider.ts'
import type { Process } from './process.ts'

/** Work on a task moves its letter: the first start starts it, the lead's finish finishes it. */
export const taskToLetter: Process = {
  name: 'task-to-letter',
  follows: ['task.started', 'task.finished'],
  react: async ({ aggregate, event }, read) => {
    const task = (await read(aggregate)) as Task | undefined
    if (task === undefined) return []
    const letter = { kind: 'letter', id: task.letter } as const
    const happened = event as unknown as TaskEvent
    if (happened.type === 'started')
      return [{ kind: 'act', aggregate: letter, type: 'letter.start', payload: {} }]
    if (happened.type !== 'finished' || task.role !== 'lead') return []
    return [{ kind: 'act', aggregate: letter, type: 'letter.finish', payload: { result: happened.result } }]
  },
}
