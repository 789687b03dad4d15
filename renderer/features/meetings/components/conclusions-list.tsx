import { useEffect, useRef } from 'react'
import type { ItemState, Meeting } from '#shared/domain/meetings/meeting.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { cx } from '../../../ui/cx.ts'
import { outcomeLooks, useMeetingActs, useOwnPart } from '../hooks/use-meeting-acts.ts'
import type { ItemDecisions } from '../hooks/use-item-decisions.ts'
import { AmendmentList } from './amendment-list.tsx'
import classes from './concluding.module.css'
import { ItemDecision } from './item-decision.tsx'
import { MeetingTasks } from './meeting-tasks.tsx'

interface ConclusionsListProps {
  readonly meeting: Meeting
  /** The item that was chosen in the agenda: brought into sight. */
  readonly active: string | null
  /** Whether wishes to change the minutes are taken now. */
  readonly mayAmend: boolean
  readonly decisions: ItemDecisions
  readonly onAmend: (item: string) => void
  readonly onDecline: (amendment: string) => void
}

/** What was concluded, item by item, with the votes, the tasks out of it and the wishes to change it. */
export function ConclusionsList({ meeting, active, ...ways }: ConclusionsListProps) {
  return (
    <ol className={classes.conclusions}>
      {meeting.items.map((item, index) => (
        <Concluded
          key={item.id}
          meeting={meeting}
          item={item}
          number={index + 1}
          isActive={item.id === active}
          {...ways}
        />
      ))}
    </ol>
  )
}

interface ConcludedProps extends Omit<ConclusionsListProps, 'active'> {
  readonly item: ItemState
  readonly number: number
  readonly isActive: boolean
}

function Concluded({
  meeting,
  item,
  number,
  isActive,
  mayAmend,
  decisions,
  onAmend,
  onDecline,
}: ConcludedProps) {
  const t = useT()
  const { runs } = useOwnPart(meeting)
  const { act } = useMeetingActs(meeting.id)
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isActive) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isActive])
  const open = meeting.amendments.find(({ settled }) => settled === null)
  return (
    <li ref={line} className={cx(classes.conclusion, isActive && classes.active)}>
      <div className={classes.conclusionHead}>
        <span className={cx(classes.number, 'num')}>{number}</span>
        <h2 className={classes.conclusionTitle}>{item.title}</h2>
        {item.motions.map(({ id, declared, voters }) =>
          declared === null ? null : (
            <Chip key={id} {...outcomeLooks[declared.outcome]}>
              {t('concluding.vote', { yes: declared.tally.yes, voters: voters.length })}
            </Chip>
          ),
        )}
      </div>
      <p className={cx(classes.conclusionText, item.conclusion === null && 'dim')}>
        {item.conclusion === null
          ? t('concluding.none')
          : item.conclusion.text || t('meetings.conclusion.adopted')}
      </p>
      <MeetingTasks meeting={meeting} item={item.id} />
      <AmendmentList
        amendments={meeting.amendments.filter((one) => one.item === item.id)}
        next={open?.id}
        mayAnswer={runs && meeting.lockedAt === undefined}
        onTake={(amendment) => void act('meeting.settleAmendment', { amendment, isTaken: true, words: '' })}
        onDecline={onDecline}
      />
      <div className={classes.itemVerbs}>
        <ItemDecision item={item} decisions={decisions} />
        {mayAmend && (
          <Button size="small" variant="quiet" icon="message-2" onClick={() => onAmend(item.id)}>
            {t('concluding.amendment.ask')}
          </Button>
        )}
      </div>
    </li>
  )
}
