import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useT } from '../../../i18n/language-provider.tsx'
import { originOfWork, type WorkRow, type WorkOrigin } from '../../../projections/work.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ListToolRow } from '../../../ui/list-tool-row.tsx'
import { ThreePane, useThreePane } from '../../../ui/three-pane.tsx'
import { VirtualList } from '../../../ui/virtual-list.tsx'
import { NextRowProvider, useFromHere } from '../../../workplace/next-row.ts'
import { useActiveRow } from '../../../workplace/use-active-row.ts'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import type { RankedWork } from '../hooks/use-ranked-work.ts'
import { BulkFinish } from './bulk-finish.tsx'
import { WorkLine } from './work-line.tsx'
import { WorkReading } from './work-reading.tsx'

interface WorkListProps {
  readonly label: string
  readonly work: readonly RankedWork[]
  /** A new scope begins at the first row with nothing selected. */
  readonly scope: string
  readonly empty: string
  readonly letterPane: (letter: string) => ReactNode
  readonly onOpenDocument: (id: string) => void
  readonly onOpenOrigin: (origin: WorkOrigin) => void
}

const NOTHING: ReadonlySet<string> = new Set()

/** Work beside its letter; `Space` selects, `E` then finishes all that are selected after a look at them. */
export function WorkList(props: WorkListProps) {
  const { label, work, scope, empty, letterPane, onOpenDocument, onOpenOrigin } = props
  const t = useT()
  const panes = useThreePane(560)
  const [selection, setSelection] = useState<{ readonly scope: string; readonly ids: ReadonlySet<string> }>({
    scope,
    ids: NOTHING,
  })
  const [isFinishing, setFinishing] = useState(false)
  const ids = useMemo(() => work.map(({ row }) => row.id), [work])
  const [active, setActive] = useActiveRow(ids, scope)
  const selected = useMemo(
    () => new Set(ids.filter((id) => selection.scope === scope && selection.ids.has(id))),
    [ids, selection, scope],
  )
  const rowOf = (id: string | null): WorkRow | undefined => work.find(({ row }) => row.id === id)?.row
  const open = (id: string): void => {
    const row = rowOf(id)
    const origin = row === undefined ? null : originOfWork(row)
    if (row?.about.kind === 'document') onOpenDocument(row.about.id)
    else if (origin !== null) onOpenOrigin(origin)
  }
  const finish = useCallback(() => setFinishing(true), [])
  useVerbs(
    useMemo(
      () =>
        selected.size > 0
          ? [verb('work.finishMany', 'tasks.bulk.confirm', finish, { icon: 'check', shortcut: 'KeyE' })]
          : [],
      [selected.size, finish],
    ),
  )
  const row = rowOf(active)
  const fromHere = useFromHere(ids, active, setActive)
  return (
    <NextRowProvider value={fromHere}>
      <ThreePane
        list={
          <>
            <ListToolRow
              summary={
                selected.size > 0
                  ? t('common.selected', { count: selected.size, total: work.length })
                  : t('common.acts', { count: work.length })
              }
            >
              <span className="dim">{t('tasks.bulk.selectHint')}</span>
            </ListToolRow>
            <VirtualList<RankedWork>
              label={label}
              entries={work.map((item) => ({ kind: 'row', id: item.row.id, item }) as const)}
              activeId={active}
              onActivate={setActive}
              onOpen={(id) => (window.innerWidth < NARROW_PX ? panes.read() : open(id))}
              isEnterFree={row?.reason === 'direct' || row?.about.kind === 'task'}
              selectedIds={selected}
              onSelectionChange={(next) => setSelection({ scope, ids: next })}
              isAutoFocused
              empty={<EmptyState text={empty} />}
              renderRow={(item, state) => <WorkLine work={item} state={state} />}
            />
          </>
        }
        reading={
          work.length === 0 ? null : row === undefined || selected.size > 0 ? (
            <EmptyState
              text={
                selected.size > 0
                  ? t('common.selected', { count: selected.size, total: work.length })
                  : t('incoming.empty.noSelection')
              }
              {...(selected.size > 0
                ? { verb: { label: `${t('tasks.bulk.confirm')} (E)`, run: finish } }
                : {})}
            />
          ) : (
            <WorkReading
              key={row.id}
              row={row}
              letterPane={letterPane}
              onOpenDocument={onOpenDocument}
              onOpenOrigin={onOpenOrigin}
            />
          )
        }
        {...panes.props}
      />
      {isFinishing && (
        <BulkFinish
          rows={work.filter((one) => selected.has(one.row.id)).map((one) => one.row)}
          onClose={(isDone) => {
            setFinishing(false)
            if (isDone) setSelection({ scope, ids: NOTHING })
          }}
        />
      )}
    </NextRowProvider>
  )
}

const NARROW_PX = 1100
