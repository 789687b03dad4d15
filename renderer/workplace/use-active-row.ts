import { useState } from 'react'

interface Place {
  readonly id: string | null
  readonly at: number
  readonly scope: string
  /** A row that was chosen before it came into the list: it becomes active when it does. */
  readonly awaited: string | null
}

/**
 * The row that is worked on. When it leaves the list after an act, the row that took its place becomes active, the last one at the end. What
 * was just made is chosen before it is in the list, and becomes active as soon as it is. A new `scope` (the box that is shown) begins at the
 * first row; the list itself at `first`, where that is in it. Null while the list is empty or not read yet.
 */
export function useActiveRow(
  ids: readonly string[] | undefined,
  scope: string,
  first: string | null = null,
): readonly [active: string | null, choose: (id: string) => void] {
  const [place, setPlace] = useState<Place>({ id: first, at: 0, scope, awaited: null })
  const next = ids === undefined ? place : placeIn(ids, place, scope)
  if (next.id !== place.id || next.at !== place.at || next.scope !== place.scope) setPlace(next)
  const choose = (id: string): void => {
    const at = ids?.indexOf(id) ?? -1
    if (ids !== undefined && at < 0) setPlace((here) => ({ ...here, awaited: id }))
    else setPlace({ id, at: Math.max(0, at), scope, awaited: null })
  }
  return [ids === undefined ? null : next.id, choose]
}

function placeIn(ids: readonly string[], { id, at, scope: last, awaited }: Place, scope: string): Place {
  const isSameScope = last === scope
  const come = awaited === null || !isSameScope ? -1 : ids.indexOf(awaited)
  if (come >= 0) return { id: awaited, at: come, scope, awaited: null }
  const still = isSameScope ? awaited : null
  const found = id === null ? -1 : ids.indexOf(id)
  if (found >= 0) return { id, at: found, scope, awaited: still }
  const from = isSameScope ? at : 0
  return { id: ids[Math.min(from, ids.length - 1)] ?? null, at: from, scope, awaited: still }
}
