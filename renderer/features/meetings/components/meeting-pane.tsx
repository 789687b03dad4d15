import { useMemo, useState } from 'react'
import { localDateOf } from '#shared/kernel/instant.ts'
import { isShortNotice } from '#shared/domain/meetings/short-notice.ts'
import { hasQuorum, type Attendance, type Meeting } from '#shared/domain/meetings/meeting.ts'
import type { Recipient } from '#shared/domain/documents/document.ts'
import type { Command } from '../../../commands/command.ts'
import { useMeeting } from '../../../database/use-live-meetings.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'
import { useToday } from '../../../workplace/today.ts'
import { ReasonSheet } from '../../../workplace/reason-sheet.tsx'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import { useBookRooms } from '../hooks/use-book-rooms.ts'
import { useMeetingActs, useOwnPart } from '../hooks/use-meeting-acts.ts'
import { AgenciesSheet } from './agencies-sheet.tsx'
import { AgendaSection } from './agenda-section.tsx'
import { CallSheet } from './call-sheet.tsx'
import { AbsenceSheet } from './absence-sheet.tsx'
import { MeetingFacts } from './meeting-facts.tsx'
import { MeetingTasks } from './meeting-tasks.tsx'
import { statusLooks } from './meeting-words.ts'
import classes from './meetings.module.css'
import { PackState } from './pack-state.tsx'
import { OutsidersSection } from './outsiders-section.tsx'
import { PeopleList } from './people-list.tsx'

interface MeetingPaneProps {
  readonly id: string
  readonly onEnter: (id: string) => void
  readonly onLetter: (id: string) => void
  readonly onDocument: (id: string) => void
  /** Drafts the letter that tells these agencies of it. */
  readonly onTell: (meeting: Meeting, agencies: readonly Recipient[]) => void
}

/** One meeting beside the list: what the invitation says, whether one comes, agenda and people. */
export function MeetingPane({ id, ...places }: MeetingPaneProps) {
  const meeting = useMeeting(id)?.state
  return meeting === undefined ? null : <Shown key={id} meeting={meeting} {...places} />
}

type Asking = 'absence' | 'shortNotice' | 'cancel' | 'change' | 'agencies'

interface ShownProps extends Omit<MeetingPaneProps, 'id'> {
  readonly meeting: Meeting
}

function Shown({ meeting, onEnter, onLetter, onDocument, onTell }: ShownProps) {
  const t = useT()
  const formats = useFormats()
  const [asking, setAsking] = useState<Asking | null>(null)
  const verbs = usePaneVerbs(meeting, asking !== null, setAsking, onEnter)
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
  const book = useBookRooms()
  if (asking === null) return null
  if (asking === 'change')
    return (
      <CallSheet
        title={t('meetings.verbs.change')}
        meeting={meeting}
        onClose={onClose}
        onDone={(details, items) => {
          void act('meeting.change', details).then(async (isDone) => {
            if (!isDone) return
            await book(meeting.id, details)
            if (await act('meeting.setAgenda', { items: [...items] })) onClose()
          })
        }}
      />
    )
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

function usePaneVerbs(
  meeting: Meeting,
  isAsking: boolean,
  ask: (what: Asking) => void,
  onEnter: (id: string) => void,
) {
  const t = useT()
  const { act, undoable } = useMeetingActs(meeting.id)
  const { runs, member } = useOwnPart(meeting)
  const { id, status } = meeting
  const isElsewhere = meeting.elsewhere !== undefined
  const today = useToday()
  const calendar = useCalendar()
  const hasBegun = today >= localDateOf(meeting.from)
  const isShort = isShortNotice(calendar, today, meeting)
  const quorum = hasQuorum(meeting)
  const isMember = member !== undefined
  const wasTold = (meeting.told ?? []).length > 0
  const commands = useMemo((): readonly Command[] => {
    if (isAsking) return []
    const enter = verb('meeting.enter', 'meetings.verbs.enter', () => onEnter(id), {
      icon: 'arrow-right',
      shortcut: 'Enter',
    })
    const answer = (attendance: Attendance): Promise<boolean> =>
      undoable(
        'meeting.answer',
        { attendance, reason: '', substitute: null },
        { icon: 'check', text: t(`meetings.done.${attendance}`) },
      )
    const ofMember = [
      verb('meeting.coming', 'meetings.verbs.coming', () => answer('coming'), {
        icon: 'check',
        shortcut: 'KeyY',
      }),
      verb('meeting.remote', 'meetings.verbs.remote', () => answer('remote'), { shortcut: 'KeyL' }),
      verb('meeting.absent', 'meetings.verbs.absent', () => ask('absence'), { shortcut: 'KeyN' }),
    ]
    const call = (): Promise<boolean> =>
      undoable('meeting.call', { shortNotice: '' }, { icon: 'send', text: t('meetings.done.called') })
    const change = verb('meeting.change', 'meetings.verbs.change', () => ask('change'), {
      icon: 'pencil',
      shortcut: 'KeyU',
    })
    const cancel = verb('meeting.cancel', 'meetings.verbs.cancel', () => ask('cancel'), {
      shortcut: 'KeyX',
    })
    const tell = verb(
      'meeting.tell',
      status === 'cancelled' ? 'meetings.verbs.tellOff' : 'meetings.verbs.tellAgencies',
      () => ask('agencies'),
      { icon: 'building-bank', shortcut: 'KeyI' },
    )
    if (status === 'draft')
      return runs
        ? [
            verb('meeting.call', 'meetings.verbs.call', isShort ? () => ask('shortNotice') : call, {
              icon: 'send',
              shortcut: 'Control+Enter',
            }),
            change,
            cancel,
          ]
        : []
    if (isElsewhere)
      return status === 'called'
        ? [
            ...(isMember ? ofMember : []),
            ...(runs && hasBegun
              ? [
                  verb('meeting.close', 'meetings.verbs.attended', () => act('meeting.close', {}), {
                    icon: 'circle-check',
                    shortcut: 'KeyE',
                  }),
                ]
              : []),
            ...(runs ? [change, cancel] : []),
          ]
        : []
    if (status === 'called')
      return [
        ...(runs
          ? [
              verb(
                'meeting.open',
                'meetings.verbs.open',
                () => act('meeting.open', {}).then((isOpen) => isOpen && onEnter(id)),
                { icon: 'progress', ...(quorum ? {} : { rule: 'quorum-missing' }) },
              ),
            ]
          : []),
        ...(isMember ? ofMember : []),
        enter,
        ...(runs ? [change, tell, cancel] : []),
      ]
    return status === 'cancelled' ? (runs && wasTold ? [tell] : []) : [enter]
  }, [
    isAsking,
    id,
    status,
    runs,
    isMember,
    quorum,
    isElsewhere,
    hasBegun,
    isShort,
    wasTold,
    act,
    undoable,
    ask,
    onEnter,
    t,
  ])
  return useVerbs(commands)
}
