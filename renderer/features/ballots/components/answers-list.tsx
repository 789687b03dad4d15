import type { Ballot } from '#shared/domain/meetings/ballot/ballot.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import type { SlipRow } from '../../../projections/ballots.ts'
import { Chip } from '../../../ui/chip.tsx'
import { DeadlineChip } from '../../../ui/deadline-chip.tsx'
import { deadlineView } from '../../../ui/deadline-view.ts'
import { Icon } from '../../../ui/icon.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'
import { useToday } from '../../../workplace/today.ts'
import { standingLooks, standingOf } from './ballot-words.ts'
import classes from './ballots.module.css'

interface AnswersListProps {
  readonly ballot: Ballot
  readonly slips: readonly SlipRow[]
  /** Whether what others said is shown, or only whether they did. */
  readonly isOpen: boolean
}

/** Every member with what they said, when, and whether the node found the signature good; who said nothing stands apart. */
export function AnswersList({ ballot, slips, isOpen }: AnswersListProps) {
  return (
    <ul className={classes.answers}>
      {ballot.members.map((member) => (
        <AnswerLine
          key={member}
          ballot={ballot}
          member={member}
          slip={slips.find((one) => one.member === member)}
          isOpen={isOpen}
        />
      ))}
    </ul>
  )
}

interface AnswerLineProps extends Pick<AnswersListProps, 'ballot' | 'isOpen'> {
  readonly member: string
  readonly slip: SlipRow | undefined
}

function AnswerLine({ ballot, member, slip, isOpen }: AnswerLineProps) {
  const t = useT()
  const formats = useFormats()
  const today = useToday()
  const calendar = useCalendar()
  const nameOf = usePostNames()
  const answer = slip?.answer ?? null
  const standing = slip === undefined ? 'waiting' : standingOf(slip)
  const deadline = deadlineView({ deadline: ballot.due, urgency: 'normal' }, today, calendar)
  const isHidden = !isOpen && answer !== null
  return (
    <li className={classes.answer}>
      <div className={classes.line}>
        <span className={classes.name}>{nameOf(member)}</span>
        {member === ballot.chair && <span className="dim">{t('ballots.chair')}</span>}
        <span className="spacer" />
        {slip?.chasedAt != null && answer === null && standing === 'waiting' && (
          <Chip tone="over" icon="bell-ringing">
            {t('ballots.chased', { date: formats.date(slip.chasedAt) })}
          </Chip>
        )}
        {isHidden ? (
          <Chip tone="done" icon="check">
            {t('ballots.standing.answered')}
          </Chip>
        ) : (
          <Chip {...standingLooks[standing]}>{t(`ballots.standing.${standing}`)}</Chip>
        )}
        {standing === 'waiting' && ballot.status === 'open' && deadline !== undefined && (
          <DeadlineChip deadline={deadline} />
        )}
      </div>
      {answer !== null && !isHidden && (
        <>
          {answer.isLate && <p className={classes.reasons}>{t(`meetings.vote.choices.${answer.choice}`)}</p>}
          {answer.reasons !== '' && <p className={classes.reasons}>{answer.reasons}</p>}
          {answer.isClaimed === true && <p className={classes.reasons}>{t('ballots.claimed')}</p>}
          {answer.isProven === true && answer.check?.stampedAt !== undefined && (
            <p className={classes.signed}>
              <Icon name="file-certificate" size="s" />
              {t('ballots.proven', { time: formats.dateTime(answer.check.stampedAt) })}
            </p>
          )}
          <p className={classes.signed}>
            <Icon name={answer.check?.verdict === 'good' ? 'shield-check' : 'shield-question'} size="s" />
            {t(`ballots.signed.${answer.check?.verdict ?? 'waiting'}`, {
              time: formats.dateTime(answer.at),
            })}
          </p>
        </>
      )}
      {slip?.rejected != null && <p className={classes.reasons}>{t('ballots.rejected')}</p>}
    </li>
  )
}
