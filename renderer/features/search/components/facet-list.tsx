import { useState } from 'react'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { facetIds, type FacetId } from '../../../search/index/columns.ts'
import type { FacetCounts, Filters } from '../../../search/index/facets.ts'
import { cx } from '../../../ui/cx.ts'
import { Icon } from '../../../ui/icon.tsx'
import classes from './facet-list.module.css'
import { useFacetWords } from './facet-words.ts'

interface FacetListProps {
  readonly counts: FacetCounts
  readonly filters: Filters
  readonly onChange: (filters: Filters) => void
}

/** Values to narrow by, each with the number it would leave; chosen ones stay in sight also when they leave none. */
export function FacetList({ counts, filters, onChange }: FacetListProps) {
  const t = useT()
  return (
    <div
      className={classes.facets}
      data-pane
      role="region"
      aria-label={t('search.facets.label')}
      tabIndex={-1}
    >
      {facetIds.map((facet) => (
        <Facet
          key={facet}
          facet={facet}
          values={withChosen(counts[facet], filters[facet] ?? [])}
          chosen={filters[facet] ?? []}
          onChosen={(values) => onChange({ ...filters, [facet]: values })}
        />
      ))}
    </div>
  )
}

const SHOWN = 5
type Values = FacetCounts[FacetId]

interface FacetProps {
  readonly facet: FacetId
  readonly values: Values
  readonly chosen: readonly string[]
  readonly onChosen: (values: readonly string[]) => void
}

function Facet({ facet, values, chosen, onChosen }: FacetProps) {
  const t = useT()
  const formats = useFormats()
  const words = useFacetWords()
  const [isWhole, setWhole] = useState(false)
  if (values.length === 0 || (values.length === 1 && chosen.length === 0)) return null
  const ordered = facet === 'year' ? values.toSorted((a, b) => (a.value < b.value ? 1 : -1)) : values
  const shown = isWhole ? ordered : ordered.filter((one, at) => at < SHOWN || chosen.includes(one.value))
  return (
    <section aria-labelledby={`facet-${facet}`}>
      <h2 id={`facet-${facet}`} className={classes.heading}>
        {t(`search.facets.${facet}`)}
      </h2>
      <ul className={classes.values}>
        {shown.map(({ value, count }) => {
          const isChosen = chosen.includes(value)
          return (
            <li key={value}>
              <button
                type="button"
                role="checkbox"
                aria-checked={isChosen}
                className={cx(classes.value, isChosen && classes.chosen)}
                onClick={() =>
                  onChosen(isChosen ? chosen.filter((one) => one !== value) : [...chosen, value])
                }
              >
                {isChosen && <Icon name="check" size="s" />}
                <span className="num">{words(facet, value)}</span>
                <span className={classes.count}>{formats.number(count)}</span>
              </button>
            </li>
          )
        })}
      </ul>
      {ordered.length > shown.length && (
        <button type="button" className={classes.more} onClick={() => setWhole(true)}>
          {t('search.facets.more', { count: ordered.length - shown.length })}
        </button>
      )}
      {isWhole && ordered.length > SHOWN && (
        <button type="button" className={classes.more} onClick={() => setWhole(false)}>
          {t('search.facets.fewer')}
        </button>
      )}
    </section>
  )
}

function withChosen(values: Values, chosen: readonly string[]): Values {
  const missing = chosen.filter((value) => !values.some((one) => one.value === value))
  return [...values, ...missing.map((value) => ({ value, count: 0 }))]
}
