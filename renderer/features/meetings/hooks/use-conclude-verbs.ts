import { useMemo } from 'react'
import { isRoundOver } from '#shared/domain/meetings/conclude/minutes-round.ts'
import { mayGiveTasks } from '#shared/domain/meetings/conclude/signed-by-chair.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import type { Command } from '../../../commands/command.ts'
import { useDesk } from '../../../sync/desk-context.tsx'
import type { Verb } from '../../../ui/verb-bar.tsx'
import { useToday } from '../../../workplace/today.ts'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import type { MeetingPlaces } from '../meeting-places.ts'
import { conclusionsToGive } from '../use-cases/works-of-meeting.ts'
import { useMeetingActs, useOwnPart } from './use-meeting-acts.ts'
import { useMinutesDocument, useNoticeDocument } from './use-paper-states.ts'

/** What the end of a meeting is asked for that needs words or a look first. */
export type ConcludeAsking = 'round' | 'lock' | 'tasks' | 'file' | 'decline' | 'amend' | 'decide'

/** The steps after a meeting, in their order. */
export const concludeSteps = ['minutes', 'notice', 'tasks', 'file'] as const
export type ConcludeStep = (typeof concludeSteps)[number]

type StepCommands = Readonly<Record<ConcludeStep | 'amendments', readonly Command[]>>

/** The next act of each step, each with its key; the minutes are their secretary's, the rest is whoever's runs the meeting. */
export function useConcludeVerbs(
  meeting: Meeting,
  places: MeetingPlaces,
  ask: (what: ConcludeAsking) => void,
): Readonly<Record<ConcludeStep, readonly Verb[]>> {
  const { post } = useDesk()
  const today = useToday()
  const { runs } = useOwnPart(meeting)
  const { act } = useMeetingActs(meeting.id)
  const minutes = useMinutesDocument(meeting)
  const notice = useNoticeDocument(meeting)
  const isSecretary = meeting.secretary === post
  const minutesStatus = minutes?.status
  const hasNotice = notice !== undefined
  const mayGive = mayGiveTasks(meeting, post, [minutes, notice])
  const commands = useMemo((): StepCommands => {
    const { status, minutesDraft, notice: named, lockedAt } = meeting
    const isOpen = status === 'concluded'
    const open = meeting.amendments.filter(({ settled }) => settled === null)
    const openMinutes =
      minutesDraft !== undefined && minutesStatus !== undefined
        ? [
            verb(
              'conclude.openMinutes',
              'concluding.verbs.openMinutes',
              () => places.onOpenDocument(minutesDraft.document),
              { icon: 'file-text', shortcut: 'KeyB' },
            ),
          ]
        : []
    const ofMinutes = (): readonly Command[] => {
      if (!isSecretary || !isOpen) return openMinutes
      if (minutesDraft === undefined)
        return [
          verb('conclude.draftMinutes', 'concluding.verbs.draftMinutes', () => places.onMinutes(meeting), {
            icon: 'pencil',
            shortcut: 'KeyB',
          }),
        ]
      if (lockedAt === undefined || minutesStatus === 'returned')
        return [
          ...(meeting.round === undefined && lockedAt === undefined ? [sendVerb(ask)] : []),
          verb('conclude.lock', 'concluding.verbs.lock', () => ask('lock'), {
            icon: 'lock',
            shortcut: 'KeyL',
            ...(open.length > 0
              ? { rule: 'amendments-open' as const }
              : isRoundOver(meeting, today)
                ? {}
                : { rule: 'minutes-round-open' as const }),
          }),
          ...openMinutes,
          ...(meeting.round === undefined || lockedAt !== undefined ? [] : [sendVerb(ask)]),
        ]
      return minutesStatus === 'submitted'
        ? [
            verb('conclude.sign', 'concluding.verbs.sign', places.onSign, {
              icon: 'writing-sign',
              shortcut: 'KeyS',
            }),
            ...openMinutes,
          ]
        : openMinutes
    }
    const ofNotice = (): readonly Command[] => {
      if (named !== undefined)
        return hasNotice
          ? [
              verb(
                'conclude.openNotice',
                'concluding.verbs.openNotice',
                () => places.onOpenDocument(named.document),
                { icon: 'file-text', shortcut: 'KeyT' },
              ),
            ]
          : []
      return isSecretary && isOpen
        ? [
            verb('conclude.draftNotice', 'concluding.verbs.draftNotice', () => places.onNotice(meeting), {
              icon: 'pencil',
              shortcut: 'KeyT',
            }),
          ]
        : []
    }
    const next = runs && lockedAt === undefined ? open[0] : undefined
    return {
      minutes: ofMinutes(),
      notice: ofNotice(),
      tasks:
        runs && isOpen && conclusionsToGive(meeting).length > 0
          ? [
              verb('conclude.give', 'concluding.verbs.give', () => ask('tasks'), {
                icon: 'user-share',
                shortcut: 'KeyN',
                ...(mayGive ? {} : { rule: 'tasks-by-chair' as const }),
              }),
            ]
          : [],
      file:
        isSecretary && isFileable(meeting)
          ? [
              verb('conclude.file', 'concluding.verbs.file', () => ask('file'), {
                icon: 'folder',
                shortcut: 'KeyH',
              }),
            ]
          : meeting.filed !== undefined && isSecretary
            ? [verb('conclude.openFile', 'concluding.verbs.openFile', places.onOpenFile, { icon: 'folder' })]
            : [],
      amendments:
        next === undefined
          ? []
          : [
              verb(
                'conclude.take',
                'concluding.verbs.take',
                () => act('meeting.settleAmendment', { amendment: next.id, isTaken: true, words: '' }),
                { icon: 'check', shortcut: 'KeyY' },
              ),
              verb('conclude.decline', 'concluding.verbs.decline', () => ask('decline'), {
                shortcut: 'KeyX',
              }),
            ],
    }
  }, [meeting, places, ask, act, runs, isSecretary, minutesStatus, hasNotice, mayGive, today])
  useVerbs(commands.amendments)
  return {
    minutes: useVerbs(commands.minutes),
    notice: useVerbs(commands.notice),
    tasks: useVerbs(commands.tasks),
    file: useVerbs(commands.file),
  }
}

const sendVerb = (ask: (what: ConcludeAsking) => void): Command =>
  verb('conclude.send', 'concluding.verbs.send', () => ask('round'), { icon: 'message-2', shortcut: 'KeyR' })

/** Minutes, and the notice where there is one, were issued; nothing is filed yet. */
export const isFileable = ({ status, minutes, minutesDraft, notice }: Meeting): boolean =>
  status === 'concluded' &&
  minutes !== null &&
  minutesDraft?.issued != null &&
  (notice === undefined || notice.issued !== null)
