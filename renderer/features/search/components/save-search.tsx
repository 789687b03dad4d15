import { MOST_SAVED_SEARCHES } from '#shared/domain/search/saved-searches-decider.ts'
import { useSavedSearches } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { facetIds } from '../../../search/index/columns.ts'
import type { Filters } from '../../../search/index/facets.ts'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useMe } from '../../../workplace/me.ts'
import { useAct } from '../../../workplace/use-act.ts'
import { useFacetWords } from './facet-words.ts'

interface SaveSearchProps {
  readonly sought: { readonly text: string; readonly filters: Filters }
}

const LONGEST_NAME = 80

/** Keeps a search as a box of the sidebar, named by what it looks for, or takes it away again. */
export function SaveSearch({ sought }: SaveSearchProps) {
  const t = useT()
  const me = useMe()
  const act = useAct()
  const desk = useDesk()
  const toast = useToast()
  const words = useFacetWords()
  const searches = useSavedSearches(me?.id ?? '')?.state.searches ?? []
  const text = sought.text.trim()
  const filters = Object.fromEntries(
    facetIds.flatMap((facet) => {
      const values = sought.filters[facet] ?? []
      return values.length === 0 ? [] : [[facet, [...values]]]
    }),
  )
  const kept = searches.find((one) => one.text === text && sameFilters(one.filters, filters))
  const chosen = facetIds.flatMap((facet) =>
    (sought.filters[facet] ?? []).map((value) => words(facet, value)),
  )
  const name = [text, ...chosen]
    .filter((part) => part !== '')
    .join(', ')
    .slice(0, LONGEST_NAME)
  if (me === undefined || name === '' || (kept === undefined && searches.length >= MOST_SAVED_SEARCHES))
    return null
  const set = (next: typeof searches, said: string): void => {
    void act({ kind: 'saved-searches', id: me.id }, 'saved-searches.set', {
      post: me.id,
      searches: next,
    }).then((done) => {
      if (done !== undefined) toast.show({ icon: 'star', text: said })
    })
  }
  return kept === undefined ? (
    <Button
      icon="star"
      onClick={() =>
        set([...searches, { id: desk.newId(), name, text, filters }], t('search.saved', { name }))
      }
    >
      {t('search.save')}
    </Button>
  ) : (
    <Button
      icon="x"
      onClick={() =>
        set(
          searches.filter((one) => one !== kept),
          t('search.unsaved', { name: kept.name }),
        )
      }
    >
      {t('search.unsave')}
    </Button>
  )
}

const sameFilters = (
  a: Readonly<Record<string, readonly string[]>>,
  b: Readonly<Record<string, readonly string[]>>,
): boolean => JSON.stringify(Object.entries(a).toSorted()) === JSON.stringify(Object.entries(b).toSorted())
