import type { WaitingAct } from '../../../database/views.ts'

/** Acts that read as one: the first stands for all, in the order of dispatch. */
export interface WaitingGroup {
  readonly first: WaitingAct
  readonly count: number
}

/** What a person sees as one thing they did: writing. */
const writing: ReadonlySet<string> = new Set([
  'document.create',
  'document.editFields',
  'document.editText',
  'document.setRoute',
  'document.setRecipients',
  'document.attach',
  'document.detach',
])

/** Saves of one draft that follow each other and wait for the same reason are one group; every other act is one of its own. */
export function waitingGroups(acts: readonly WaitingAct[]): readonly WaitingGroup[] {
  const groups: WaitingGroup[] = []
  for (const act of acts) {
    const last = groups.at(-1)
    if (last !== undefined && isSameWriting(last.first, act))
      groups[groups.length - 1] = { ...last, count: last.count + 1 }
    else groups.push({ first: act, count: 1 })
  }
  return groups
}

export const isWriting = (act: Pick<WaitingAct, 'type'>): boolean => writing.has(act.type)

function isSameWriting(a: WaitingAct, b: WaitingAct): boolean {
  return (
    isWriting(a) &&
    isWriting(b) &&
    a.aggregate.id === b.aggregate.id &&
    a.reason === b.reason &&
    a.rule === b.rule
  )
}
