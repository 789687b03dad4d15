/** What a list shows from top to bottom: group headings and rows. */
export type ListEntry<T> =
  | {
      readonly kind: 'group'
      readonly id: string
      readonly label: string
      readonly detail?: string | undefined
    }
  | { readonly kind: 'row'; readonly id: string; readonly item: T }

/** Ids of the rows alone, in order. */
export function rowIdsOf(entries: readonly ListEntry<unknown>[]): readonly string[] {
  return entries.flatMap((entry) => (entry.kind === 'row' ? [entry.id] : []))
}

export type ListMove = 'next' | 'previous' | 'first' | 'last' | 'pageDown' | 'pageUp'

/** Where a move leads from the active row; the first row when none is active, undefined in an empty list. */
export function rowAfter(
  ids: readonly string[],
  activeId: string | null,
  move: ListMove,
  pageRows: number,
): string | undefined {
  const at = activeId === null ? -1 : ids.indexOf(activeId)
  if (at === -1) return move === 'last' ? ids.at(-1) : ids[0]
  const last = ids.length - 1
  const target = {
    next: at + 1,
    previous: at - 1,
    first: 0,
    last,
    pageDown: at + pageRows,
    pageUp: at - pageRows,
  }
  return ids[Math.min(Math.max(target[move], 0), last)]
}

/** Every row from one to another, both included, whatever their order. */
export function rowsBetween(ids: readonly string[], from: string, to: string): readonly string[] {
  const [low, high] = [ids.indexOf(from), ids.indexOf(to)].sort((a, b) => a - b)
  return low === undefined || high === undefined || low < 0 ? [] : ids.slice(low, high + 1)
}
