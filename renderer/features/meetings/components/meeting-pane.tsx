import { useState } from 'react'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import type { Recipient } from '#shared/domain/documents/document.ts'
import { useMeeting } from '../../../database/use-live-meetings.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { ReasonSheet } from '../../../workplace/reason-sheet.tsx'
import { useFollow } from '../hooks/use-follow.ts'
import { useMeetingActs } from '../hooks/use-meeting-acts.ts'
import { usePaneVerbs, type Asking } from '../hooks/use-pane-verbs.ts'
import { AgenciesSheet } from './agencies-sheet.tsx'
import { AgendaSection } from './agenda-section.tsx'
import { AddDateSheet } from './add-date-sheet.tsx'
import { CancelSheet } from './cancel-sheet.tsx'
import { ChangeSheet } from './change-sheet.tsx'
import { FollowSheet } from './follow-sheet.tsx'
import { AbsenceSheet } from './absence-sheet.tsx'
import { MeetingFacts } from './meeting-facts.tsx'
import { MeetingTasks } from './meeting-tasks.tsx'
import { statusLooks } from './meeting-words.ts'
import classes from './meetings.module.css'
import { PackState } from './pack-state.tsx'
import { OutsidersSection } from './outsiders-section.tsx'
import { PeopleList } from './people-list.tsx'
import { ProposeSheet } from './propose-sheet.tsx'

interface MeetingPaneProps {
  readonly id: string
  readonly onEnter: (id: string) => void
  readonly onLetter: (id: string) => void
  readonly onDocument: (id: string) => void
  /** Drafts the letter that tells these agencies of it. */
  readonly onTell: (meeting: Meeting, agencies: readonly Recipient[]) => void
  /** All that a series concluded. */
  readonly onSeries: (id: string) => void
}

/** One meeting beside the list: what the invitation says, whether one comes, agenda and people. */
export function MeetingPane({ id, ...places }: MeetingPaneProps) {
  const meeting = useMeeting(id)?.state
  return meeting === undefined ? null : <Shown key={id} meeting={meeting} {...places} />
}

interface ShownProps extends Omit<MeetingPaneProps, 'id'> {
  readonly meeting: Meeting
}

function Shown({ meeting, onEnter, onLetter, onDocument, onTell, onSeries }: ShownProps) {
  const t = useT()
  const formats = useFormats()
  const [asking, setAsking] = useState<Asking | null>(null)
  const verbs = usePaneVerbs(meeting, asking !== null, setAsking, onEnter, onSeries)
  const look = statusLooks[meeting.status]
  return (
    <article className={classes.pane} aria-label={meeting.title}>
      <header className={classes.head}>
        <div className={classes.line}>
          <Chip tone={look.tone} icon={look.icon}>
            {t(`meetings.status.${meeting.status}`)}
          </Chip>
          <span className="num">
            {formats.fullDate(meeting.from)} · {formats.time(meeting.from)}–{formats.time(meeting.until)}
          </span>
          {meeting.series !== undefined && (
            <Chip tone="info" icon="repeat">
              {t('series.number', { number: meeting.series.number, of: meeting.series.of })}
            </Chip>
          )}
          <PackState meeting={meeting} />
        </div>
        <h2 className={classes.title}>{meeting.title}</h2>
      </header>
      {verbs.length > 0 && <VerbBar verbs={verbs} />}
      <Sheets meeting={meeting} asking={asking} onClose={() => setAsking(null)} onTell={onTell} />
      <div className={classes.scroll} role="region" aria-label={meeting.title} tabIndex={0}>
        <PanelSection>
          <MeetingFacts meeting={meeting} onLetter={onLetter} onDocument={onDocument} />
        </PanelSection>
        {(meeting.elsewhere === undefined || meeting.items.length > 0) && (
          <AgendaSection meeting={meeting} isAsking={asking !== null} />
        )}
        {(meeting.tasks ?? []).length > 0 && (
          <PanelSection heading={t('concluding.steps.tasks')}>
            <MeetingTasks meeting={meeting} />
          </PanelSection>
        )}
        {meeting.outsiders.length > 0 && <OutsidersSection meeting={meeting} />}
        <PanelSection
          heading={t(meeting.elsewhere === undefined ? 'meetings.people.title' : 'meetings.invitation.going')}
          isLast
        >
          <PeopleList meeting={meeting} />
        </PanelSection>
      </div>
    </article>
  )
}

interface SheetsProps {
  readonly meeting: Meeting
  readonly asking: Asking | null
  readonly onTell: MeetingPaneProps['onTell']
  readonly onClose: () => void
}

function Sheets({ meeting, asking, onClose, onTell }: SheetsProps) {
  const t = useT()
  const { act, undoable } = useMeetingActs(meeting.id)
  const follow = useFollow(meeting)
  const { series } = meeting
  if (asking === null) return null
  if (asking === 'change') return <ChangeSheet meeting={meeting} onClose={onClose} />
  if (asking === 'addDate')
    return series === undefined ? null : <AddDateSheet meeting={{ ...meeting, series }} onClose={onClose} />
  if (asking === 'follow')
    return (
      <FollowSheet
        meeting={meeting}
        onClose={onClose}
        onFollow={(earlier) => {
          onClose()
          void follow(earlier)
        }}
      />
    )
  if (asking === 'cancel' && series !== undefined) return <CancelSheet meeting={meeting} onClose={onClose} />
  if (asking === 'agencies')
    return (
      <AgenciesSheet
        meeting={meeting}
        onClose={onClose}
        onConfirm={(agencies) => {
          onClose()
          onTell(meeting, agencies)
        }}
      />
    )
  if (asking === 'time') return <ProposeSheet meeting={meeting} onClose={onClose} />
  if (asking === 'absence')
    return (
      <AbsenceSheet
        meeting={meeting}
        onClose={onClose}
        onConfirm={(reason, substitute) => {
          onClose()
          void undoable(
            'meeting.answer',
            { attendance: 'absent', reason, substitute },
            { icon: 'x', text: t('meetings.done.absent') },
          )
        }}
      />
    )
  const confirm = (reason: string): void => {
    onClose()
    if (asking === 'cancel') void act('meeting.cancel', { reason })
    else void act('meeting.call', { shortNotice: reason })
  }
  return (
    <ReasonSheet
      title={t(`meetings.asking.${asking}.title`)}
      label={t(`meetings.asking.${asking}.label`)}
      confirm={t(`meetings.asking.${asking}.confirm`)}
      onClose={onClose}
      onConfirm={confirm}
    />
  )
}
