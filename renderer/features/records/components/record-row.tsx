import { daysBetween } from '#shared/domain/calendar/days.ts'
import { WARN_DAYS } from '#shared/domain/records/retention.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import type { FileRow } from '../../../projections/records.ts'
import { Chip } from '../../../ui/chip.tsx'
import { DeadlineChip } from '../../../ui/deadline-chip.tsx'
import type { DeadlineView } from '../../../ui/deadline.types.ts'
import { DocumentRow } from '../../../ui/document-row.tsx'
import type { RowState } from '../../../ui/virtual-list.tsx'
import { fileTones, useRetentionWords } from '../../../workplace/records/retention-words.ts'
import type { TreeItem } from './file-tree.ts'

/** When a closed file has to go to the archive; undefined when it need not. */
function submissionDeadline(file: FileRow, today: string): DeadlineView | undefined {
  if (file.submitBy === null || (file.status !== 'closed' && file.status !== 'returned')) return undefined
  const days = daysBetween(today, file.submitBy)
  if (days < 0) return { kind: 'overdue', days: -days }
  if (days === 0) return { kind: 'today' }
  return { kind: days <= WARN_DAYS ? 'due' : 'inTime', days }
}

interface RecordLineProps extends Pick<RowState, 'isActive' | 'isSelected' | 'isSelecting' | 'onSelect'> {
  readonly item: TreeItem
  readonly today: string
}

/** A file in a list: number and title, how many documents, state and deadline. */
export function RecordLine({ item, today, ...state }: RecordLineProps) {
  const t = useT()
  const kept = useRetentionWords()
  if (item.what === 'planned')
    return (
      <DocumentRow
        {...state}
        row={{
          from: item.entry.notation,
          subject: item.entry.title,
          mark: <Chip tone="done">{t('records.notOpened')}</Chip>,
        }}
      />
    )
  const { file } = item
  const deadline = submissionDeadline(file, today)
  return (
    <DocumentRow
      {...state}
      row={{
        from: file.notation,
        number: `${t('records.count', { count: file.itemCount })} · ${kept(file.retention)}`,
        subject: file.title,
        isPending: file.pending,
        mark: (
          <>
            <Chip tone={fileTones[file.status]}>{t(`records.status.${file.status}`)}</Chip>
            {deadline !== undefined && <DeadlineChip deadline={deadline} />}
          </>
        ),
      }}
    />
  )
}
