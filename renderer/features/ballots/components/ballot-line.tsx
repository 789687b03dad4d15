import { useT } from '../../../i18n/language-provider.tsx'
import type { BallotRow, SlipRow } from '../../../projections/ballots.ts'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { DeadlineChip } from '../../../ui/deadline-chip.tsx'
import { deadlineView } from '../../../ui/deadline-view.ts'
import { DocumentRow } from '../../../ui/document-row.tsx'
import type { RowState } from '../../../ui/virtual-list.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'
import { useToday } from '../../../workplace/today.ts'
import { outcomeLooks, standingLooks, standingOf, statusLooks } from './ballot-words.ts'

interface BallotLineProps {
  readonly row: BallotRow
  readonly slips: readonly SlipRow[]
  readonly state: RowState
}

/** A ballot in the list: who asks, what, how many answered, one's own answer, until when. */
export function BallotLine({ row, slips, state }: BallotLineProps) {
  const t = useT()
  const today = useToday()
  const calendar = useCalendar()
  const nameOf = usePostNames()
  const { post } = useDesk()
  const own = slips.find(({ member }) => member === post)
  const deadline = deadlineView({ deadline: row.due, urgency: 'normal' }, today, calendar)
  const answered = slips.filter(({ answer }) => answer !== null).length
  const standing = own === undefined ? undefined : standingOf(own)
  const isAsked = standing === 'waiting'
  return (
    <DocumentRow
      isActive={state.isActive}
      isSelected={state.isSelected}
      row={{
        from: nameOf(row.chair),
        subject: row.question,
        isUnread: isAsked,
        isPending: row.pending || own?.pending === true,
        attachments: row.papers,
        mark: (
          <>
            {row.status === 'open' && !isAsked && (
              <span className="dim num">
                {t('ballots.answered', { answered, total: row.members.length })}
              </span>
            )}
            {row.result !== null && (
              <Chip {...outcomeLooks[row.result.outcome]}>{t(`ballots.outcome.${row.result.outcome}`)}</Chip>
            )}
            {standing !== undefined && standing !== 'waiting' && row.status === 'open' && (
              <Chip {...standingLooks[standing]}>{t(`ballots.standing.${standing}`)}</Chip>
            )}
            {(row.status === 'draft' || row.status === 'withdrawn') && (
              <Chip {...statusLooks[row.status]}>{t(`ballots.status.${row.status}`)}</Chip>
            )}
            {row.status === 'open' && deadline !== undefined && (isAsked || standing === undefined) && (
              <DeadlineChip deadline={deadline} />
            )}
          </>
        ),
      }}
    />
  )
}
