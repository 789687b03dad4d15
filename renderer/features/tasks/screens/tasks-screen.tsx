import { useCallback, useMemo, useState } from 'react'
import { rankByRisk } from '#shared/domain/work/legal-risk.ts'
import { isOpen, originOf, type TaskOrigin } from '#shared/domain/work/task.ts'
import { localDateOf, type LocalDate } from '#shared/kernel/instant.ts'
import { useTasks } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import type { TaskRow } from '../../../projections/tasks.ts'
import { useDesk } from '../../../sync/desk-context.tsx'
import { ChoiceBar } from '../../../ui/choice-bar.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ListToolRow } from '../../../ui/list-tool-row.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { ThreePane, useThreePane } from '../../../ui/three-pane.tsx'
import { VirtualList } from '../../../ui/virtual-list.tsx'
import { useToday } from '../../../workplace/today.ts'
import { TaskPane } from '../../../workplace/tasks/task-pane.tsx'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'
import { useManyActs } from '../../../workplace/tasks/use-many-acts.ts'
import { useActiveRow } from '../../../workplace/use-active-row.ts'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import { TaskBoard } from '../components/task-board.tsx'
import { TaskLine } from '../components/task-line.tsx'

const boxIds = ['all', 'overdue', 'mine', 'given', 'superior', 'closed'] as const
type BoxId = (typeof boxIds)[number]
const views = ['list', 'board'] as const
type View = (typeof views)[number]

interface TasksScreenProps {
  readonly onOpenOrigin: (origin: TaskOrigin) => void
}

const NOTHING: ReadonlySet<string> = new Set()

/** Tasks and directives of everyone one follows, gravest first; `C` presses for the one or all that are selected. */
export function TasksScreen({ onOpenOrigin }: TasksScreenProps) {
  const t = useT()
  const today = useToday()
  const { post } = useDesk()
  const open = useRankedTasks()
  const closed = (useTasks('closed') ?? []).filter((row) => row.role !== 'inform')
  const [box, setBox] = useState<BoxId>('all')
  const [view, setView] = useState<View>('list')
  const panes = useThreePane(580)
  const [selection, setSelection] = useState<{ readonly box: BoxId; readonly ids: ReadonlySet<string> }>({
    box,
    ids: NOTHING,
  })
  const inBox = (row: TaskRow, id: BoxId): boolean => {
    if (id === 'overdue') return !row.isStopped && row.deadline !== null && row.deadline < today
    if (id === 'mine') return row.holder === post
    if (id === 'given') return row.givenBy === post
    return id === 'all' || row.isFromSuperior
  }
  const rowsIn = (id: BoxId): readonly TaskRow[] =>
    id === 'closed' ? closed : (open ?? []).filter((row) => inBox(row, id))
  const rows = rowsIn(box)
  const ids = rows.map((row) => row.id)
  const [active, setActive] = useActiveRow(open === undefined ? undefined : ids, box)
  const selected = new Set(ids.filter((id) => selection.box === box && selection.ids.has(id)))
  const chase = useChase(rows.filter((row) => selected.has(row.id) && mayChase(row, post, today)))
  const chosen = t('common.selected', { count: selected.size, total: rows.length })
  const row = [...rows, ...(view === 'board' ? closed : [])].find((one) => one.id === active)
  const reading =
    selected.size > 0 ? (
      <EmptyState text={chosen} verb={chase} />
    ) : row === undefined ? (
      <EmptyState text={t('tasks.noSelection')} />
    ) : (
      <TaskPane key={row.id} id={row.id} onOpenOrigin={onOpenOrigin} />
    )
  const list = (
    <>
      <ListToolRow summary={selected.size > 0 ? chosen : t('common.acts', { count: rows.length })}>
        {chase !== undefined && <span className="dim">{`${chase.label} (${chase.keys})`}</span>}
      </ListToolRow>
      <VirtualList<TaskRow>
        label={t('tasks.title')}
        entries={rows.map((item) => ({ kind: 'row', id: item.id, item }) as const)}
        activeId={active}
        onActivate={setActive}
        onOpen={() => (window.innerWidth < NARROW_PX ? panes.read() : row && onOpenOrigin(originOf(row)))}
        isEnterFree
        selectedIds={selected}
        onSelectionChange={(next) => setSelection({ box, ids: next })}
        isAutoFocused
        empty={<EmptyState text={t(`tasks.empty.${box}`)} />}
        renderRow={(one, state) => <TaskLine row={one} state={state} />}
      />
    </>
  )
  return (
    <>
      <ScreenHeader
        title={t('tasks.title')}
        boxes={boxIds.map((id) => ({ id, label: t(`tasks.boxes.${id}`), count: rowsIn(id).length }))}
        activeBox={box}
        onBox={(id) => setBox(id as BoxId)}
        actions={
          <ChoiceBar
            label={t('tasks.views.label')}
            choices={views.map((id) => ({ value: id, label: t(`tasks.views.${id}`) }))}
            value={view}
            onChange={setView}
          />
        }
      />
      {open === undefined ? (
        <SkeletonRows />
      ) : view === 'board' ? (
        <TaskBoard
          open={box === 'closed' ? [] : rows}
          closed={closed.filter((one) => box === 'closed' || inBox(one, box))}
          activeId={active}
          onActivate={(id) => {
            const found = [...rows, ...closed].find((one) => one.id === id)
            if (found !== undefined) onOpenOrigin(originOf(found))
          }}
        />
      ) : (
        <ThreePane list={list} reading={reading} {...panes.props} />
      )}
    </>
  )
}

const NARROW_PX = 1100

/** Lies with somebody else, and nobody pressed for it today. */
const mayChase = (row: TaskRow, post: string, today: LocalDate): boolean =>
  isOpen(row) &&
  row.holder === row.assignee &&
  row.holder !== post &&
  (row.chasedAt === null || localDateOf(row.chasedAt) !== today)

/** Open tasks by legal risk; what one is only told is no task. */
function useRankedTasks(): readonly TaskRow[] | undefined {
  const today = useToday()
  const calendar = useCalendar()
  const open = useTasks('open')
  return useMemo(() => {
    if (open === undefined) return undefined
    const facts = open
      .filter((row) => row.role !== 'inform')
      .map((row) => ({ ...row, row, isAwaited: row.asksFor !== null }))
    return rankByRisk(facts, today, calendar).map(([{ row }]) => row)
  }, [open, today, calendar])
}

interface BulkVerb {
  readonly label: string
  readonly keys: string
  readonly run: () => void
}

/** `C` over the selection: presses for all of them, with one undo; nothing if none can be pressed for. */
function useChase(rows: readonly TaskRow[]): BulkVerb | undefined {
  const t = useT()
  const many = useManyActs()
  const ids = rows.map((row) => row.id).join()
  const run = useCallback(() => {
    const acts = ids.split(',').map((id) => ({
      aggregate: { kind: 'task', id } as const,
      type: 'task.chase',
      payload: { note: '' },
    }))
    void many(acts, ({ length: count }) => ({
      icon: 'bell-ringing',
      text: t('tasks.done.manyChased', { count }),
    }))
  }, [ids, many, t])
  useVerbs(
    useMemo(
      () =>
        ids === ''
          ? []
          : [verb('task.chaseMany', 'verbs.chase', run, { icon: 'bell-ringing', shortcut: 'KeyC' })],
      [ids, run],
    ),
  )
  return ids === '' ? undefined : { label: t('verbs.chase'), keys: 'C', run }
}
