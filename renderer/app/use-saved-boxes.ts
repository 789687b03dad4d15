import { useNavigate } from '@tanstack/react-router'
import type { SavedSearch } from '#shared/domain/search/saved-searches-decider.ts'
import { useSavedSearches } from '../database/use-live.ts'
import { facetIds } from '../search/index/columns.ts'
import type { Filters } from '../search/index/facets.ts'
import { useAsked } from '../search/use-asked.ts'
import type { SidebarItem } from '../ui/sidebar.tsx'
import { useMe } from '../workplace/me.ts'
import { useToday } from '../workplace/today.ts'

interface SavedBoxes {
  readonly items: readonly SidebarItem[]
  /** Opens the box of this id, if there is one. */
  readonly open: (id: string) => void
}

/** The searches kept by the post at this desk, with what each finds now. */
export function useSavedBoxes(): SavedBoxes {
  const navigate = useNavigate()
  const me = useMe()
  const today = useToday()
  const searches = useSavedSearches(me?.id ?? '')?.state.searches ?? []
  const wishes = searches.map(({ text, filters }) => ({ text, filters: filtersOf(filters), today }))
  const counts = useAsked('counts', wishes.length === 0 ? null : wishes)?.answer
  return {
    items: searches.map((one, index) => ({
      id: one.id,
      label: one.name,
      icon: 'star',
      badge: counts?.[index],
    })),
    open: (id) => {
      const one = searches.find((search) => search.id === id)
      if (one !== undefined)
        void navigate({ to: '/search', search: { q: one.text, by: filtersOf(one.filters) } })
    },
  }
}

/** Facets that this software does not know narrow nothing. */
function filtersOf(filters: SavedSearch['filters']): Filters {
  return Object.fromEntries(
    facetIds.flatMap((facet) => (filters[facet] === undefined ? [] : [[facet, filters[facet]]])),
  )
}
