import { useEffect, useState } from 'react'
import type { CalendarServerAct, CalendarServerAnswer, Publishing } from '#shared/protocol/calendar-server.ts'
import { useDesk } from '../../../sync/desk-context.tsx'
import { useNative } from '../../../workplace/native-context.tsx'

const AGAIN_MS = 2000
/** The node lets a few seconds pass after a change. */
const SOON_MS = 15_000

/** How calendars get to the agency's calendar server, as the node last said; asked again while something is under way. */
export interface CalendarServerState {
  readonly answer: CalendarServerAnswer | undefined
  /** Why the node did not answer. */
  readonly error: unknown
  /** Rejects with what main throws; answers what the node said. */
  readonly ask: (act: CalendarServerAct) => Promise<CalendarServerAnswer>
}

/** `isPending`: something else tells that it must change soon. */
export function useCalendarServer(isPending: (answer: CalendarServerAnswer) => boolean): CalendarServerState {
  const native = useNative()
  const { workspace } = useDesk()
  const [answer, setAnswer] = useState<CalendarServerAnswer>()
  const [error, setError] = useState<unknown>()
  const [asking] = useState(() => {
    const ask = async (act: CalendarServerAct): Promise<CalendarServerAnswer> => {
      const found = await native.invoke('backbone.calendarServer', { workspace, act })
      setAnswer(found)
      setError(undefined)
      return found
    }
    return { ask, look: () => void ask({ kind: 'look' }).catch(setError) }
  })
  useEffect(() => asking.look(), [asking])
  const goesOn = answer !== undefined && isPending(answer)
  useEffect(() => {
    if (!goesOn) return undefined
    const timer = setInterval(asking.look, AGAIN_MS)
    return () => clearInterval(timer)
  }, [goesOn, asking])
  return { answer, error, ask: asking.ask }
}

/** Whether it is looked at now, or in a moment. */
export const isSoon = ({ nextTryAt }: Publishing): boolean =>
  nextTryAt === null || Date.parse(nextTryAt) - Date.now() < SOON_MS
