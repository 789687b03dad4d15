import { ERASED } from '#shared/domain/erasure.ts'
import type { CaseFile } from '#shared/domain/records/case-file.ts'
import type { DisposalEvent } from '#shared/domain/records/disposal-decider.ts'
import type { SubmissionEvent } from '#shared/domain/records/submission-decider.ts'
import type { Task } from '#shared/domain/work/task.ts'
import type { AggregateRef } from '#shared/log/command.ts'
import type { Cause, ListAggregates, Process, Reaction, ReadState } from './process.ts'

type Event<E, T> = Extract<E, { type: T }>

/** What is submitted to the archive is submitted with each of its files; its answer answers each (Circular 05/2025 Art 19). */
export const submissionToFiles: Process = {
  name: 'submission-to-files',
  follows: ['submission.sent', 'submission.answered'],
  react: ({ aggregate, event }) =>
    event.type === 'sent'
      ? (event as unknown as Event<SubmissionEvent, 'sent'>).files.map((file) =>
          onFile(file.id, 'case-file.submit', { submission: aggregate.id }),
        )
      : (event as unknown as Event<SubmissionEvent, 'answered'>).answers.map(({ file, agreed, reason }) =>
          onFile(file, 'case-file.answer', { agreed, reason }),
        ),
}

const onFile = (id: string, type: string, payload: Readonly<Record<string, unknown>>): Reaction => ({
  kind: 'act',
  aggregate: { kind: 'case-file', id },
  type,
  payload,
})

/**
 * An approved disposal destroys its files and erases what lies in them, unless it lies in another file that is kept (Circular 05/2025
 * Art 48–49): letters, documents with what was sent of them, and the tasks about them.
 */
export const disposalToErasure: Process = {
  name: 'disposal-to-erasure',
  follows: ['disposal.approved'],
  react: async (cause, read, list) => {
    const disposal = cause.aggregate.id
    const files = await filesOf(read, list)
    const state = (await read(cause.aggregate)) as { readonly files: DisposedFiles } | undefined
    const going = new Set((state?.files ?? []).map((one) => one.id))
    const kept = new Set(
      files.filter((one) => !going.has(one.id)).flatMap((one) => one.items.map((item) => keyOf(item.source))),
    )
    const sources = files
      .filter((one) => going.has(one.id))
      .flatMap((one) => [...one.items, ...one.aside.map((aside) => aside.item)].map((item) => item.source))
      .filter((source) => source.kind !== 'other' && !kept.has(keyOf(source)))
    const gone = new Map(sources.map((source) => [keyOf(source), source]))
    const tasks = await tasksAbout(new Set([...gone.values()].map((one) => one.id)), read, list)
    const refs: AggregateRef[] = []
    for (const { kind, id } of gone.values()) {
      if (kind === 'letter') refs.push({ kind, id })
      if (kind === 'document') refs.push({ kind, id }, { kind: 'dispatch', id })
    }
    const present: AggregateRef[] = []
    for (const ref of [...refs, ...tasks]) if ((await read(ref)) !== undefined) present.push(ref)
    return [
      ...[...going].map((id) => onFile(id, 'case-file.destroy', { disposal })),
      ...present.map((aggregate) => erasing(aggregate, disposal, cause)),
    ]
  },
}

type DisposedFiles = Event<DisposalEvent, 'proposed'>['files']
const keyOf = (source: { readonly kind: string; readonly id: string }): string =>
  `${source.kind}/${source.id}`

async function filesOf(read: ReadState, list: ListAggregates): Promise<readonly CaseFile[]> {
  const states = await Promise.all((await list('case-file')).map((ref) => read(ref)))
  return states.filter((one) => one !== undefined) as CaseFile[]
}

async function tasksAbout(
  letters: ReadonlySet<string>,
  read: ReadState,
  list: ListAggregates,
): Promise<readonly AggregateRef[]> {
  const found: AggregateRef[] = []
  for (const ref of letters.size === 0 ? [] : await list('task')) {
    const task = (await read(ref)) as Task | undefined
    if (task?.letter != null && letters.has(task.letter)) found.push(ref)
  }
  return found
}

const erasing = (aggregate: AggregateRef, disposal: string, { event }: Cause): Reaction => ({
  kind: 'act',
  aggregate,
  type: `${aggregate.kind}.erase`,
  payload: { basis: { kind: 'disposal', id: disposal }, by: event.by },
})

/** What the log says is erased loses its bodies and its files on the node; desks do the same when they read of it. */
export const erasedToBodies: Process = {
  name: 'erased-to-bodies',
  follows: [`letter.${ERASED}`, `document.${ERASED}`, `task.${ERASED}`, `dispatch.${ERASED}`],
  react: ({ aggregate }) => [{ kind: 'erase', aggregate }],
}
