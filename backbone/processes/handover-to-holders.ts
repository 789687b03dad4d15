import type { HandoverEvent, HandoverPart } from '#shared/domain/records/handover-decider.ts'
import type { Process, Reaction } from './process.ts'
import { shareWith } from './directive-to-tasks.ts'
import type { Task } from '#shared/domain/work/task.ts'
import type { ReadState } from './process.ts'

type Completed = Extract<HandoverEvent, { type: 'completed' }>

/** A handover that all have signed for moves everything to its receivers (Decree 30 Art 31.3đ). */
export const handoverToHolders: Process = {
  name: 'handover-to-holders',
  follows: ['handover.completed'],
  react: async ({ aggregate, event }, read) => {
    const { parts, from } = event as unknown as Completed
    const moved = await Promise.all(parts.map((part) => move(part, from, aggregate.id, read)))
    return moved.flat()
  },
}

async function move(
  { kind, id, to }: HandoverPart,
  from: string,
  handover: string,
  read: ReadState,
): Promise<readonly Reaction[]> {
  switch (kind) {
    case 'task': {
      const task = (await read({ kind: 'task', id })) as Task | undefined
      return [
        { kind: 'act', aggregate: { kind, id }, type: 'task.handOver', payload: { from, to, handover } },
        ...(task === undefined ? [] : shareWith(task.letter, [to])),
      ]
    }
    case 'letter':
      return [{ kind: 'act', aggregate: { kind, id }, type: 'letter.present', payload: { to } }]
    case 'meeting':
      return [{ kind: 'act', aggregate: { kind, id }, type: 'meeting.handOver', payload: { from, to } }]
    case 'document':
      return [{ kind: 'act', aggregate: { kind, id }, type: 'document.handOver', payload: { from, to } }]
    case 'case-file':
      return [{ kind: 'act', aggregate: { kind, id }, type: 'case-file.handOver', payload: { to, handover } }]
    case 'delegation':
      return [
        { kind: 'act', aggregate: { kind: 'absence', id }, type: 'absence.handOver', payload: { from, to } },
      ]
  }
}
