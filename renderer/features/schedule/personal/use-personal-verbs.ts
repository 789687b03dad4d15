import { useMemo } from 'react'
import { useCommands } from '../../../commands/command-provider.tsx'
import type { Verb } from '../../../ui/verb-bar.tsx'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'

interface PersonalVerbs {
  readonly isAsking: boolean
  /** An appointment of one's own is chosen. */
  readonly mayMove: boolean
  readonly isWeek: boolean
  /** Somebody was called to the chosen appointment, or has still to be told of one. */
  readonly hasGuests: boolean
  readonly onGuests: () => void
  /** Colleagues may be called to the chosen appointment. */
  readonly mayCall: boolean
  readonly onCall: () => void
  readonly onQuick: () => void
  readonly onRemove: () => void
  /** Minutes later, or earlier. */
  readonly onMove: (minutes: number) => void
  readonly onStep: (steps: number) => void
  readonly onToday: () => void
  readonly onSpan: () => void
  readonly onExport: () => void
  readonly onImport: () => void
  readonly onElsewhere: () => void
}

const QUARTER = 15
const DAY = 1440

/** What is done in one's calendar. */
export function usePersonalVerbs(of: PersonalVerbs): readonly Verb[] {
  const {
    isAsking,
    mayMove,
    isWeek,
    hasGuests,
    onGuests,
    mayCall,
    onCall,
    onQuick,
    onRemove,
    onMove,
    onStep,
    onToday,
    onSpan,
    onExport,
    onImport,
    onElsewhere,
  } = of
  useCommands(
    useMemo(() => {
      if (isAsking) return []
      const move = (id: string, key: string, title: Parameters<typeof verb>[1], minutes: number) =>
        verb(`personal.${id}`, title, () => onMove(minutes), { shortcut: `Alt+${key}` })
      return [
        verb(
          'personal.before',
          isWeek ? 'schedule.strip.before' : 'schedule.mine.dayBefore',
          () => onStep(-1),
          {
            icon: 'chevron-left',
            shortcut: 'PageUp',
          },
        ),
        verb('personal.after', isWeek ? 'schedule.strip.after' : 'schedule.mine.dayAfter', () => onStep(1), {
          icon: 'chevron-right',
          shortcut: 'PageDown',
        }),
        verb('personal.today', 'schedule.mine.toToday', onToday, { icon: 'sun', shortcut: 'Home' }),
        ...(mayMove
          ? [
              move('earlier', 'ArrowUp', 'schedule.mine.earlier', -QUARTER),
              move('later', 'ArrowDown', 'schedule.mine.later', QUARTER),
              move('dayEarlier', 'ArrowLeft', 'schedule.mine.dayEarlier', -DAY),
              move('dayLater', 'ArrowRight', 'schedule.mine.dayLater', DAY),
            ]
          : []),
      ]
    }, [isAsking, isWeek, mayMove, onMove, onStep, onToday]),
  )
  const commands = useMemo(
    () =>
      isAsking
        ? []
        : [
            verb('personal.add', 'schedule.mine.add', onQuick, { icon: 'plus', shortcut: 'KeyM' }),
            ...(mayMove
              ? [
                  verb('personal.remove', 'schedule.mine.remove', onRemove, {
                    icon: 'trash',
                    shortcut: 'Delete',
                  }),
                ]
              : []),
            ...(hasGuests
              ? [
                  verb('personal.guests', 'schedule.mine.guests.open', onGuests, {
                    icon: 'users',
                    shortcut: 'KeyK',
                  }),
                ]
              : []),
            ...(mayCall
              ? [
                  verb('personal.call', 'schedule.mine.call', onCall, {
                    icon: 'users',
                    shortcut: 'KeyC',
                  }),
                ]
              : []),
            verb('personal.span', isWeek ? 'schedule.mine.toDay' : 'schedule.mine.toWeek', onSpan, {
              icon: 'layout-columns',
              shortcut: 'KeyV',
            }),
            verb('personal.import', 'schedule.mine.file.open', onImport, {
              icon: 'upload',
              shortcut: 'KeyO',
            }),
            verb('personal.export', 'schedule.verbs.ics', onExport, { icon: 'download' }),
            verb('personal.elsewhere', 'schedule.mine.elsewhere.title', onElsewhere, {
              icon: 'link',
              shortcut: 'KeyE',
            }),
          ],
    [
      isAsking,
      mayMove,
      isWeek,
      hasGuests,
      onGuests,
      mayCall,
      onCall,
      onQuick,
      onRemove,
      onSpan,
      onExport,
      onImport,
      onElsewhere,
    ],
  )
  return useVerbs(commands)
}
