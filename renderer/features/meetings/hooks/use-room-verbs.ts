import { useMemo } from 'react'
import type { ItemState, Meeting } from '#shared/domain/meetings/meeting.ts'
import type { Command } from '../../../commands/command.ts'
import type { Verb } from '../../../ui/verb-bar.tsx'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import { usualQuestion } from '../use-cases/usual-question.ts'
import { useMeetingActs, useNewId, useOwnPart } from './use-meeting-acts.ts'

/** What the room is asked for that needs words first. */
export type RoomAsking = 'question' | 'tally'

/**
 * What whoever runs the meeting does at its foot: `Space` takes the next item, `V` opens a vote, asked as the one before it, and
 * closes it, `P` declares it; the meeting is begun and ended by its own verbs.
 */
export function useRoomVerbs(
  meeting: Meeting,
  item: ItemState | undefined,
  isAsking: boolean,
  ask: (what: RoomAsking) => void,
): readonly Verb[] {
  const newId = useNewId()
  const { runs } = useOwnPart(meeting)
  const { act } = useMeetingActs(meeting.id)
  const { status, items, current } = meeting
  const isElsewhere = meeting.elsewhere !== undefined
  const commands = useMemo((): readonly Command[] => {
    if (!runs || isAsking || isElsewhere) return []
    if (status === 'called')
      return [
        verb('room.open', 'meetings.verbs.open', () => act('meeting.open', {}), {
          icon: 'progress',
          shortcut: 'Space',
        }),
      ]
    if (status !== 'inSession') return []
    const at = items.findIndex(({ id }) => id === current)
    const next = items.slice(at + 1).find(({ conclusion }) => conclusion === null)
    const open = item?.motions.find(({ closedAt }) => closedAt === null)
    const undeclared = item?.motions.find(({ closedAt, declared }) => closedAt !== null && declared === null)
    const usual = item === undefined ? undefined : usualQuestion(meeting, item)
    const together = items.filter(
      ({ conclusion, mayBeAdoptedTogether, positions }) =>
        conclusion === null &&
        mayBeAdoptedTogether &&
        positions.every(({ stand }) => stand === 'noObjection'),
    )
    const takeNext =
      next === undefined
        ? []
        : [
            verb('room.next', 'meetings.verbs.next', () => act('meeting.takeItem', { item: next.id }), {
              icon: 'arrow-right',
              shortcut: 'Space',
              ...(open === undefined ? {} : { rule: 'vote-still-open' as const }),
            }),
          ]
    const vote =
      item === undefined
        ? []
        : [
            open !== undefined
              ? open.isSecret
                ? verb('room.tally', 'meetings.verbs.recordTally', () => ask('tally'), { shortcut: 'KeyV' })
                : verb(
                    'room.closeVote',
                    'meetings.verbs.closeVote',
                    () => act('meeting.closeVote', { item: item.id, motion: open.id }),
                    { icon: 'lock', shortcut: 'KeyV' },
                  )
              : undeclared !== undefined
                ? verb(
                    'room.declareVote',
                    'meetings.verbs.declareVote',
                    () => act('meeting.declareVote', { item: item.id, motion: undeclared.id }),
                    { icon: 'send', shortcut: 'KeyP' },
                  )
                : verb(
                    'room.openVote',
                    'meetings.verbs.openVote',
                    () =>
                      usual === undefined
                        ? ask('question')
                        : act('meeting.openVote', { item: item.id, motion: { id: newId(), ...usual } }),
                    { icon: 'checklist', shortcut: 'KeyV' },
                  ),
          ]
    const askOther =
      usual === undefined || open !== undefined
        ? []
        : [
            verb('room.askOther', 'meetings.verbs.askOther', () => ask('question'), {
              shortcut: 'Shift+KeyV',
            }),
          ]
    const adopt =
      current === null && together.length > 1
        ? [
            verb(
              'room.together',
              'meetings.verbs.adoptTogether',
              () => act('meeting.adoptTogether', { items: together.map(({ id }) => id) }),
              { values: { count: together.length }, shortcut: 'KeyE' },
            ),
          ]
        : []
    const close = verb('room.close', 'meetings.verbs.close', () => act('meeting.close', {}), {
      shortcut: 'Shift+KeyX',
      ...(open === undefined ? {} : { rule: 'vote-still-open' as const }),
    })
    return open === undefined && undeclared === undefined
      ? [...takeNext, ...vote, ...askOther, ...adopt, close]
      : [...vote, ...takeNext, close]
  }, [runs, isAsking, isElsewhere, status, meeting, items, current, item, act, ask, newId])
  return useVerbs(commands)
}
