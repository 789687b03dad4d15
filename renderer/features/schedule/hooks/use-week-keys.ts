import { useCallback, useMemo, type Dispatch, type SetStateAction } from 'react'
import { weekFrom, type WeekId } from '#shared/domain/schedule/iso-week.ts'
import { useCommands } from '../../../commands/command-provider.tsx'
import { verb } from '../../../workplace/use-verbs.ts'

/** Goes so many weeks on or back; Page Up and Page Down do it wherever the keys are. */
export function useWeekKeys(
  isAsking: boolean,
  setId: Dispatch<SetStateAction<WeekId>>,
): (weeks: number) => void {
  const onWeek = useCallback((weeks: number) => setId((now) => weekFrom(now, weeks)), [setId])
  useCommands(
    useMemo(
      () =>
        isAsking
          ? []
          : [
              verb('schedule.before', 'schedule.strip.before', () => onWeek(-1), {
                icon: 'chevron-left',
                shortcut: 'PageUp',
              }),
              verb('schedule.after', 'schedule.strip.after', () => onWeek(1), {
                icon: 'chevron-right',
                shortcut: 'PageDown',
              }),
            ],
      [isAsking, onWeek],
    ),
  )
  return onWeek
}
