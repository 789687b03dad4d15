import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import type { ConcludeEvent } from '#shared/domain/meetings/conclude/evolve.ts'
import { localDateOf } from '#shared/kernel/instant.ts'
import type { Process, Reaction } from './process.ts'
import { standInOn } from './stand-ins.ts'

type TasksGiven = Extract<ConcludeEvent, { type: 'tasksGiven' }>

/** What a meeting concluded becomes a task for each whom it names: the chair gives it, the secretary follows it. */
export const meetingToTasks: Process = {
  name: 'meeting-to-tasks',
  follows: ['meeting.tasksGiven'],
  react: async ({ aggregate, event }, read) => {
    const meeting = (await read(aggregate)) as Meeting | undefined
    if (meeting === undefined) return []
    const { tasks, at } = event as unknown as TasksGiven
    return Promise.all(
      tasks.map(async ({ task, item, post, role, text, deadline }): Promise<Reaction> => {
        const deputy = await standInOn(read, post, localDateOf(at))
        const beside = tasks.filter((one) => one.item === item && one.text === text && one.role !== 'inform')
        const watchers = role === 'inform' ? [] : [meeting.secretary, ...beside.map((one) => one.post)]
        return {
          kind: 'act',
          aggregate: { kind: 'task', id: task },
          type: 'task.assign',
          payload: {
            letter: null,
            meeting: meeting.id,
            subject: meeting.title,
            assignee: deputy ?? post,
            role,
            givenBy: meeting.chair,
            text,
            deadline: role === 'inform' ? null : deadline,
            parent: null,
            watchers: [...new Set(watchers)].filter((one) => one !== post && one !== meeting.chair),
            insteadOf: deputy === null ? null : post,
            urgency: 'normal',
            fromSuperior: false,
          },
        }
      }),
    )
  },
}
