import type { FoundPaper } from '../search/messages.ts'

/** Where a letter, a document or a line of a former register that was found is opened. */
export function addressOf({ what, id }: Pick<FoundPaper, 'what' | 'id'>) {
  const params = { id: id.slice(what.length + 1) }
  if (what === 'former') return { to: '/registers/former/$id', params } as const
  return what === 'letter'
    ? ({ to: '/incoming/$id', params } as const)
    : ({ to: '/drafts/$id', params } as const)
}
