import { verdictOf, type Letter } from '#shared/domain/correspondence/letter.ts'
import type { Task } from '#shared/domain/work/task.ts'
import { instantFrom, localDateOf } from '#shared/kernel/instant.ts'
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
  readonly lead: PracticePost['part']
  readonly cooperating?: readonly PracticePost['part'][]
  readonly withinDays: number | null
}

export async function direct(scene: Scene, letter: AggregateRef, plan: DirectivePlan): Promise<void> {
  await present(scene, letter, plan.by)
  const deadline =
    plan.withinDays === null ? null : localDateOf(instantFrom(scene.clock.now() + plan.withinDays * DAY_MS))
  await scene.act(plan.by, letter, 'letter.direct', {
    directive: {
      text: plan.text,
      lead: scene.post(plan.lead).id,
      cooperating: (plan.cooperating ?? []).map((part) => scene.post(part).id),
      deadline,
    },
  })
  await scene.node.settled()
}

/** The task of whoever leads on a letter. */
async function taskOf(scene: Scene, letter: AggregateRef, assignee: string): Promise<AggregateRef> {
  const workspace = await scene.node.workspace(scene.agency.agency.id)
  for (const ref of await scene.node.engine.aggregates(workspace.id, 'task')) {
    const task = (await workspace.state(ref)) as Task
    if (task.letter === letter.id && task.assignee === assignee) return ref
  }
  throw new RangeError('nobody was given this letter')
}

export async function start(scene: Scene, letter: AggregateRef, lead: PracticePost['part']): Promise<void> {
  await scene.act(lead, await taskOf(scene, letter, scene.post(lead).id), 'task.start', {})
  await scene.node.settled()
}

export async function finish(
  scene: Scene,
  letter: AggregateRef,
  lead: PracticePost['part'],
  result: string,
): Promise<void> {
  await scene.act(lead, await taskOf(scene, letter, scene.post(lead).id), 'task.finish', { result })
  await scene.node.settled()
}
