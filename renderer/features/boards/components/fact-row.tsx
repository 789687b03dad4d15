import type { BoardFact } from '#shared/domain/boards/facts.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { useFactFace } from '../hooks/use-fact-face.ts'
import { Chip } from '../../../ui/chip.tsx'
import { deadlineView } from '../../../ui/deadline-view.ts'
import { DocumentRow } from '../../../ui/document-row.tsx'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'
import { useToday } from '../../../workplace/today.ts'

/** One of the things that were counted: whose, number, what it is about, and how it stands. */
export function FactRow({ fact, isActive }: { readonly fact: BoardFact; readonly isActive: boolean }) {
  const t = useT()
  const formats = useFormats()
  const today = useToday()
  const calendar = useCalendar()
  const face = useFactFace(fact)
  const deadline =
    fact.what !== 'task'
      ? undefined
      : deadlineView(
          {
            deadline: fact.deadline ?? null,
            urgency: 'normal',
            isShared: false,
            ...(fact.finishedAt === undefined ? {} : { doneOn: formats.dayMonth(fact.finishedAt) }),
          },
          today,
          calendar,
        )
  return (
    <DocumentRow
      isActive={isActive}
      isSelected={false}
      row={{
        from: face?.from ?? '',
        number: face?.number,
        subject: face?.subject ?? '',
        deadline,
        mark: (
          <Chip tone="done" icon="calendar">
            {t('boards.since', { date: formats.date(fact.since) })}
          </Chip>
        ),
      }}
    />
  )
}
