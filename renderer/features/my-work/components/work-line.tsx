import { useT } from '../../../i18n/language-provider.tsx'
import type { WorkReason } from '../../../projections/work.ts'
import { Chip, type Tone } from '../../../ui/chip.tsx'
import { deadlineView, stampOf } from '../../../ui/deadline-view.ts'
import { DeadlineChip } from '../../../ui/deadline-chip.tsx'
import { DocumentRow } from '../../../ui/document-row.tsx'
import type { IconName } from '../../../ui/icons.ts'
import type { RowState } from '../../../ui/virtual-list.tsx'
import { RejectedMark } from '../../../workplace/signature-checks.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { useToday } from '../../../workplace/today.ts'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'
import type { RankedWork } from '../hooks/use-ranked-work.ts'

const kinds: Record<WorkReason, { readonly tone: Tone; readonly icon: IconName }> = {
  review: { tone: 'info', icon: 'writing-sign' },
  returned: { tone: 'over', icon: 'arrow-back-up' },
  checkForm: { tone: 'info', icon: 'checklist' },
  sign: { tone: 'info', icon: 'writing-sign' },
  direct: { tone: 'info', icon: 'writing-sign' },
  task: { tone: 'info', icon: 'user-check' },
  inform: { tone: 'done', icon: 'eye' },
  taskReturned: { tone: 'over', icon: 'arrow-back-up' },
  extension: { tone: 'soon', icon: 'hourglass' },
  ballot: { tone: 'info', icon: 'checklist' },
  concludeMeeting: { tone: 'info', icon: 'users' },
  meetingTime: { tone: 'soon', icon: 'clock' },
}

/** A row of the one list: who, what, the reason of its rank, what is to be done, when. */
export function WorkLine({ work, state }: { readonly work: RankedWork; readonly state: RowState }) {
  const t = useT()
  const today = useToday()
  const calendar = useCalendar()
  const nameOf = usePostNames()
  const { row } = work
  const deadline = row.isStopped
    ? undefined
    : deadlineView(
        { deadline: row.deadline, urgency: row.urgency, isShared: row.part === 'cooperating' },
        today,
        calendar,
      )
  const kind = kinds[row.reason]
  const reason = row.reason === 'task' && row.part === 'cooperating' ? 'cooperating' : row.reason
  return (
    <DocumentRow
      isActive={state.isActive}
      isSelected={state.isSelected}
      isSelecting={state.isSelecting}
      onSelect={state.onSelect}
      row={{
        from: row.reason === 'direct' ? row.from : nameOf(row.from),
        subject: row.note === '' ? row.subject : `${row.subject} — ${row.note}`,
        isUnread: false,
        urgency: stampOf(row.urgency),
        isPending: row.pending,
        mark: (
          <>
            {row.isRejected === true && <RejectedMark />}
            {row.isChased && (
              <Chip tone="over" icon="bell-ringing">
                {t('tasks.marks.chased')}
              </Chip>
            )}
            {row.isFromSuperior && (
              <Chip tone="over" icon="flag">
                {t('tasks.marks.superior')}
              </Chip>
            )}
            {row.isStopped && (
              <Chip tone="done" icon="clock">
                {t('tasks.marks.stopped')}
              </Chip>
            )}
            {(row.part !== 'cooperating' || deadline === undefined || row.reason !== 'task') && (
              <Chip tone={reason === 'cooperating' ? 'shared' : kind.tone} icon={kind.icon}>
                {t(`today.work.${reason}`)}
              </Chip>
            )}
            {deadline !== undefined && <DeadlineChip deadline={deadline} />}
          </>
        ),
      }}
    />
  )
}
