import type { LetterEvent } from '#shared/domain/correspondence/letter-decider.ts'
import type { Letter } from '#shared/domain/correspondence/letter.ts'
import { derivedUuid } from '#shared/kernel/uuid.ts'
import type { Process, Reaction } from './process.ts'

type Directed = Extract<LetterEvent, { type: 'directed' }>

/** A directive becomes one task for whoever leads and one for each who works with them (Decree 30 Art 23.2, 24). */
export const directiveToTasks: Process = {
  name: 'directive-to-tasks',
  follows: ['letter.directed'],
  react: async ({ aggregate, event }, read) => {
    const { directive, by } = event as unknown as Directed
    const letter = (await read(aggregate)) as Letter | undefined
    const task = (assignee: string, role: 'lead' | 'cooperating'): Reaction => ({
      kind: 'act',
      aggregate: { kind: 'task', id: derivedUuid('task', event.id, assignee) },
      type: 'task.assign',
      payload: {
        letter: aggregate.id,
        subject: letter?.content.subject ?? '',
        assignee,
        role,
        givenBy: by.post,
        text: directive.text,
        deadline: directive.deadline,
      },
    })
    const others = [...new Set(directive.cooperating)].filter((post) => post !== directive.lead)
    return [task(directive.lead, 'lead'), ...others.map((post) => task(post, 'cooperating'))]
  },
}
