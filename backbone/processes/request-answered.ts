import type { SenderRequestEvent } from '#shared/domain/correspondence/sender-request-decider.ts'
import type { SenderRequest } from '#shared/domain/correspondence/sender-request.ts'
import type { Task } from '#shared/domain/work/task.ts'
import type { Cause, ListAggregates, Process, Reaction, ReadState } from './process.ts'

type Agreed = Extract<SenderRequestEvent, { type: 'agreed' }>

/**
 * The answer goes back to the sender (15, 16). What was agreed to is done: a recalled letter is destroyed, and those who work on it are told and
 * their clocks stand (Decree 30 Art 18.4; Annex VI III.8); one that was replaced or put right says so.
 */
export const requestAnswered: Process = {
  name: 'request-answered',
  follows: ['sender-request.agreed', 'sender-request.refused'],
  react: async (cause, read, list) => {
    const request = (await read(cause.aggregate)) as SenderRequest | undefined
    if (request === undefined) return []
    const { workspace, aggregate, serverTime, event } = cause
    const answered: Reaction = {
      kind: 'job',
      job: 'answer',
      lane: `${workspace}/status/${request.letter}`,
      payload: { request: aggregate.id, at: serverTime },
    }
    if (event.type === 'refused') return [answered]
    return request.way === 'recall'
      ? [answered, ...(await recalled(cause, request, read, list))]
      : [answered, amended(request, cause)]
  },
}

async function recalled(
  { aggregate, event }: Cause,
  { letter, notice, about }: SenderRequest,
  read: ReadState,
  list: ListAggregates,
): Promise<readonly Reaction[]> {
  const code = notice?.code ?? about.code
  const tasks = await tasksOf(letter, read, list)
  return [
    ...tasks.map((id): Reaction => ({
      kind: 'act',
      aggregate: { kind: 'task', id },
      type: 'task.noteRecalled',
      payload: { code },
    })),
    {
      kind: 'act',
      aggregate: { kind: 'letter', id: letter },
      type: 'letter.erase',
      payload: { basis: { kind: 'recall', id: aggregate.id }, by: event.by },
    },
  ]
}

function amended({ way, letter, notice, about }: SenderRequest, { event }: Cause): Reaction {
  const cited = notice ?? about
  return {
    kind: 'act',
    aggregate: { kind: 'letter', id: letter },
    type: 'letter.noteAmended',
    payload: {
      amendment: {
        way,
        by: notice?.letter ?? null,
        typeName: cited.typeName,
        code: cited.code,
        issuedOn: cited.issuedOn,
      },
      update: (event as unknown as Agreed).update,
    },
  }
}

async function tasksOf(
  letter: string,
  read: ReadState,
  list: ListAggregates,
): Promise<readonly Task['id'][]> {
  const found: Task['id'][] = []
  for (const ref of await list('task')) {
    const task = (await read(ref)) as Task | undefined
    if (task?.letter === letter) found.push(ref.id)
  }
  return found
}
