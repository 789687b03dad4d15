import { useMemo, useState } from 'react'
import { useCounters, useIncoming, useLetter } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { incomingBoxes, type IncomingBox, type IncomingRow } from '../../../projections/incoming.ts'
import { DocumentRow } from '../../../ui/document-row.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { rowIdsOf } from '../../../ui/list-entries.ts'
import { ListToolRow } from '../../../ui/list-tool-row.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { SortMenu } from '../../../ui/sort-menu.tsx'
import { ThreePane } from '../../../ui/three-pane.tsx'
import { VirtualList } from '../../../ui/virtual-list.tsx'
import { hasRole, useMe } from '../../../workplace/me.ts'
import { useToday } from '../../../workplace/today.ts'
import { useActiveRow } from '../../../workplace/use-active-row.ts'
import { LetterPane } from '../components/letter-pane.tsx'
import { groupRows, letterOrders, rowView, type LetterOrder } from '../components/letter-rows.ts'
import { UnmatchedPane } from '../components/unmatched-pane.tsx'

interface IncomingScreenProps {
  /** The box the address asks for; without it the one where this post has its work. */
  readonly box: IncomingBox | undefined
  readonly onBox: (box: IncomingBox) => void
  /** Opens a letter in a tab of its own. */
  readonly onOpen: (id: string) => void
}

/** Incoming letters: boxes by state, list and letter side by side. */
export function IncomingScreen({ box: asked, onBox, onOpen }: IncomingScreenProps) {
  const t = useT()
  const formats = useFormats()
  const today = useToday()
  const me = useMe()
  const counters = useCounters()
  const box = asked ?? (hasRole(me, 'clerk') ? 'toAccept' : hasRole(me, 'leader') ? 'toDirect' : 'toHandle')
  const rows = useIncoming(box)
  const [order, setOrder] = useState<LetterOrder>('deadline')
  const [listWidth, setListWidth] = useState(500)
  const [isReading, setReading] = useState(false)

  const entries = useMemo(
    () => groupRows(rows ?? [], t('incoming.groups.first'), formats, today, order),
    [rows, t, formats, today, order],
  )
  const [active, setActive] = useActiveRow(rows === undefined ? undefined : rowIdsOf(entries), box)

  const boxes = incomingBoxes.map((id) => ({
    id,
    label: t(`incoming.box.${id}`),
    count: counters?.incoming[id],
  }))
  const next = incomingBoxes
    .slice(0, MOST_URGENT_BOXES)
    .find((id) => id !== box && (counters?.incoming[id] ?? 0) > 0)
  const list =
    rows === undefined ? (
      <SkeletonRows />
    ) : (
      <>
        <ListToolRow summary={t('common.documents', { count: rows.length })}>
          <SortMenu
            value={order}
            onChange={setOrder}
            choices={letterOrders.map((value) => ({ value, label: t(`incoming.sort.${value}`) }))}
          />
        </ListToolRow>
        <VirtualList<IncomingRow>
          label={t('incoming.title')}
          entries={entries}
          activeId={active}
          onActivate={setActive}
          onOpen={(id) => (isNarrow() ? setReading(true) : onOpen(id))}
          isEnterFree={!isNarrow()}
          isAutoFocused
          empty={
            <EmptyState
              text={t(`incoming.emptyBox.${box}`)}
              verb={
                next === undefined
                  ? undefined
                  : {
                      label: t('incoming.empty.nextBox', {
                        box: t(`incoming.box.${next}`),
                        count: counters?.incoming[next] ?? 0,
                      }),
                      run: () => onBox(next),
                    }
              }
            />
          }
          renderRow={(row, { isActive, isSelected }) => (
            <DocumentRow row={rowView(row, t, today)} isActive={isActive} isSelected={isSelected} />
          )}
        />
      </>
    )
  const row = rows?.find((one) => one.id === active)
  return (
    <>
      <ScreenHeader
        title={t('incoming.title')}
        boxes={boxes}
        activeBox={box}
        onBox={(id) => onBox(id as IncomingBox)}
      />
      <ThreePane
        list={list}
        reading={
          row !== undefined ? (
            <ReadingPane row={row} onOpen={onOpen} />
          ) : rows?.length === 0 ? (
            <></>
          ) : (
            <EmptyState text={t('incoming.empty.noSelection')} />
          )
        }
        listWidth={listWidth}
        onListWidth={setListWidth}
        isReading={isReading}
        onCloseReading={() => setReading(false)}
      />
    </>
  )
}

/** The first boxes hold work that waits; the others are for looking up. */
const MOST_URGENT_BOXES = 5
const NARROW_PX = 1100
/** Below this the letter lies over the list. */
const isNarrow = (): boolean => window.innerWidth < NARROW_PX

function ReadingPane({ row, onOpen }: { readonly row: IncomingRow; readonly onOpen: (id: string) => void }) {
  const letter = useLetter(row.id)
  if (row.what === 'unmatched') return <UnmatchedPane key={row.id} row={row} />
  return letter === undefined || letter === null ? null : (
    <LetterPane key={row.id} letter={letter.state} onOpen={onOpen} />
  )
}
