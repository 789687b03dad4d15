import { useMemo, useState } from 'react'
import { useDeliveries, useDispatch, useDocument } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { Translate } from '../../../i18n/messages.ts'
import type { Formats } from '../../../i18n/formats.ts'
import type { DeliveryRow as Delivery } from '../../../projections/deliveries.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import { receiptLimit, standingOf } from '#shared/domain/law/limits.ts'
import type { Dispatch } from '#shared/domain/correspondence/dispatch.ts'
import type { Amending } from '#shared/domain/documents/amendment.ts'
import { DeliveryChip } from '../../../ui/delivery-cell.tsx'
import { DeliveryLegend } from '../../../ui/delivery-legend.tsx'
import { DeliveryMatrix } from '../../../ui/delivery-matrix.tsx'
import { DeliveryTimeline } from '../../../ui/delivery-timeline.tsx'
import type {
  CellPlace,
  DeliveryCellView,
  DeliveryColumn,
  DeliveryRow,
  DeliveryStep,
} from '../../../ui/delivery.types.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { NeedsAttentionBanner } from '../../../ui/needs-attention-banner.tsx'
import { PanelSection, SidePanel } from '../../../ui/panel.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { useAmending } from '../../../workplace/amending/use-amending.tsx'
import { useVerbs } from '../../../workplace/use-verbs.ts'
import { columnHeading } from '../components/column-heading.ts'
import classes from './delivery-screen.module.css'

const filters = ['all', 'notSent', 'failed', 'returned', 'late'] as const
type Filter = (typeof filters)[number]

/** Documents by recipients: how far each one came, and the proof of every step. */
export function DeliveryScreen({ onAmend }: { readonly onAmend: (amends: Amending) => void }) {
  const t = useT()
  const formats = useFormats()
  const deliveries = useDeliveries()
  const [filter, setFilter] = useState<Filter>('all')
  const [active, setActive] = useState<CellPlace | null>(null)
  const shown = useMemo(() => (deliveries ?? []).filter((one) => belongs(one, filter)), [deliveries, filter])
  const { columns, rows } = useMemo(() => matrixOf(shown, formats), [shown, formats])
  const isShown = active !== null && rows.some((row) => row.id === active.row && active.column in row.cells)
  const place = isShown ? active : firstPlace(rows)
  const amending = useAmending(useDocument(place?.row ?? '')?.state, onAmend)
  const verbs = useVerbs(amending.commands)

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
                <VerbBar verbs={verbs} hasPrimary={false} isInline />
              </div>
            )}
            <DeliveryMatrix columns={columns} rows={rows} active={place} onActivate={setActive} />
            <DeliveryLegend />
          </div>
          {place !== null && (
            <DeliveryPanel
              key={`${place.row} ${place.column}`}
              dispatch={place.row}
              recipient={place.column}
            />
          )}
        </div>
      )}
    </>
  )
}

function belongs(one: Delivery, filter: Filter): boolean {
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
      return isLate(one)
  }
}

/** Sent, and the receiver has not confirmed it by the end of that day (Decree 30 Art 21.2c). */
const isLate = (one: Delivery): boolean =>
  (one.state === 'sent' || one.state === '01') &&
  standingOf(receiptLimit(one.openedAt), null, instantFrom(Date.now())) === 'late'

function matrixOf(
  deliveries: readonly Delivery[],
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
    row.cells[code] = { code: one.state, isLate: isLate(one) }
    rows.set(one.dispatch, {
      ...row,
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

function DeliveryPanel({ dispatch, recipient }: { readonly dispatch: string; readonly recipient: string }) {
  const t = useT()
  const formats = useFormats()
  const seen = useDispatch(dispatch)
  const to = seen?.state.recipients.find((one) => one.code === recipient)
  if (seen == null || to === undefined)
    return <SidePanel label={t('delivery.timeline.label')}>{null}</SidePanel>
  const failure = to.state === 'failed' ? to.steps.at(-1)?.description : undefined
  return (
    <SidePanel label={t('delivery.timeline.label')}>
      <PanelSection>
        <p className={classes.about}>
          <span className="num">{seen.state.code}</span> {seen.state.subject}
        </p>
        <h3 className={classes.recipient}>{to.name}</h3>
        <p className={classes.about}>
          <DeliveryChip code={to.state} /> <span className="num">{to.code}</span>
        </p>
      </PanelSection>
      <PanelSection isLast={failure === undefined}>
        <DeliveryTimeline steps={stepsOf(to, seen.state, t, formats)} />
      </PanelSection>
      {failure !== undefined && (
        <PanelSection heading={t('delivery.remedy.title')} isLast>
          <p>
            {t(failure === 'no-such-receiver' ? 'delivery.remedy.noReceiver' : 'delivery.remedy.retryHint')}
          </p>
        </PanelSection>
      )}
    </SidePanel>
  )
}

const failures = [
  'no-such-receiver',
  'unreachable',
  'refused-by-axis',
  'too-large',
  'message-invalid',
  'not-delivered',
] as const

function stepsOf(
  to: Dispatch['recipients'][number],
  dispatch: Dispatch,
  t: Translate,
  formats: Formats,
): readonly DeliveryStep[] {
  const steps = to.steps.map((step, index): DeliveryStep => {
    const failure = failures.find((one) => one === step.description)
    const proof = [failure === undefined ? step.description : t(`delivery.failure.${failure}`), step.staff]
      .filter((part) => part !== '')
      .join(' · ')
    return {
      id: String(index),
      code: step.state,
      time: formats.dateTime(step.at),
      proof: proof === '' ? undefined : proof,
    }
  })
  return [{ id: 'issued', code: 'issued', time: formats.dateTime(dispatch.openedAt) }, ...steps]
}
