import { useFormats, useT } from '../../i18n/language-provider.tsx'
import { Chip } from '../../ui/chip.tsx'
import { isOpen, type Task } from '#shared/domain/work/task.ts'

/** What presses on a task beside its deadline: chased, stopped, more time asked for, from the superior, returned, the lead done. */
export function TaskMarks({ task }: { readonly task: Task }) {
  const t = useT()
  const formats = useFormats()
  if (!isOpen(task)) return null
  return (
    <>
      {task.fromSuperior && (
        <Chip tone="over" icon="flag">
          {t('tasks.marks.superior')}
        </Chip>
      )}
      {task.chased !== null && (
        <Chip tone="over" icon="bell-ringing">
          {t('tasks.marks.chased')}
        </Chip>
      )}
      {task.extension !== null && (
        <Chip tone="soon" icon="hourglass">
          {t('tasks.marks.extension', { date: formats.dayMonth(task.extension.until) })}
        </Chip>
      )}
      {task.recalled !== undefined && (
        <Chip tone="over" icon="arrow-back-up">
          {t('tasks.marks.recalled')}
        </Chip>
      )}
      {task.stopped !== null && task.recalled === undefined && (
        <Chip tone="done" icon="clock">
          {t('tasks.marks.stopped')}
        </Chip>
      )}
      {task.status === 'returned' && (
        <Chip tone="over" icon="arrow-back-up">
          {t('tasks.marks.returned')}
        </Chip>
      )}
      {task.isLeadDone && (
        <Chip tone="ok" icon="circle-check">
          {t('tasks.marks.leadDone')}
        </Chip>
      )}
    </>
  )
}
