import { deputyAhead } from '#shared/domain/directory/absence-decider.ts'
import { useAbsences, useTasks } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { useToday } from '../../../workplace/today.ts'
import { useManyActs } from '../../../workplace/tasks/use-many-acts.ts'

/** Passes all open work of one's own to who stands in, with one undo. */
export function LeaveWork() {
  const t = useT()
  const { post } = useDesk()
  const nameOf = usePostNames()
  const many = useManyActs()
  const today = useToday()
  const absences = useAbsences() ?? []
  const deputy = deputyAhead((_, id) => absences.find((one) => one.id === id), post, today)
  const rows = (useTasks('open') ?? []).filter(
    (row) => row.holder === post && row.assignee === post && row.role !== 'inform',
  )
  if (rows.length === 0) return null
  const leave = (): void => {
    const acts = rows.map(({ id }) => ({
      aggregate: { kind: 'task', id } as const,
      type: 'task.leaveToDeputy',
      payload: {},
    }))
    void many(acts, ({ length: count }) => ({
      icon: 'user-share',
      text: t('delegation.done.left', { count, name: nameOf(deputy) }),
    }))
  }
  return (
    <Button size="small" icon="user-share" onClick={leave}>
      {t('delegation.leave', { count: rows.length })}
    </Button>
  )
}
