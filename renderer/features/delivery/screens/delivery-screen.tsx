import { useMemo, useState } from 'react'
import { useDeliveries, useDocument } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { Formats } from '../../../i18n/formats.ts'
import type { DeliveryRow as Delivery } from '../../../projections/deliveries.ts'
import { localDateOf } from '#shared/kernel/instant.ts'
import { isLateToAccept } from '#shared/domain/correspondence/chase.ts'
import type { Amending } from '#shared/domain/documents/amendment.ts'
import { DeliveryLegend } from '../../../ui/delivery-legend.tsx'
import { DeliveryMatrix } from '../../../ui/delivery-matrix.tsx'
import type { CellSelection } from '../../../ui/delivery-matrix.tsx'
import { cellKey } from '../../../ui/delivery-moves.ts'
import type { CellPlace, DeliveryCellView, DeliveryColumn, DeliveryRow } from '../../../ui/delivery.types.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { NeedsAttentionBanner } from '../../../ui/needs-attention-banner.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { hasRole, useMe } from '../../../workplace/me.ts'
import { useNow } from '../../../workplace/today.ts'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'
import { useAmending } from '../../../workplace/amending/use-amending.tsx'
import { useVerbs } from '../../../workplace/use-verbs.ts'
import { ChasePanel } from '../components/chase-panel.tsx'
import { columnHeading } from '../components/column-heading.ts'
import { DeliveryPanel } from '../components/delivery-panel.tsx'
import { useChase } from '../hooks/use-chase.ts'
import type { ChasedDocument } from '../use-cases/chase-letter.ts'
import classes from './delivery-screen.module.css'

const filters = ['all', 'notSent', 'failed', 'returned', 'late'] as const
type Filter = (typeof filters)[number]

interface DeliveryScreenProps {
  readonly onAmend: (amends: Amending) => void
  readonly onChase: (documents: readonly ChasedDocument[]) => void
}

/** What the board says of one recipient now. */
interface Standing extends Delivery {
  readonly isLate: boolean
}

const NOTHING: ReadonlySet<string> = new Set()

/** Documents by recipients: how far each one came, and the proof of every step; who is late is chased with one letter. */
export function DeliveryScreen({ onAmend, onChase }: DeliveryScreenProps) {
  const t = useT()
  const formats = useFormats()
  const deliveries = useStandings()
  const isClerk = hasRole(useMe(), 'clerk')
  const [filter, setFilter] = useState<Filter>('all')
  const [active, setActive] = useState<CellPlace | null>(null)
  const shown = useMemo(() => (deliveries ?? []).filter((one) => belongs(one, filter)), [deliveries, filter])
  const { columns, rows } = useMemo(() => matrixOf(shown, formats), [shown, formats])
  const isShown = active !== null && rows.some((row) => row.id === active.row && active.column in row.cells)
  const place = isShown ? active : firstPlace(rows)
  const [chosen, setChosen] = useState(NOTHING)
  const late = useMemo(() => (isClerk ? shown.filter((one) => one.isLate) : []), [isClerk, shown])
  const selected = useMemo(() => late.filter((one) => chosen.has(one.id)), [late, chosen])
  const isSelecting = selected.length > 0
  const key = place === null ? '' : cellKey(place)
  const chase = useChase(
    useMemo(
      () => (isSelecting ? selected : late.filter((one) => one.id === key)),
      [isSelecting, selected, late, key],
    ),
    onChase,
  )
  const amending = useAmending(useDocument(place?.row ?? '')?.state, onAmend)
  const verbs = useVerbs(
    useMemo(
      () => (isSelecting ? chase.commands : [...chase.commands, ...amending.commands]),
      [isSelecting, chase.commands, amending.commands],
    ),
  )
  const select = (what: CellSelection): void => {
    if (what === 'none') setChosen(NOTHING)
    else if (what === 'all') setChosen(new Set(late.map((one) => one.id)))
    else {
      const one = cellKey(what.toggle)
      if (late.some(({ id }) => id === one)) setChosen(toggled(chosen, one))
    }
  }

  const failed = (deliveries ?? []).filter((one) => belongs(one, 'failed'))
  const boxes = filters.map((id) => ({
    id,
    label: t(`delivery.filters.${id}`),
    count: (deliveries ?? []).filter((one) => belongs(one, id)).length,
  }))
  return (
    <>
      <ScreenHeader
        title={t('delivery.title')}
        boxes={boxes}
        activeBox={filter}
        onBox={(id) => setFilter(id as Filter)}
      />
      {failed.length > 0 && filter !== 'failed' && (
        <NeedsAttentionBanner
          facts={failed.map((one) =>
            t('delivery.banner', { recipient: one.recipient.name, number: one.code }),
          )}
          count={failed.length}
          onView={() => setFilter('failed')}
        />
      )}
      {deliveries === undefined ? (
        <SkeletonRows />
      ) : rows.length === 0 ? (
        <EmptyState text={t(filter === 'all' ? 'delivery.empty.all' : 'delivery.empty.filter')} />
      ) : (
        <div className={classes.columns}>
          {amending.asking}
          <div className={classes.board}>
            {verbs.length > 0 && (
              <div className={classes.verbs}>
                <VerbBar verbs={verbs} hasPrimary={isSelecting} isInline />
                {isSelecting && (
                  <span className={classes.selected}>
                    {t('delivery.chase.selected', { count: selected.length })}
                  </span>
                )}
              </div>
            )}
            <DeliveryMatrix
              columns={columns}
              rows={rows}
              active={place}
              onActivate={setActive}
              selected={new Set(selected.map((one) => one.id))}
              onSelect={isClerk ? select : undefined}
            />
            <DeliveryLegend />
          </div>
          {isSelecting ? (
            <ChasePanel chased={chase.chased} leftOut={chase.leftOut} />
          ) : (
            place !== null && (
              <DeliveryPanel key={cellKey(place)} dispatch={place.row} recipient={place.column} />
            )
          )}
        </div>
      )}
    </>
  )
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const others = new Set(ids)
  return others.delete(id) ? others : others.add(id)
}

function belongs(one: Standing, filter: Filter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'notSent':
      return one.state === 'queued'
    case 'failed':
      return one.state === 'failed'
    case 'returned':
      return one.state === '02'
    case 'late':
      return one.isLate
  }
}

/** The lines of the board, and which of them are past the time the law gives a receiver. */
function useStandings(): readonly Standing[] | undefined {
  const deliveries = useDeliveries()
  const calendar = useCalendar()
  const now = useNow()
  return useMemo(
    () => deliveries?.map((one) => ({ ...one, isLate: isLateToAccept(one, calendar, now) })),
    [deliveries, calendar, now],
  )
}

function matrixOf(
  deliveries: readonly Standing[],
  formats: Formats,
): { columns: readonly DeliveryColumn[]; rows: readonly DeliveryRow[] } {
  const columns = new Map<string, DeliveryColumn>()
  const rows = new Map<string, DeliveryRow & { cells: Record<string, DeliveryCellView> }>()
  for (const one of deliveries) {
    const { code, name } = one.recipient
    if (!columns.has(code)) columns.set(code, { id: code, name, heading: columnHeading(name) })
    const row = rows.get(one.dispatch) ?? {
      id: one.dispatch,
      number: one.code,
      date: formats.dayMonth(one.issuedOn),
      subject: one.subject,
      received: 0,
      total: 0,
      cells: {},
    }
    row.cells[code] = { code: one.state, isLate: one.isLate }
    const chasedAt = one.chases.at(-1)?.at
    rows.set(one.dispatch, {
      ...row,
      ...(chasedAt === undefined ? {} : { chased: formats.dayMonth(localDateOf(chasedAt)) }),
      total: row.total + 1,
      received: row.received + (one.isReceived ? 1 : 0),
    })
  }
  return { columns: [...columns.values()], rows: [...rows.values()] }
}

function firstPlace(rows: readonly DeliveryRow[]): CellPlace | null {
  const row = rows[0]
  const column = row === undefined ? undefined : Object.keys(row.cells)[0]
  return row === undefined || column === undefined ? null : { row: row.id, column }
}
