import { useT } from '../i18n/language-provider.tsx'
import type { Translate } from '../i18n/messages.ts'
import { Chip } from './chip.tsx'
import type { Tone } from './chip.tsx'
import type { DeadlineKind, DeadlineView } from './deadline.types.ts'
import type { IconName } from './icons.ts'

const LOOKS: Record<DeadlineKind, { readonly tone: Tone; readonly icon: IconName }> = {
  inTime: { tone: 'ok', icon: 'circle-check' },
  due: { tone: 'soon', icon: 'clock' },
  today: { tone: 'soon', icon: 'clock' },
  overdue: { tone: 'over', icon: 'alert-circle' },
  shared: { tone: 'shared', icon: 'users' },
  flash: { tone: 'flash', icon: 'bolt' },
  done: { tone: 'done', icon: 'check' },
}

/** The words of a deadline: `Còn 2 ngày`, `Quá hạn 1 ngày`. */
export function deadlineWords(t: Translate, deadline: DeadlineView): string {
  switch (deadline.kind) {
    case 'inTime':
      return t('states.deadline.inTime', { count: deadline.days })
    case 'due':
      return t('states.deadline.due', { count: deadline.days })
    case 'today':
      return deadline.time === undefined
        ? t('states.deadline.today')
        : t('states.deadline.todayAt', { time: deadline.time })
    case 'overdue':
      return deadline.days === 0
        ? t('states.deadline.overdueToday')
        : t('states.deadline.overdue', { count: deadline.days })
    case 'shared':
      if (deadline.days === 0) return t('states.deadline.sharedToday')
      return deadline.days > 0
        ? t('states.deadline.shared', { count: deadline.days })
        : t('states.deadline.sharedOverdue', { count: -deadline.days })
    case 'flash':
      return deadline.time === undefined
        ? t('states.deadline.flash')
        : t('states.deadline.flashAt', { time: deadline.time })
    case 'done':
      return deadline.date === undefined
        ? t('states.deadline.done')
        : t('states.deadline.doneOn', { date: deadline.date })
  }
}

export function DeadlineChip({ deadline }: { readonly deadline: DeadlineView }) {
  const t = useT()
  const look = LOOKS[deadline.kind]
  return (
    <Chip tone={look.tone} icon={look.icon}>
      {deadlineWords(t, deadline)}
    </Chip>
  )
}
