import { useMemo, useState } from 'react'
import { useMyWork } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { workReasons, type WorkReason, type WorkRow } from '../../../projections/work.ts'
import { Chip, type Tone } from '../../../ui/chip.tsx'
import { deadlineView, stampOf } from '../../../ui/deadline-view.ts'
import { DeadlineChip } from '../../../ui/deadline-chip.tsx'
import { DocumentRow } from '../../../ui/document-row.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { rowIdsOf } from '../../../ui/list-entries.ts'
import { ListToolRow } from '../../../ui/list-tool-row.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx'
import { VirtualList } from '../../../ui/virtual-list.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { useToday } from '../../../workplace/today.ts'
import { useActiveRow } from '../../../workplace/use-active-row.ts'

interface MyWorkScreenProps {
  readonly onOpenDocument: (id: string) => void
  readonly onOpenLetter: (id: string) => void
}

const tones: Record<WorkReason, Tone> = {
  review: 'info',
  returned: 'over',
  sign: 'info',
  direct: 'info',
  task: 'shared',
  inform: 'done',
  taskReturned: 'over',
  extension: 'soon',
}

/** Everything this post has to do, nearest deadline first, each with the reason why it lies here. */
export function MyWorkScreen({ onOpenDocument, onOpenLetter }: MyWorkScreenProps) {
  const t = useT()
  const today = useToday()
  const nameOf = usePostNames()
  const work = useMyWork()
  const [box, setBox] = useState<WorkReason | 'all'>('all')

  const rows = useMemo(() => (work ?? []).filter((row) => box === 'all' || row.reason === box), [work, box])
  const entries = rows.map((item) => ({ kind: 'row', id: item.id, item }) as const)
  const [active, setActive] = useActiveRow(work === undefined ? undefined : rowIdsOf(entries), box)
  const countOf = (reason: WorkReason): number => (work ?? []).filter((row) => row.reason === reason).length
  const boxes = [
    { id: 'all', label: t('common.all'), count: work?.length },
    ...workReasons
      .filter((reason) => countOf(reason) > 0)
      .map((reason) => ({ id: reason, label: t(`today.work.${reason}`), count: countOf(reason) })),
  ]
  const open = (id: string): void => {
    const row = rows.find((one) => one.id === id)
    if (row === undefined) return
    if (row.about.kind === 'document') onOpenDocument(row.about.id)
    else if (row.letter !== null) onOpenLetter(row.letter)
  }
  return (
    <>
      <ScreenHeader
        title={t('today.myWork.title')}
        boxes={boxes}
        activeBox={box}
        onBox={(id) => setBox(id as WorkReason | 'all')}
      />
      {work === undefined ? (
        <SkeletonRows />
      ) : (
        <>
          <ListToolRow summary={t('common.acts', { count: rows.length })} />
          <VirtualList<WorkRow>
            label={t('today.myWork.title')}
            entries={entries}
            activeId={active}
            onActivate={setActive}
            onOpen={open}
            isAutoFocused
            empty={<EmptyState text={t('today.emptyNothing')} />}
            renderRow={(row, { isActive, isSelected }) => {
              const deadline = deadlineView(
                { deadline: row.deadline, urgency: row.urgency, isShared: row.part === 'cooperating' },
                today,
              )
              return (
                <DocumentRow
                  isActive={isActive}
                  isSelected={isSelected}
                  row={{
                    from: row.reason === 'direct' ? row.from : nameOf(row.from),
                    subject: row.note === '' ? row.subject : `${row.subject} — ${row.note}`,
                    isUnread: true,
                    urgency: stampOf(row.urgency),
                    isPending: row.pending,
                    mark: (
                      <>
                        <Chip tone={tones[row.reason]}>{t(`today.work.${row.reason}`)}</Chip>
                        {deadline !== undefined && <DeadlineChip deadline={deadline} />}
                      </>
                    ),
                  }}
                />
              )
            }}
          />
        </>
      )}
    </>
  )
}
