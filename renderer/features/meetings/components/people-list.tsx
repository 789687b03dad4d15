import { useState } from 'react'
import { hasQuorum, type Meeting, type Member } from '#shared/domain/meetings/meeting.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { IconButton } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { ProposedTime } from '../../../workplace/meetings/proposed-time.tsx'
import { AnswerForSheet } from '../entering/answer-for-sheet.tsx'
import { useMeetingActs, useOwnPart } from '../hooks/use-meeting-acts.ts'
import { attendanceLooks } from './meeting-words.ts'
import classes from './meetings.module.css'

/** Who is called, what they answered, who is there; the secretary checks people in. */
export function PeopleList({ meeting }: { readonly meeting: Meeting }) {
  const t = useT()
  const present = meeting.members.filter((member) => member.present !== null).length
  const isOpen = meeting.status === 'called' || meeting.status === 'inSession'
  return (
    <>
      <p className={classes.quorum}>
        {meeting.elsewhere === undefined &&
          t('meetings.people.present', { present, total: meeting.members.length })}
        {isOpen && !hasQuorum(meeting) && (
          <Chip tone="soon" icon="users">
            {t('meetings.people.noQuorum')}
          </Chip>
        )}
      </p>
      <ul className={classes.people}>
        {meeting.members.map((member) => (
          <MemberLine key={member.post} meeting={meeting} member={member} isOpen={isOpen} />
        ))}
      </ul>
    </>
  )
}

interface MemberLineProps {
  readonly meeting: Meeting
  readonly member: Member
  readonly isOpen: boolean
}

function MemberLine({ meeting, member, isOpen }: MemberLineProps) {
  const t = useT()
  const nameOf = usePostNames()
  const { runs } = useOwnPart(meeting)
  const { act } = useMeetingActs(meeting.id)
  const { answer, present, post, proposed } = member
  const [isAnswering, setAnswering] = useState(false)
  const mayAnswer = answer === null || answer.enteredBy !== undefined
  const attendance = answer?.attendance ?? 'none'
  const look = attendanceLooks[attendance]
  const toggle = (): void =>
    void (present === null
      ? act('meeting.checkIn', { post, isRemote: attendance === 'remote' })
      : act('meeting.checkOut', { post }))
  return (
    <li className={classes.person}>
      <span className={classes.name}>
        {nameOf(post)}
        {answer?.substitute != null && <span className="dim"> → {nameOf(answer.substitute)}</span>}
      </span>
      {meeting.chair === post && (
        <span className={classes.beside}>
          {t(meeting.elsewhere === undefined ? 'meetings.people.chair' : 'meetings.people.head')}
        </span>
      )}
      <span className="spacer" />
      {present === null ? (
        <Chip
          tone={look.tone}
          icon={look.icon}
          title={
            answer?.enteredBy === undefined
              ? answer?.reason
              : t('meetings.entering.answered', { name: nameOf(answer.enteredBy) })
          }
        >
          {t(`meetings.attendance.${attendance}`)}
          {answer?.enteredBy !== undefined && ` · ${t('meetings.entering.mark')}`}
        </Chip>
      ) : (
        <Chip tone="ok" icon="user-check">
          {t(present.isRemote ? 'meetings.people.online' : 'meetings.people.here')}
        </Chip>
      )}
      {runs && isOpen && mayAnswer && present === null && meeting.elsewhere === undefined && (
        <IconButton
          size="s"
          icon="pencil"
          label={t('meetings.entering.answerFor', { name: nameOf(post) })}
          onClick={() => setAnswering(true)}
        />
      )}
      {isAnswering && (
        <AnswerForSheet meeting={meeting} member={member} onClose={() => setAnswering(false)} />
      )}
      {runs && isOpen && meeting.elsewhere === undefined && (
        <IconButton
          size="s"
          icon={present === null ? 'user-check' : 'x'}
          label={t(present === null ? 'meetings.people.checkIn' : 'meetings.people.checkOut', {
            name: nameOf(post),
          })}
          onClick={toggle}
        />
      )}
      {proposed !== undefined && (
        <div className={classes.proposed}>
          {proposed.words !== '' && <p className={classes.words}>{proposed.words}</p>}
          <ProposedTime
            from={proposed.from}
            until={proposed.until}
            onSettle={
              runs && meeting.status === 'called'
                ? (isTaken) => {
                    const { from, until } = proposed
                    void act('meeting.settleTime', { post, from, until, isTaken })
                  }
                : undefined
            }
          />
        </div>
      )}
    </li>
  )
}
