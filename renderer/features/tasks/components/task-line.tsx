import { isOpen } from '#shared/domain/work/task.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { TaskRow } from '../../../projections/tasks.ts'
import { Chip } from '../../../ui/chip.tsx'
import { deadlineView, stampOf } from '../../../ui/deadline-view.ts'
import { DeadlineChip } from '../../../ui/deadline-chip.tsx'
import { DocumentRow } from '../../../ui/document-row.tsx'
import type { RowState } from '../../../ui/virtual-list.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { useToday } from '../../../workplace/today.ts'
import { partLook, statusKey } from '../../../workplace/tasks/task-words.ts'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'

/** A task in the list: who, in which part, what, how far, by when; what presses on it. */
export function TaskLine({ row, state }: { readonly row: TaskRow; readonly state: RowState }) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const look = partLook[row.role]
  return (
    <DocumentRow
      isActive={state.isActive}
      isSelected={state.isSelected}
      isSelecting={state.isSelecting}
      onSelect={state.onSelect}
      row={{
        from: nameOf(row.assignee),
        number: row.insteadOf === null ? undefined : t('tasks.insteadOf', { name: nameOf(row.insteadOf) }),
        subject: row.text === '' ? row.subject : `${row.subject} — ${row.text}`,
        urgency: stampOf(row.urgency),
        isPending: row.pending,
        mark: (
          <>
            {row.isFromSuperior && isOpen(row) && (
              <Chip tone="over" icon="flag">
                {t('tasks.marks.superior')}
              </Chip>
            )}
            {row.isChased && (
              <Chip tone="over" icon="bell-ringing">
                {t('tasks.marks.chased')}
              </Chip>
            )}
            {row.asksFor !== null && (
              <Chip tone="soon" icon="hourglass">
                {t('tasks.marks.extension', { date: formats.dayMonth(row.asksFor) })}
              </Chip>
            )}
            {row.evidence !== null && (
              <Chip tone="ok" icon="file-certificate">
                {row.evidence}
              </Chip>
            )}
            <Chip tone={look.tone} icon={look.icon}>
              {t(statusKey(row))}
            </Chip>
            <TaskDeadline row={row} />
          </>
        ),
      }}
    />
  )
}

/** The deadline of a task, that its clock stands, or when it was done. */
export function TaskDeadline({ row }: { readonly row: TaskRow }) {
  const t = useT()
  const formats = useFormats()
  const today = useToday()
  const calendar = useCalendar()
  if (row.isStopped)
    return (
      <Chip tone="done" icon="clock">
        {t('tasks.marks.stopped')}
      </Chip>
    )
  const deadline = deadlineView(
    {
      deadline: row.deadline,
      urgency: row.status === 'finished' ? 'normal' : row.urgency,
      isShared: row.role === 'cooperating',
      ...(row.finishedAt === null ? {} : { doneOn: formats.dayMonth(row.finishedAt) }),
    },
    today,
    calendar,
  )
  return deadline === undefined ? null : <DeadlineChip deadline={deadline} />
}
