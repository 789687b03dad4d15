import { useMemo } from 'react'
import { hasQuorum, type Attendance, type Meeting } from '#shared/domain/meetings/meeting.ts'
import { isShortNotice } from '#shared/domain/meetings/short-notice.ts'
import { localDateOf } from '#shared/kernel/instant.ts'
import type { Command } from '../../../commands/command.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useCalendar } from '../../../workplace/tasks/use-calendar.ts'
import { useToday } from '../../../workplace/today.ts'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import { useEarlier, useFollow } from './use-follow.ts'
import { useMeetingActs, useOwnPart } from './use-meeting-acts.ts'

/** What a sheet over the meeting asks. */
export type Asking =
  'absence' | 'time' | 'shortNotice' | 'cancel' | 'change' | 'agencies' | 'addDate' | 'follow'

/** What can be done with a meeting beside the list, in the order of the bar. */
export function usePaneVerbs(
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
    const propose = verb('meeting.propose', 'meetings.verbs.propose', () => ask('time'), {
      icon: 'clock',
      shortcut: 'KeyO',
    })
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
        ...(isMember && !runs ? [propose] : []),
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
