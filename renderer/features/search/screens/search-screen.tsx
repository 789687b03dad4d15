import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useAgency } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { Filters } from '../../../search/index/facets.ts'
import type { PaperHit, PapersFound } from '../../../search/messages.ts'
import { useAsked } from '../../../search/use-asked.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { rowAfter } from '../../../ui/list-entries.ts'
import { ListToolRow } from '../../../ui/list-tool-row.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { ThreePane, useThreePane } from '../../../ui/three-pane.tsx'
import { VirtualList } from '../../../ui/virtual-list.tsx'
import { wordsOfError } from '../../../workplace/error-words.ts'
import { useToday } from '../../../workplace/today.ts'
import { useActiveRow } from '../../../workplace/use-active-row.ts'
import { FacetList } from '../components/facet-list.tsx'
import { useResting } from '../hooks/use-resting.ts'
import { HitRow } from '../components/hit-row.tsx'
import { SaveSearch } from '../components/save-search.tsx'
import { PaperPreview } from '../components/paper-preview.tsx'
import classes from './search-screen.module.css'

/** What is looked for: the words as typed, and the values chosen beside them. */
export interface SearchFor {
  readonly text: string
  readonly filters: Filters
}

interface SearchScreenProps {
  readonly sought: SearchFor
  readonly onSought: (sought: SearchFor) => void
  readonly onOpen: (hit: PaperHit) => void
}

const FIRST_HITS = 50
const MORE_HITS = 400

/** Instant search over everything on this desk: values to narrow by, hits, and the page of the chosen one. */
export function SearchScreen({ sought, onSought, onOpen }: SearchScreenProps) {
  const t = useT()
  const today = useToday()
  const agency = useAgency()?.state.codes[0] ?? ''
  const { text, filters } = sought
  const scope = JSON.stringify(sought)
  const [more, setMore] = useState({ scope, limit: FIRST_HITS })
  const limit = more.scope === scope ? more.limit : FIRST_HITS
  const asked = useAsked('papers', { text, filters, limit, today, agency })
  const found = asked?.answer
  const hits = found?.hits
  const ids = hits?.map((hit) => hit.row.id)
  const [active, setActive] = useActiveRow(ids, scope)
  const panes = useThreePane(480)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])

  const resting = useResting(active)
  const hit = hits?.find((one) => one.row.id === resting)
  const open = (id: string): void => {
    const chosen = hits?.find((one) => one.row.id === id)
    if (chosen !== undefined) onOpen(chosen)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const move = { ArrowDown: 'next', ArrowUp: 'previous' } as const
    const to =
      event.code in move ? rowAfter(ids ?? [], active, move[event.code as keyof typeof move], 1) : undefined
    if (to !== undefined) setActive(to)
    else if (event.code === 'Enter' && active !== null) open(active)
    else return
    event.preventDefault()
  }
  const isNarrowed = Object.values(filters).some((values) => values.length > 0)
  return (
    <>
      <header className={classes.header}>
        <h1 className={classes.title}>{t('shell.nav.search')}</h1>
        <label className={classes.field}>
          <Icon name="search" />
          <TextField
            ref={field}
            className={classes.input}
            type="search"
            aria-label={t('search.label')}
            placeholder={t('search.placeholder')}
            value={text}
            onChange={(event) => onSought({ ...sought, text: event.currentTarget.value })}
            onKeyDown={onKeyDown}
          />
        </label>
        <span className="spacer" />
        <SaveSearch sought={sought} />
        {isNarrowed && (
          <Button icon="x" onClick={() => onSought({ text, filters: {} })}>
            {t('search.clearFilters')}
          </Button>
        )}
      </header>
      {asked?.problem !== undefined ? (
        <ErrorState {...wordsOfError(t, asked.problem)} />
      ) : (
        <div
          className={classes.places}
          data-found-for={asked?.wish.text}
          data-took-ms={asked?.tookMs}
          data-found-by={JSON.stringify(asked?.wish.filters)}
        >
          {found !== undefined && (
            <FacetList
              counts={found.facets}
              filters={filters}
              onChange={(next) => onSought({ text, filters: next })}
            />
          )}
          <div className={classes.panes}>
            <ThreePane
              list={
                found === undefined ? (
                  <SkeletonRows />
                ) : (
                  <Hits
                    found={found}
                    active={active}
                    onActive={setActive}
                    onOpen={(id) => (window.innerWidth < NARROW_PX ? panes.read() : open(id))}
                    onMore={() => setMore({ scope, limit: limit + MORE_HITS })}
                  />
                )
              }
              reading={
                hit === undefined ? (
                  <EmptyState text={t('search.noneChosen')} />
                ) : (
                  <PaperPreview hit={hit} marks={found?.marks ?? []} onOpen={() => open(hit.row.id)} />
                )
              }
              {...panes.props}
            />
          </div>
        </div>
      )}
    </>
  )
}

/** Below this the page lies over the list. */
const NARROW_PX = 1100

interface HitsProps {
  readonly found: PapersFound
  readonly active: string | null
  readonly onActive: (id: string) => void
  readonly onOpen: (id: string) => void
  readonly onMore: () => void
}

function Hits({ found, active, onActive, onOpen, onMore }: HitsProps) {
  const t = useT()
  const formats = useFormats()
  const { hits, total, marks, corrected, date, isWhole } = found
  return (
    <div className={classes.list}>
      <ListToolRow summary={t('search.found', { count: total })}>
        {total > hits.length && (
          <Button variant="quiet" onClick={onMore}>
            {t('search.more', { count: hits.length })}
          </Button>
        )}
      </ListToolRow>
      {(corrected.length > 0 || date !== null || !isWhole) && (
        <div className={classes.notes} role="status">
          {!isWhole && (
            <Chip tone="info" icon="progress">
              {t('search.reading')}
            </Chip>
          )}
          {date !== null && (
            <Chip tone="info" icon="calendar">
              {date.from === date.to
                ? t('search.onDay', { date: formats.date(date.from) })
                : t('search.betweenDays', { from: formats.date(date.from), to: formats.date(date.to) })}
            </Chip>
          )}
          {corrected.map(({ typed, used }) => (
            <Chip key={typed} tone="soon" icon="info-circle">
              {t('search.corrected', { typed, used: used.join(', ') })}
            </Chip>
          ))}
        </div>
      )}
      <VirtualList<PaperHit>
        label={t('search.hits')}
        density="three"
        entries={hits.map((hit) => ({ kind: 'row', id: hit.row.id, item: hit }))}
        activeId={active}
        onActivate={onActive}
        onOpen={onOpen}
        empty={<EmptyState text={t('search.nothing')} hint={t('search.nothingHint')} />}
        renderRow={(hit, { isActive }) => <HitRow hit={hit} marks={marks} isActive={isActive} />}
      />
    </div>
  )
}
