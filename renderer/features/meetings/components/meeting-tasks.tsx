import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { isOpen } from '#shared/domain/work/task.ts'
import { useTasksOf } from '../../../database/use-live.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { DeadlineChip } from '../../../ui/deadline-chip.tsx'
import { deadlineView } from '../../../ui/deadline-view.ts'
import { usePostNames } from '../../../workplace/me.ts'
import { partLook, statusKey } from '../../../workplace/tasks/task-words.ts'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'
import { useToday } from '../../../workplace/today.ts'
import classes from './concluding.module.css'

/** Tasks out of a meeting, or of one of its items: whose, by when, and how far where this desk sees the task itself. */
export function MeetingTasks({ meeting, item }: { readonly meeting: Meeting; readonly item?: string }) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const today = useToday()
  const calendar = useCalendar()
  const rows = useTasksOf(meeting.id)
  const given = (meeting.tasks ?? []).filter((one) => item === undefined || one.item === item)
  if (given.length === 0) return null
  return (
    <ul className={classes.tasks}>
      {given.map((one) => {
        const row = rows?.find(({ id }) => id === one.task)
        const look = partLook[one.role]
        const deadline =
          row === undefined || !isOpen(row)
            ? undefined
            : deadlineView({ deadline: row.deadline, urgency: 'normal' }, today, calendar)
        return (
          <li key={one.task} className={classes.task}>
            <span className={classes.taskText}>{one.text}</span>
            <span className={classes.taskFoot}>
              <Chip tone={look.tone} icon={look.icon}>
                {nameOf(row?.assignee ?? one.post)}
              </Chip>
              <span className="dim">
                {row === undefined ? t('concluding.tasks.elsewhere') : t(statusKey(row))}
              </span>
              {deadline === undefined ? (
                one.deadline !== null && (
                  <span className="dim num">{formats.date(row?.deadline ?? one.deadline)}</span>
                )
              ) : (
                <DeadlineChip deadline={deadline} />
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
