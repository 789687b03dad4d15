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
import { useEarlier, useFollow } from '../hooks/use-follow.ts'
import { useMeetingActs, useOwnPart } from '../hooks/use-meeting-acts.ts'
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

type Asking = 'absence' | 'shortNotice' | 'cancel' | 'change' | 'agencies' | 'addDate' | 'follow'

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
  onSeries: (id: string) => void,
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
  const seriesId = meeting.series?.id
  const earlier = useEarlier(meeting)
  const follow = useFollow(meeting)
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
    const compile =
      seriesId === undefined
        ? []
        : [
            verb('meeting.series', 'series.compile', () => onSeries(seriesId), {
              icon: 'repeat',
              shortcut: 'KeyH',
            }),
          ]
    const goOn = verb(
      'meeting.follow',
      'series.follow',
      () => (earlier === undefined ? ask('follow') : follow(earlier)),
      { icon: 'repeat', shortcut: 'KeyT' },
    )
    const addDate =
      seriesId === undefined
        ? []
        : [verb('meeting.addDate', 'series.add', () => ask('addDate'), { icon: 'plus', shortcut: 'KeyB' })]
    if (status === 'draft')
      return runs
        ? [
            verb('meeting.call', 'meetings.verbs.call', isShort ? () => ask('shortNotice') : call, {
              icon: 'send',
              shortcut: 'Control+Enter',
            }),
            change,
            goOn,
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
        ...(runs ? [change, goOn, ...addDate, tell, cancel] : []),
        ...compile,
      ]
    if (status === 'cancelled') return [...(runs && wasTold ? [tell] : []), ...compile]
    return [enter, ...compile]
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
    onSeries,
    seriesId,
    earlier,
    follow,
    t,
  ])
  return useVerbs(commands)
}
