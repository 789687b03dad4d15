import { partsOf, type Letter } from '#shared/domain/correspondence/letter.ts'
import { taskIdOf, type Task, type TaskEvent } from '#shared/domain/work/task.ts'
import type { Process, Reaction, ReadState } from './process.ts'

/**
 * Work on a task moves its letter: the first start starts it, the lead's finish finishes it, the lead's reopening reopens it; a letter that
 * was only told to people is finished when all of them have read it.
 */
export const taskToLetter: Process = {
  name: 'task-to-letter',
  follows: ['task.started', 'task.finished', 'task.read', 'task.reopened'],
  react: async ({ aggregate, event }, read) => {
    const task = (await read(aggregate)) as Task | undefined
    if (task === undefined || task.letter === null) return []
    const { letter } = task
    const act = (type: string, payload: Record<string, unknown> = {}): readonly Reaction[] => [
      { kind: 'act', aggregate: { kind: 'letter', id: letter }, type, payload },
    ]
    const happened = event as unknown as TaskEvent
    if (happened.type === 'started') return act('letter.start')
    if (task.parent !== null) return []
    if (happened.type === 'read')
      return task.role === 'inform' && (await isReadByAll(letter, read))
        ? act('letter.finish', { result: '' })
        : []
    if (task.role !== 'lead') return []
    return happened.type === 'finished'
      ? act('letter.finish', { result: happened.result })
      : act('letter.reopen')
  },
}

async function isReadByAll(of: string, read: ReadState): Promise<boolean> {
  const letter = (await read({ kind: 'letter', id: of })) as Letter | undefined
  if (letter?.directive == null || letter.directive.lead !== null) return false
  const { id, round } = letter
  const tasks = await Promise.all(
    partsOf(letter.directive).map(({ post }) =>
      read({ kind: 'task', id: taskIdOf({ kind: 'letter', id }, round, post) }),
    ),
  )
  return tasks.every((one) => (one as Task | undefined)?.status === 'finished')
}
