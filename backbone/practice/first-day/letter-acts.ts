import { verdictOf, type Letter } from '#shared/domain/correspondence/letter.ts'
import type { Task } from '#shared/domain/work/task.ts'
import { instantFrom, localDateOf, type LocalDate } from '#shared/kernel/instant.ts'
import type { AggregateRef } from '#shared/log/command.ts'
import type { PracticePost } from '../province/people.ts'
import type { Scene } from './scene.ts'

const DAY_MS = 24 * 60 * 60 * 1000

export async function accept(scene: Scene, letter: AggregateRef): Promise<void> {
  const workspace = await scene.node.workspace(scene.agency.agency.id)
  const state = (await workspace.state(letter)) as Letter
  await scene.act('clerk', letter, 'letter.accept', { verdictSeen: verdictOf(state) })
}

export async function register(scene: Scene, letter: AggregateRef): Promise<void> {
  await accept(scene, letter)
  await scene.act('clerk', scene.books.incoming, 'book.assignNumber', { subject: letter.id })
  await scene.act('clerk', letter, 'letter.takeNumber', { book: scene.books.incoming.id })
}

export async function present(scene: Scene, letter: AggregateRef, to: 'director' | 'deputy'): Promise<void> {
  await register(scene, letter)
  await scene.act('clerk', letter, 'letter.present', { to: scene.post(to).id })
}

export interface DirectivePlan {
  readonly by: 'director' | 'deputy'
  readonly text: string
  readonly lead: PracticePost['part'] | null
  readonly cooperating?: readonly PracticePost['part'][]
  readonly inform?: readonly PracticePost['part'][]
  /** Calendar days from now, or the day itself. */
  readonly withinDays?: number | null
  readonly dueOn?: LocalDate
}

export async function direct(scene: Scene, letter: AggregateRef, plan: DirectivePlan): Promise<void> {
  await present(scene, letter, plan.by)
  const { withinDays = null, dueOn } = plan
  const deadline =
    dueOn ?? (withinDays === null ? null : localDateOf(instantFrom(scene.clock.now() + withinDays * DAY_MS)))
  await scene.act(plan.by, letter, 'letter.direct', {
    directive: {
      text: plan.text,
      lead: plan.lead === null ? null : scene.post(plan.lead).id,
      cooperating: (plan.cooperating ?? []).map((part) => scene.post(part).id),
      inform: (plan.inform ?? []).map((part) => scene.post(part).id),
      deadline,
    },
  })
  await scene.node.settled()
}

/** The task that somebody has on a letter. */
async function taskOf(scene: Scene, letter: AggregateRef, assignee: string): Promise<AggregateRef> {
  const workspace = await scene.node.workspace(scene.agency.agency.id)
  for (const ref of await scene.node.engine.aggregates(workspace.id, 'task')) {
    const task = (await workspace.state(ref)) as Task
    if (task.letter === letter.id && task.assignee === assignee) return ref
  }
  throw new RangeError('nobody was given this letter')
}

/** Somebody's act on the task that `whose` (themselves unless told) has on a letter. */
export async function actOnTask(
  scene: Scene,
  letter: AggregateRef,
  actor: PracticePost['part'],
  verb: string,
  payload: Readonly<Record<string, unknown>> = {},
  whose: PracticePost['part'] = actor,
): Promise<void> {
  const task = await taskOf(scene, letter, scene.post(whose).id)
  await scene.act(actor, task, `task.${verb}`, payload)
  await scene.node.settled()
}

export const start = (scene: Scene, letter: AggregateRef, who: PracticePost['part']): Promise<void> =>
  actOnTask(scene, letter, who, 'start')

export const finish = (
  scene: Scene,
  letter: AggregateRef,
  who: PracticePost['part'],
  result: string,
): Promise<void> => actOnTask(scene, letter, who, 'finish', { result })
