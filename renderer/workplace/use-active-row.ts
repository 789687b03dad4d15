import { useState } from 'react'

interface Place {
  readonly id: string | null
  readonly at: number
  readonly scope: string
}

/**
 * The row that is worked on. When it leaves the list after an act, the row that took its place becomes active, the last one at the end. A
 * new `scope` (the box that is shown) begins at the first row; the list itself at `first`, where that is in it. Null while the list is empty or not read yet.
 */
export function useActiveRow(
  ids: readonly string[] | undefined,
  scope: string,
  first: string | null = null,
): readonly [active: string | null, choose: (id: string) => void] {
  const [place, setPlace] = useState<Place>({ id: first, at: 0, scope })
  const next = ids === undefined ? place : placeIn(ids, place, scope)
  if (next.id !== place.id || next.at !== place.at || next.scope !== place.scope) setPlace(next)
  const choose = (id: string): void => setPlace({ id, at: Math.max(0, ids?.indexOf(id) ?? 0), scope })
  return [ids === undefined ? null : next.id, choose]
}

function placeIn(ids: readonly string[], { id, at, scope: last }: Place, scope: string): Place {
  const found = id === null ? -1 : ids.indexOf(id)
  if (found >= 0) return { id, at: found, scope }
  const from = last === scope ? at : 0
  return { id: ids[Math.min(from, ids.length - 1)] ?? null, at: from, scope }
}
