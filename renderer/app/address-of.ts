import type { FoundPaper } from '../search/messages.ts'

/** Where a letter or document that was found is opened. */
export function addressOf({ what, id }: Pick<FoundPaper, 'what' | 'id'>) {
  const params = { id: id.slice(what.length + 1) }
  return what === 'letter'
    ? ({ to: '/incoming/$id', params } as const)
    : ({ to: '/drafts/$id', params } as const)
}
