import { useMemo, useState, type ReactNode } from 'react'
import { originOf } from '#shared/domain/work/task.ts'
import { useMyWork, useTasks } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { TaskRow } from '../../../projections/tasks.ts'
import { Chip } from '../../../ui/chip.tsx'
import { DocumentRow } from '../../../ui/document-row.tsx'
import type { WorkOrigin } from '../../../projections/work.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ListToolRow } from '../../../ui/list-tool-row.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { ThreePane, useThreePane } from '../../../ui/three-pane.tsx'
import { VirtualList } from '../../../ui/virtual-list.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { TaskPane } from '../../../workplace/tasks/task-pane.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { useNow } from '../../../workplace/today.ts'
import { useActiveRow } from '../../../workplace/use-active-row.ts'
import { WorkList } from '../components/work-list.tsx'

interface InformationScreenProps {
  readonly letterPane: (letter: string) => ReactNode
  readonly onOpenDocument: (id: string) => void
  readonly onOpenOrigin: (origin: WorkOrigin) => void
}

const boxIds = ['unread', 'read', 'sent'] as const
type BoxId = (typeof boxIds)[number]

/** What one is only told: unread until opened, then read; and what one sent for information, until all have read it. */
export function InformationScreen(props: InformationScreenProps) {
  const t = useT()
  const { post } = useDesk()
  const [box, setBox] = useState<BoxId>('unread')
  const work = useMyWork()
  const open = useTasks('open')
  const closed = useTasks('closed')
  const unread = useMemo(
    () =>
      (work ?? [])
        .filter((row) => row.reason === 'inform')
        .map((row) => ({ row, risk: 'ordinary' as const })),
    [work],
  )
  const read = (closed ?? []).filter((one) => one.role === 'inform' && one.assignee === post)
  const waiting = (open ?? []).filter((one) => one.role === 'inform' && one.givenBy === post)
  const sent = [...new Map(waiting.map((one) => [originOf(one).id, one])).values()]
  const counts: Record<BoxId, number> = { unread: unread.length, read: read.length, sent: sent.length }
  const progress = (source: string): string => {
    const parts = [...(open ?? []), ...(closed ?? [])].filter(
      (one) => originOf(one).id === source && one.role === 'inform' && one.givenBy === post,
    )
    return t('tasks.information.readBy', {
      read: parts.filter((one) => one.status === 'finished').length,
      total: parts.filter((one) => one.status !== 'withdrawn').length,
    })
  }
  return (
    <>
      <ScreenHeader
        title={t('tasks.information.title')}
        boxes={boxIds.map((id) => ({ id, label: t(`tasks.information.${id}`), count: counts[id] }))}
        activeBox={box}
        onBox={(id) => setBox(id as BoxId)}
      />
      {work === undefined || open === undefined || closed === undefined ? (
        <SkeletonRows />
      ) : box === 'unread' ? (
        <WorkList
          {...props}
          label={t('tasks.information.title')}
          work={unread}
          scope={box}
          empty={t('tasks.information.emptyUnread')}
        />
      ) : (
        <Told
          key={box}
          rows={box === 'read' ? read : sent}
          empty={t(box === 'read' ? 'tasks.information.emptyRead' : 'tasks.information.emptySent')}
          note={(row) => (box === 'sent' ? progress(originOf(row).id) : undefined)}
          letterPane={props.letterPane}
          onOpenOrigin={props.onOpenOrigin}
        />
      )}
    </>
  )
}

interface ToldProps {
  readonly rows: readonly TaskRow[]
  readonly empty: string
  readonly note: (row: TaskRow) => string | undefined
  readonly letterPane: (letter: string) => ReactNode
  readonly onOpenOrigin: (origin: WorkOrigin) => void
}

function Told({ rows, empty, note, letterPane, onOpenOrigin }: ToldProps) {
  const t = useT()
  const formats = useFormats()
  const now = useNow()
  const nameOf = usePostNames()
  const panes = useThreePane(500)
  const [active, setActive] = useActiveRow(
    rows.map((row) => row.id),
    '',
  )
  const row = rows.find((one) => one.id === active)
  return (
    <ThreePane
      list={
        <>
          <ListToolRow summary={t('common.documents', { count: rows.length })} />
          <VirtualList<TaskRow>
            label={t('tasks.information.title')}
            entries={rows.map((item) => ({ kind: 'row', id: item.id, item }) as const)}
            activeId={active}
            onActivate={setActive}
            onOpen={() => row !== undefined && onOpenOrigin(originOf(row))}
            isAutoFocused
            empty={<EmptyState text={empty} />}
            renderRow={(one, { isActive, isSelected }) => {
              const said = note(one)
              return (
                <DocumentRow
                  isActive={isActive}
                  isSelected={isSelected}
                  row={{
                    from: said === undefined ? nameOf(one.givenBy) : formats.near(one.since, now),
                    subject: one.subject,
                    mark:
                      said === undefined ? (
                        one.readAt !== null && (
                          <span className="dim num">{formats.near(one.readAt, now)}</span>
                        )
                      ) : (
                        <Chip tone="info" icon="eye">
                          {said}
                        </Chip>
                      ),
                  }}
                />
              )
            }}
          />
        </>
      }
      reading={
        row === undefined ? (
          <EmptyState text={empty} />
        ) : row.letter === null ? (
          <TaskPane id={row.id} onOpenOrigin={onOpenOrigin} />
        ) : (
          letterPane(row.letter)
        )
      }
      {...panes.props}
    />
  )
}
