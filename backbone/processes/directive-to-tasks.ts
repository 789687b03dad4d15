import type { LetterEvent } from '#shared/domain/correspondence/letter-decider.ts'
import { partsOf, type Letter } from '#shared/domain/correspondence/letter.ts'
import type { Agency } from '#shared/domain/directory/directory.ts'
import { isSuperior } from '#shared/domain/directory/superior.ts'
import { taskIdOf, type Part } from '#shared/domain/work/task.ts'
import { localDateOf } from '#shared/kernel/instant.ts'
import type { Cause, Process, Reaction, ReadState } from './process.ts'
import { standInOn } from './stand-ins.ts'

type Directed = Extract<LetterEvent, { type: 'directed' }>
type TakenBack = Extract<LetterEvent, { type: 'directiveTakenBack' }>

/** A directive becomes one task for each whom it names (Decree 30 Art 23.2, 24); one that is taken back withdraws them. */
export const directiveToTasks: Process = {
  name: 'directive-to-tasks',
  follows: ['letter.directed', 'letter.directiveTakenBack'],
  react: (cause, read) =>
    cause.event.type === 'directed'
      ? give(cause, cause.event as unknown as Directed, read)
      : (cause.event as unknown as TakenBack).tasks.map((id) => ({
          kind: 'act',
          aggregate: { kind: 'task', id },
          type: 'task.withdraw',
          payload: { reason: 'directive-taken-back' },
        })),
}

async function give(
  { workspace, aggregate, event }: Cause,
  { directive, by, at }: Directed,
  read: ReadState,
): Promise<readonly Reaction[]> {
  const letter = (await read(aggregate)) as Letter | undefined
  if (letter === undefined) return []
  const agency = (await read({ kind: 'agency', id: workspace })) as Agency | undefined
  const round = letter.trail.filter((one) => one.act === 'directed' && one.at <= event.at).length
  const parts = partsOf(directive)
  const workers = parts.filter((one) => one.role !== 'inform').map((one) => one.post)
  const given = await Promise.all(
    parts.map(async (part) => ({ part, deputy: await standInOn(read, part.post, localDateOf(at)) })),
  )
  const task = (part: Part, deputy: string | null): Reaction => ({
    kind: 'act',
    aggregate: { kind: 'task', id: taskIdOf({ kind: 'letter', id: letter.id }, round, part.post) },
    type: 'task.assign',
    payload: {
      letter: letter.id,
      subject: letter.content.subject,
      assignee: deputy ?? part.post,
      role: part.role,
      givenBy: by.post,
      text: directive.text,
      deadline: part.role === 'inform' ? null : directive.deadline,
      parent: null,
      watchers: part.role === 'inform' ? [] : workers.filter((post) => post !== part.post),
      insteadOf: deputy === null ? null : part.post,
      urgency: letter.content.urgency,
      fromSuperior: agency !== undefined && isSuperior(agency, letter.content.from.name),
    },
  })
  const deputies = given.flatMap(({ deputy }) => (deputy === null ? [] : [deputy]))
  return [...given.map(({ part, deputy }) => task(part, deputy)), ...shareWith(letter.id, deputies)]
}

/** Lets these posts see the letter; where there is none, nothing. */
export function shareWith(letter: string | null, posts: readonly string[]): readonly Reaction[] {
  if (letter === null || posts.length === 0) return []
  return [
    {
      kind: 'act',
      aggregate: { kind: 'letter', id: letter },
      type: 'letter.share',
      payload: { posts: [...new Set(posts)] },
    },
  ]
}
