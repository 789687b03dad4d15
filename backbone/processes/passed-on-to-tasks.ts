import type { Task, TaskEvent } from '#shared/domain/work/task.ts'
import { localDateOf } from '#shared/kernel/instant.ts'
import { shareWith } from './directive-to-tasks.ts'
import type { Process, Reaction } from './process.ts'
import { standInOn } from './stand-ins.ts'

type PassedOn = Extract<TaskEvent, { type: 'passedOn' }>
type Reassigned = Extract<TaskEvent, { type: 'reassigned' }>

/** What the holder of a task passes on becomes a task for each; whoever works on it sees the letter. */
export const passedOnToTasks: Process = {
  name: 'passed-on-to-tasks',
  follows: ['task.passedOn', 'task.reassigned'],
  react: async ({ aggregate, event }, read) => {
    const task = (await read(aggregate)) as Task | undefined
    if (task === undefined) return []
    if (event.type === 'reassigned') return shareWith(task.letter, [(event as unknown as Reassigned).to])
    const { parts, text, deadline, by, at } = event as unknown as PassedOn
    const workers = parts.filter((one) => one.role !== 'inform').map((one) => one.post)
    const given = await Promise.all(
      parts.map(async (part) => ({ part, deputy: await standInOn(read, part.post, localDateOf(at)) })),
    )
    return [
      ...given.map(({ part, deputy }): Reaction => ({
        kind: 'act',
        aggregate: { kind: 'task', id: part.task },
        type: 'task.assign',
        payload: {
          letter: task.letter,
          meeting: task.meeting ?? null,
          subject: task.subject,
          assignee: deputy ?? part.post,
          role: part.role,
          givenBy: by.post,
          text: text === '' ? task.text : text,
          deadline: part.role === 'inform' ? null : (deadline ?? task.deadline),
          parent: task.id,
          watchers:
            part.role === 'inform'
              ? []
              : [...new Set([...task.watchers, task.givenBy, ...workers])].filter(
                  (post) => post !== part.post,
                ),
          insteadOf: deputy === null ? null : part.post,
          urgency: task.urgency,
          fromSuperior: false,
        },
      })),
      ...shareWith(
        task.letter,
        given.map(({ part, deputy }) => deputy ?? part.post),
      ),
    ]
  },
}
