import { partsOf, type Letter } from '#shared/domain/correspondence/letter.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { isOpen, originOf, taskIdOf, type Task } from '#shared/domain/work/task.ts'
import type { Process, Reaction, ReadState } from './process.ts'

/**
 * When all who lead below a task are done, the task is done; one from the superior only with the document that proves it. What others still have open is never closed for them: they are told that the
 * lead is done. Reopening goes up the same way.
 */
export const taskPropagation: Process = {
  name: 'task-propagation',
  follows: ['task.finished', 'task.reopened'],
  react: async ({ aggregate, event }, read) => {
    const task = (await read(aggregate)) as Task | undefined
    if (task === undefined) return []
    const parent = task.parent === null ? undefined : await taskOf(read, task.parent)
    if (event.type === 'reopened')
      return parent?.status === 'finished' && task.role === 'lead'
        ? [act(parent.id, 'task.reopen', { reason: '' })]
        : []
    return [...(await closeParent(task, parent, read)), ...(await tellOthers(task, read))]
  },
}

async function closeParent(
  task: Task,
  parent: Task | undefined,
  read: ReadState,
): Promise<readonly Reaction[]> {
  if (parent === undefined || task.role !== 'lead' || !isOpen(parent)) return []
  const leads = await tasksOf(
    read,
    parent.passedOn.filter((one) => one.role === 'lead').map((one) => one.task),
  )
  const counting = leads.filter((one) => one.status !== 'withdrawn')
  if (counting.some((one) => one.status !== 'finished')) return []
  const result = counting
    .map((one) => one.result)
    .filter((one) => one !== '')
    .join('; ')
  const evidence = counting.map((one) => one.evidence).find((one) => one !== null) ?? null
  if (parent.fromSuperior && parent.role === 'lead' && evidence === null)
    return [act(parent.id, 'task.noteLeadDone', {})]
  return [act(parent.id, 'task.close', { result, evidence })]
}

/** Who works below it, and who cooperates beside the lead of the directive. */
async function tellOthers(task: Task, read: ReadState): Promise<readonly Reaction[]> {
  const below = task.passedOn.map((one) => one.task)
  const beside = task.role === 'lead' && task.parent === null ? await besideOf(task, read) : []
  const open = (await tasksOf(read, [...below, ...beside])).filter((one) => isOpen(one))
  return open
    .filter((one) => one.role === 'cooperating' && one.id !== task.id)
    .map((one) => act(one.id, 'task.noteLeadDone', {}))
}

async function besideOf(task: Task, read: ReadState): Promise<readonly string[]> {
  if (task.letter === null) return besideInMeeting(task, read)
  const letter = (await read({ kind: 'letter', id: task.letter })) as Letter | undefined
  if (letter?.directive == null) return []
  const { id, round } = letter
  return partsOf(letter.directive).map(({ post }) => taskIdOf({ kind: 'letter', id }, round, post))
}

/** Who has another part of the same work out of a conclusion. */
async function besideInMeeting(task: Task, read: ReadState): Promise<readonly string[]> {
  const { kind, id } = originOf(task)
  const meeting = (await read({ kind, id })) as Meeting | undefined
  const given = meeting?.tasks ?? []
  const own = given.find((one) => one.task === task.id)
  return given.filter((one) => one.item === own?.item && one.text === own.text).map((one) => one.task)
}

const taskOf = async (read: ReadState, id: string): Promise<Task | undefined> =>
  (await read({ kind: 'task', id })) as Task | undefined

async function tasksOf(read: ReadState, ids: readonly string[]): Promise<readonly Task[]> {
  const found = await Promise.all(ids.map((id) => taskOf(read, id)))
  return found.filter((one) => one !== undefined)
}

const act = (id: string, type: string, payload: Record<string, unknown>): Reaction => ({
  kind: 'act',
  aggregate: { kind: 'task', id },
  type,
  payload,
})
