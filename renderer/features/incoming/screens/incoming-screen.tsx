import { useCallback, useMemo, useState } from 'react'
import type { Letter } from '#shared/domain/correspondence/letter.ts'
import { useCounters, useIncomingList, useLetter } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import {
  incomingBoxes,
  type IncomingBox,
  type IncomingLetterRow,
  type IncomingRow,
} from '../../../projections/incoming.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { DocumentRow } from '../../../ui/document-row.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { rowIdsOf } from '../../../ui/list-entries.ts'
import { ListToolRow } from '../../../ui/list-tool-row.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { SortMenu } from '../../../ui/sort-menu.tsx'
import { ThreePane, useThreePane } from '../../../ui/three-pane.tsx'
import { VirtualList } from '../../../ui/virtual-list.tsx'
import { hasRole, useMe } from '../../../workplace/me.ts'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'
import { useToday } from '../../../workplace/today.ts'
import { useActiveRow } from '../../../workplace/use-active-row.ts'
import { LetterPane } from '../components/letter-pane.tsx'
import { groupRows, letterOrders, rowView, type LetterOrder } from '../components/letter-rows.ts'
import { ManyLetters, RegisteredLetters } from '../components/many-letters.tsx'
import { PaperLetter } from '../components/paper-letter.tsx'
import { RequestPane } from '../components/request-pane.tsx'
import { ScanDrop } from '../components/scan-drop.tsx'
import { UnmatchedPane } from '../components/unmatched-pane.tsx'
import type { Reply } from '../hooks/use-letter-verbs.ts'
import { useScans } from '../hooks/use-scans.ts'
import type { Registered } from '../use-cases/register-letters.ts'

interface IncomingScreenProps {
  /** The box the address asks for; without it the one where this post has its work. */
  readonly box: IncomingBox | undefined
  readonly onBox: (box: IncomingBox) => void
  /** Opens a letter in a tab of its own. */
  readonly onOpen: (id: string) => void
  readonly onReply: Reply
  readonly onInvitation: (letter: Letter) => void
}

/** Incoming letters: boxes by state, list and letter side by side. */
export function IncomingScreen({ box: asked, onBox, onOpen, onReply, onInvitation }: IncomingScreenProps) {
  const t = useT()
  const formats = useFormats()
  const today = useToday()
  const calendar = useCalendar()
  const me = useMe()
  const counters = useCounters()
  const box = asked ?? (hasRole(me, 'clerk') ? 'toAccept' : hasRole(me, 'leader') ? 'toDirect' : 'toHandle')
  const [order, setOrder] = useState<LetterOrder>('deadline')
  const brought = useIncomingList(box, today)
  const rows = useMemo(
    () => brought && (order === 'deadline' ? [...brought.newest, ...brought.older] : brought.newest),
    [brought, order],
  )
  const total = Math.max(counters?.incoming[box] ?? 0, rows?.length ?? 0)
  const panes = useThreePane(500)

  const entries = useMemo(
    () => groupRows(rows ?? [], t('incoming.groups.first'), formats, today, order),
    [rows, t, formats, today, order],
  )
  const [active, setActive] = useActiveRow(rows === undefined ? undefined : rowIdsOf(entries), box)

  const scans = useScans()
  const { selected, select, chosen, clear, registered, setRegistered } = useSelection(box, rows)
  const canSelect = hasRole(me, 'clerk') && (box === 'toAccept' || box === 'toRegister')

  const boxes = incomingBoxes
    .filter((id) => id !== 'requests' || id === box || (counters?.incoming[id] ?? 0) > 0)
    .map((id) => ({ id, label: t(`incoming.box.${id}`), count: counters?.incoming[id] }))
  const next = incomingBoxes
    .slice(0, MOST_URGENT_BOXES)
    .find((id) => id !== box && (counters?.incoming[id] ?? 0) > 0)
  const list =
    rows === undefined ? (
      <SkeletonRows />
    ) : (
      <>
        <ListToolRow
          select={
            canSelect && (
              <Checkbox
                checked={rows.length > 0 && chosen.length === rows.length}
                mixed={chosen.length > 0 && chosen.length < rows.length}
                label={t('common.selectAll')}
                onChange={(all) => select(new Set(all ? rows.map((one) => one.id) : []))}
              />
            )
          }
          summary={
            chosen.length === 0
              ? t('common.documents', { count: total })
              : t('common.selected', { count: chosen.length, total: rows.length })
          }
        >
          {canSelect && (
            <Button
              size="small"
              variant="quiet"
              icon="scan"
              disabled={scans.isReading}
              onClick={scans.choose}
            >
              {t(scans.isReading ? 'registering.paper.reading' : 'registering.paper.bringIn')}
            </Button>
          )}
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
          onActivate={(id) => {
            setRegistered(null)
            setActive(id)
          }}
          selectedIds={selected}
          onSelectionChange={canSelect ? select : undefined}
          onOpen={(id) => (isNarrow() ? panes.read() : onOpen(id))}
          isEnterFree={!isNarrow()}
          isAutoFocused
          onNearEnd={brought?.more}
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
          renderRow={(row, state) => <DocumentRow row={rowView(row, t, today, calendar)} {...state} />}
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
        list={canSelect ? <ScanDrop onDrop={scans.drop}>{list}</ScanDrop> : list}
        reading={
          scans.scan !== undefined ? (
            <PaperLetter key={scans.scan.blob.sha256} scan={scans.scan} onEnd={scans.end} />
          ) : registered !== null ? (
            <RegisteredLetters {...registered} onClose={() => setRegistered(null)} />
          ) : canSelect && chosen.length > 0 ? (
            <ManyLetters
              rows={chosen}
              onClear={clear}
              onRegistered={(letters, results) => {
                clear()
                setRegistered({ rows: letters, results })
              }}
            />
          ) : row !== undefined ? (
            <ReadingPane row={row} onOpen={onOpen} onReply={onReply} onInvitation={onInvitation} />
          ) : rows?.length === 0 ? (
            <></>
          ) : (
            <EmptyState text={t('incoming.empty.noSelection')} />
          )
        }
        {...panes.props}
      />
    </>
  )
}

/** The selected letters of a box in the order of the list, and what became of those that were just registered together. */
function useSelection(box: IncomingBox, rows: readonly IncomingRow[] | undefined) {
  const [place, setPlace] = useState(box)
  const [selected, setSelected] = useState<ReadonlySet<string>>(NONE)
  const [registered, setRegistered] = useState<{
    readonly rows: readonly IncomingLetterRow[]
    readonly results: readonly Registered[]
  } | null>(null)
  const clear = useCallback(() => setSelected(NONE), [])
  // What is chosen next is looked at before what is done with.
  const select = useCallback((ids: ReadonlySet<string>) => {
    setRegistered(null)
    setSelected(ids)
  }, [])
  if (place !== box) {
    setPlace(box)
    setSelected(NONE)
    setRegistered(null)
  }
  const chosen = useMemo(
    () =>
      (rows ?? [])
        .flatMap((row) => (row.what === 'letter' && selected.has(row.id) ? [row] : []))
        .toReversed(),
    [rows, selected],
  )
  return { selected, select, chosen, clear, registered, setRegistered }
}

/** The first boxes hold work that waits; the others are for looking up. */
const MOST_URGENT_BOXES = 5
const NONE: ReadonlySet<string> = new Set()
const NARROW_PX = 1100
/** Below this the letter lies over the list. */
const isNarrow = (): boolean => window.innerWidth < NARROW_PX

interface ReadingPaneProps {
  readonly row: IncomingRow
  readonly onOpen: (id: string) => void
  readonly onReply: Reply
  readonly onInvitation: (letter: Letter) => void
}

function ReadingPane({ row, onOpen, onReply, onInvitation }: ReadingPaneProps) {
  const letter = useLetter(row.id)
  if (row.what === 'request') return <RequestPane key={row.id} request={row.state} onOpen={onOpen} />
  if (row.what === 'unmatched') return <UnmatchedPane key={row.id} row={row} />
  return letter === undefined || letter === null ? null : (
    <LetterPane
      key={row.id}
      letter={letter.state}
      onOpen={onOpen}
      onReply={onReply}
      onInvitation={onInvitation}
    />
  )
}
